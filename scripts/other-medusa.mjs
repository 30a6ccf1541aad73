// Another version of Medusa for the stores of a campaign: installed once in the system's temporary
// folder, with what the plugin itself needs. The tests and the sandbox run with the repository's own.
import { spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import { existsSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from "node:fs"
import os from "node:os"
import path from "node:path"

/** Medusa's packages that a store without an admin loads; the rest comes with them. */
const MEDUSA = [
  "admin-sdk",
  "admin-shared",
  "caching",
  "cli",
  "dashboard",
  "draft-order",
  "framework",
  "medusa",
]
const TOOLS = ["@swc/core", "ts-node", "typescript", "react", "react-dom"]

/** @returns the folder `node_modules` with that version */
export function installMedusa(root, version) {
  const ours = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"))
  const medusa = Object.fromEntries(MEDUSA.map((name) => [`@medusajs/${name}`, version]))
  const tools = Object.fromEntries(TOOLS.map((name) => [name, ours.devDependencies[name]]))
  const manifest = JSON.stringify({
    name: "stores",
    private: true,
    dependencies: { ...ours.dependencies, ...medusa, ...tools },
  })
  const hash = createHash("sha256").update(manifest).digest("hex").slice(0, 12)
  const folder = path.join(os.tmpdir(), `pagoefectivo-medusa-${version}-${hash}`)
  if (!existsSync(folder)) {
    console.log(`Installing Medusa ${version} in ${folder} (some minutes, once) …`)
    install(manifest, folder)
  }
  return path.join(folder, "node_modules")
}

function install(manifest, folder) {
  const draft = mkdtempSync(`${folder}-draft-`)
  writeFileSync(path.join(draft, "package.json"), manifest)
  // The admin's packages are not loaded, so their peers need not fit together.
  const args = ["install", "--legacy-peer-deps", "--no-audit", "--no-fund", "--loglevel=error"]
  const { status } = spawnSync("npm", args, { cwd: draft, stdio: "inherit" })
  if (status !== 0) throw new Error(`npm install ended with ${status} in ${draft}.`)
  renameSync(draft, folder)
}
