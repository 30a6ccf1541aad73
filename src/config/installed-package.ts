import { existsSync, readFileSync, realpathSync } from "node:fs"
import { createRequire } from "node:module"
import path from "node:path"

export interface InstalledPackage {
  name: string
  version: string
  /** Its real place, behind all links. */
  directory: string
}

/** A package as code in `from` would find it: in `node_modules` of its folder, of one above, or of `NODE_PATH`. */
export function findPackage(from: string, name: string): InstalledPackage | null {
  const { resolve } = createRequire(path.join(path.resolve(from), "package.json"))
  const directory = (resolve.paths(name) ?? [])
    .map((modules) => path.join(modules, name))
    .find((place) => existsSync(path.join(place, "package.json")))
  return directory === undefined ? null : readPackage(directory)
}

export function readPackage(directory: string): InstalledPackage {
  const { name, version } = JSON.parse(
    readFileSync(path.join(directory, "package.json"), "utf8"),
  ) as { name?: string; version?: string }
  return { name: name ?? "", version: version ?? "", directory: realpathSync(directory) }
}

/** By the three numbers. Builds without a number of their own (`0.0.0-…`) are taken for new. */
export function isOlder(version: string, minimum: string): boolean {
  const numbers = (text: string) => text.split("-")[0]!.split(".").map(Number)
  const [found, wanted] = [numbers(version), numbers(minimum)]
  if (found.every((number) => number === 0)) return false
  const differing = wanted.findIndex((number, index) => number !== found[index])
  return differing >= 0 && (found[differing] ?? 0) < wanted[differing]!
}
