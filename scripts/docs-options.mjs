// npm run docs:options: writes the tables of options in docs/ anew, from the schema and from the
// texts in src/option-texts.
import { createRequire } from "node:module"
import { register } from "tsx/cjs/api"

register()
const require = createRequire(import.meta.url)
const { writeOptionTables } = require("../docs/tables/write-options.ts")
const changed = writeOptionTables()
console.log(changed.length > 0 ? `Written: ${changed.join(", ")}` : "Nothing has changed.")
