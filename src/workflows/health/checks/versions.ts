import { isOlder } from "../../../config/installed-package"
import { LOWEST_MEDUSA } from "../../../config/lowest-medusa"
import { finding, ok, type CheckInstallation } from "../health-check"

/** Whether Node, Medusa and the plugin are of versions that work together. */
export const versions: CheckInstallation = ({ node, medusa, plugins }) => {
  const medusaVersion = medusa[0]?.version ?? null
  const data = { node, medusa: medusaVersion, plugin: plugins[0]?.version ?? null }
  if (!fitsNode(node)) {
    return finding(
      "problem",
      `Node ${node} is too old for Medusa and this plugin.`,
      "Install Node 20.19 or later, 22.12 or later, or a newer one.",
      { ...data, finding: "node" },
    )
  }
  if (!medusaVersion) {
    return finding(
      "problem",
      "Medusa is not installed here.",
      "Run the command in the folder of a Medusa store, after installing its packages.",
      { ...data, finding: "no_medusa" },
    )
  }
  if (isOlder(medusaVersion, LOWEST_MEDUSA)) {
    return finding(
      "problem",
      `Medusa ${medusaVersion} is too old: orders can't wait for a payment before ${LOWEST_MEDUSA}.`,
      "Update Medusa's packages, all to the same version.",
      { ...data, finding: "medusa" },
    )
  }
  if (new Set(medusa.map(({ version }) => version)).size > 1) {
    const packages = medusa.map(({ name, version }) => `${name} ${version}`)
    return finding(
      "warning",
      `Medusa's packages are of different versions: ${packages.join(", ")}.`,
      "Give all of Medusa's packages in package.json the same version, and install again.",
      { ...data, packages, finding: "mixed" },
    )
  }
  return ok(`Node ${node}, Medusa ${medusaVersion}, plugin ${data.plugin}.`, data)
}

/** As Medusa's own packages want it. */
function fitsNode(version: string): boolean {
  const [major] = version.split(".")
  if (major === "20") return !isOlder(version, "20.19.0")
  if (major === "22") return !isOlder(version, "22.12.0")
  return !isOlder(version, "23.0.0")
}
