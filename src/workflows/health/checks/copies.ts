import type { InstalledPackage } from "../../../config/installed-package"
import { finding, ok, type CheckInstallation } from "../health-check"

/** Two copies in one process do not know each other's workflows, modules and errors. */
export const copies: CheckInstallation = ({ plugins, frameworks }) => {
  if (plugins.length > 1) {
    const places = placesOf(plugins)
    return finding(
      "problem",
      `There are two copies of the plugin: ${places.join(" and ")}.`,
      "Have it in the package.json of the backend alone, delete node_modules, and install again.",
      { places, finding: "plugin" },
    )
  }
  if (frameworks.length > 1) {
    const places = placesOf(frameworks)
    return finding(
      "problem",
      `Medusa is there twice: ${places.join(" and ")}.`,
      "Give all of Medusa's packages the same version everywhere in the workspace, delete node_modules, and install again.",
      { places, finding: "medusa" },
    )
  }
  return ok("The plugin and Medusa are there once.")
}

function placesOf(packages: InstalledPackage[]): string[] {
  return packages.map(({ directory, version }) => `${directory} (${version})`)
}
