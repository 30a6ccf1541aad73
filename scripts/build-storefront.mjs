// Makes the package for storefronts out of the built plugin: the same files as
// `medusa-payment-pagoefectivo/storefront`, in a package that brings nothing of the backend along.
// `npm run build` runs it; `npm pack ./.medusa/storefront` and `npm publish ./.medusa/storefront`
// take it from there.
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import path from "node:path"
import { fileURLToPath } from "node:url"

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..")
const built = path.join(root, ".medusa/server/src")
const target = path.join(root, ".medusa/storefront")

/** All that the package may ask of the storefront. */
const ALLOWED = /^react(\/|$)/

const { name, version, license, engines, peerDependencies } = JSON.parse(
  readFileSync(path.join(root, "package.json"), "utf8"),
)

const manifest = {
  name: `${name}-storefront`,
  version,
  description: "PagoEfectivo (Peru) for storefronts of Medusa v2: the payment code of an order.",
  license,
  keywords: ["medusa", "medusa-v2", "storefront", "react", "pagoefectivo", "peru", "cip"],
  engines,
  main: "./dist/storefront/index.js",
  types: "./dist/storefront/index.d.ts",
  exports: {
    ".": { types: "./dist/storefront/index.d.ts", default: "./dist/storefront/index.js" },
    "./package.json": "./package.json",
  },
  files: ["dist"],
  sideEffects: false,
  peerDependencies: { react: peerDependencies.react },
}

rmSync(target, { recursive: true, force: true })
for (const file of reachableFrom(path.join(built, "storefront/index"))) {
  copy(file, path.join("dist", path.relative(built, file)))
}
copy(path.join(root, "src/storefront/README.md"), "README.md")
copy(path.join(root, "LICENSE"), "LICENSE")
writeFileSync(path.join(target, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`)

/** The built files of a module and of all that it imports, programs and types. */
function reachableFrom(module, seen = new Set()) {
  for (const file of [`${module}.js`, `${module}.d.ts`]) {
    if (seen.has(file)) continue
    seen.add(file)
    for (const imported of importsOf(file)) {
      if (imported.startsWith(".")) {
        reachableFrom(path.resolve(path.dirname(file), imported), seen)
      } else if (!ALLOWED.test(imported)) {
        throw new Error(
          `${path.relative(root, file)} imports "${imported}", which no storefront has`,
        )
      }
    }
  }
  return seen
}

function importsOf(file) {
  const pattern = /(?:\bfrom |\brequire\(|\bimport\()["']([^"']+)["']/g
  return [...readFileSync(file, "utf8").matchAll(pattern)].map(([, imported]) => imported)
}

function copy(from, to) {
  const file = path.join(target, to)
  mkdirSync(path.dirname(file), { recursive: true })
  copyFileSync(from, file)
}
