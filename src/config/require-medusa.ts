import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import path from "node:path"
import { BrandedError } from "../errors/branded-error"
import { PACKAGE_FOLDER, packageFolderOf } from "./package-folder"

/** The backend has no Medusa that this plugin can run in; the message says what was found and where. */
export class UnsupportedMedusaError extends BrandedError {}

interface Manifest {
  name: string
  version: string
  peerDependencies: Record<string, string>
}

/** What every part of the plugin that runs in the backend imports. */
const NEEDED = ["@medusajs/framework", "@medusajs/medusa"]

/**
 * @param folder from where Medusa is looked for, as Node does for files in it
 * @throws UnsupportedMedusaError when it is missing or older than the package's peers allow
 */
export function requireMedusa(folder = PACKAGE_FOLDER): void {
  const plugin = readManifest(PACKAGE_FOLDER)
  for (const name of NEEDED) {
    const minimum = plugin.peerDependencies[name]!.replace(/^>=/, "")
    const needs = `${plugin.name} ${plugin.version} needs Medusa ${minimum} or later`
    const found = locate(name, folder)
    if (!found) {
      throw new UnsupportedMedusaError(
        `${needs}; found no ${name} that can be imported from ${folder}. Add the plugin to the ` +
          `package.json that has @medusajs/medusa among its dependencies, and install again.`,
      )
    }
    const { version } = readManifest(found)
    if (isOlder(version, minimum)) {
      throw new UnsupportedMedusaError(
        `${needs}; found ${name} ${version} in ${found}. ` +
          `Update the backend's @medusajs packages, all to one version.`,
      )
    }
  }
}

function locate(name: string, folder: string): string | undefined {
  try {
    return packageFolderOf(createRequire(path.join(folder, "package.json")).resolve(name))
  } catch {
    return undefined
  }
}

function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")) as Manifest
}

/** By the three numbers. Builds without a number of their own (`0.0.0-…`) are taken for new. */
function isOlder(version: string, minimum: string): boolean {
  const numbers = (text: string) => text.split("-")[0]!.split(".").map(Number)
  const [found, wanted] = [numbers(version), numbers(minimum)]
  if (found.every((number) => number === 0)) return false
  const differing = wanted.findIndex((number, index) => number !== found[index])
  return differing >= 0 && found[differing]! < wanted[differing]!
}

requireMedusa()
