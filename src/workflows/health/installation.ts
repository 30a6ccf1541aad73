import { findPackage, readPackage, type InstalledPackage } from "../../config/installed-package"
import { PACKAGE, PACKAGE_FOLDER } from "../../config/package-folder"

/** Of one release, or they do not fit together. */
const MEDUSA_PACKAGES = ["@medusajs/framework", "@medusajs/medusa", "@medusajs/cli"] as const

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

function distinct(found: (InstalledPackage | null)[]): InstalledPackage[] {
  const byPlace = new Map(found.flatMap((one) => (one ? [[one.directory, one]] : [])))
  return [...byPlace.values()]
}
