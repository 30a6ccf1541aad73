// `npm start`: the demo shop from one command. Only Node's built-ins and this repository's own
// scripts may be imported before the dependencies are known to be there.
import { createRequire } from "node:module"

console.log("Tienda Sol: a Peruvian demo shop that sells with PagoEfectivo. Ctrl-C ends it.")

const { ensureInstalled } = await import("./ensure-installed.mjs")
ensureInstalled()

const { register } = await import("tsx/cjs/api")
register()
const { main } = createRequire(import.meta.url)("../demo/launcher/main.ts")
await main(process.argv.slice(2))
