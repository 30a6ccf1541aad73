// After the build: deletes declaration files that none of the package's entries reaches, which would
// only take room in a merchant's store.
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
