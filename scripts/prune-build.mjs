// After the build: deletes what no store ever reads and would only take room there: declaration files
// that none of the package's entries reaches, and the CommonJS copy of the admin's pages.
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs"
import path from "node:path"
import { fileURLToPath } from "node:url"

const built = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../.medusa/server/src")
/** The entries of package.json's `exports` that have types. */
const ENTRIES = ["index", "config", "sandbox", "storefront", "workflows"]
const FOLDERS_OF_ENTRIES = ["modules", "providers"]

const reached = new Set()

function reach(module) {
  const file = [`${module}.d.ts`, path.join(module, "index.d.ts")].find((one) => existsSync(one))
  if (!file || reached.has(file)) return
  reached.add(file)
  const imports = readFileSync(file, "utf8").matchAll(/(?:from |import\()["'](\.[^"']+)["']/g)
  for (const [, imported] of imports) reach(path.resolve(path.dirname(file), imported))
}

for (const entry of ENTRIES) reach(path.join(built, entry))
for (const folder of FOLDERS_OF_ENTRIES) {
  for (const name of readdirSync(path.join(built, folder))) reach(path.join(built, folder, name))
}
for (const name of readdirSync(built, { recursive: true })) {
  const file = path.join(built, name)
  if (name.endsWith(".d.ts") && !reached.has(file)) rmSync(file)
}

// Only Vite reads the pages, as modules.
const admin = path.join(built, "admin")
const pages = readFileSync(path.join(admin, "index.mjs"), "utf8")
rmSync(path.join(admin, "index.js"))
for (const chunk of readdirSync(path.join(admin, "_chunks"))) {
  if (!pages.includes(`./_chunks/${chunk}`)) rmSync(path.join(admin, "_chunks", chunk))
}
