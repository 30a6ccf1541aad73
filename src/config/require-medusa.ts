import { BrandedError } from "../errors/branded-error"
import { findPackage, isOlder, readPackage } from "./installed-package"
import { LOWEST_MEDUSA } from "./lowest-medusa"
import { PACKAGE_FOLDER } from "./package-folder"

/** The backend has no Medusa that this plugin can run in; the message says what was found and where. */
export class UnsupportedMedusaError extends BrandedError {}

/** What every part of the plugin that runs in the backend imports. */
const NEEDED = ["@medusajs/framework", "@medusajs/medusa"]

/**
 * @param folder from where Medusa is looked for, as Node does for files in it
 * @throws UnsupportedMedusaError when it is missing or older than the package's peers allow
 */
export function requireMedusa(folder = PACKAGE_FOLDER): void {
  const plugin = readPackage(PACKAGE_FOLDER)
  const needs = `${plugin.name} ${plugin.version} needs Medusa ${LOWEST_MEDUSA} or later`
  for (const name of NEEDED) {
    const found = findPackage(folder, name)
    if (!found) {
      throw new UnsupportedMedusaError(
        `${needs}; found no ${name} that can be imported from ${folder}. Add the plugin to the ` +
          `package.json that has @medusajs/medusa among its dependencies, and install again.`,
      )
    }
    if (isOlder(found.version, LOWEST_MEDUSA)) {
      throw new UnsupportedMedusaError(
        `${needs}; found ${name} ${found.version} in ${found.directory}. ` +
          `Update the backend's @medusajs packages, all to one version.`,
      )
    }
  }
}

requireMedusa()
