import { existsSync, readFileSync, realpathSync } from "node:fs"
import path from "node:path"
import { PACKAGE, PACKAGE_FOLDER } from "../../config/package-folder"

/** Of one release, or they do not fit together. */
const MEDUSA_PACKAGES = ["@medusajs/framework", "@medusajs/medusa", "@medusajs/cli"] as const

export interface InstalledPackage {
  name: string
  version: string
  /** Its real place, behind all links. */
  directory: string
}

/** What is installed for a store, as Node would find it. */
export interface Installation {
  /** Node's version, without `v`. */
  node: string
  /** What the store has of Medusa's own packages. */
  medusa: InstalledPackage[]
  /** Every copy of this plugin that the store may load; the one that asks first. */
  plugins: InstalledPackage[]
  /** Every copy of Medusa's framework that the store and the plugin load. */
  frameworks: InstalledPackage[]
}

/** Looks at the store in `directory`. Reads package files only, so it works when nothing starts. */
export function findInstallation(directory: string): Installation {
  const own = readPackage(PACKAGE_FOLDER)
  const medusa = MEDUSA_PACKAGES.flatMap((name) => findPackage(directory, name) ?? [])
  const plugins = distinct([own, findPackage(directory, PACKAGE)])
  const from = [directory, ...[...plugins, ...medusa].map((found) => found.directory)]
  return {
    node: process.versions.node,
    medusa,
    plugins,
    frameworks: distinct(from.map((place) => findPackage(place, "@medusajs/framework"))),
  }
}

/** A package as code in `from` would find it, in the `node_modules` of its folder or of one above. */
export function findPackage(from: string, name: string): InstalledPackage | null {
  for (let folder = path.resolve(from); ; folder = path.dirname(folder)) {
    const directory = path.join(folder, "node_modules", name)
    if (existsSync(path.join(directory, "package.json"))) return readPackage(directory)
    if (path.dirname(folder) === folder) return null
  }
}

function readPackage(directory: string): InstalledPackage {
  const { name, version } = JSON.parse(
    readFileSync(path.join(directory, "package.json"), "utf8"),
  ) as { name?: string; version?: string }
  return { name: name ?? "", version: version ?? "", directory: realpathSync(directory) }
}

function distinct(found: (InstalledPackage | null)[]): InstalledPackage[] {
  const byPlace = new Map(found.flatMap((one) => (one ? [[one.directory, one]] : [])))
  return [...byPlace.values()]
}
