import { finding, ok, type CheckInstallation } from "../health-check"

/** Medusa 2.17.2 is the first that lets an order wait for its payment. */
export const LOWEST_MEDUSA = [2, 17, 2]

/** Whether Node, Medusa and the plugin are of versions that work together. */
export const versions: CheckInstallation = ({ node, medusa, plugins }) => {
  const medusaVersion = medusa[0]?.version ?? null
  const data = { node, medusa: medusaVersion, plugin: plugins[0]?.version ?? null }
  if (!fitsNode(numbersOf(node))) {
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
  if (isBelow(numbersOf(medusaVersion), LOWEST_MEDUSA)) {
    return finding(
      "problem",
      `Medusa ${medusaVersion} is too old: orders can't wait for a payment before ${LOWEST_MEDUSA.join(".")}.`,
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

function numbersOf(version: string): number[] {
  return version.split(/[.-]/, 3).map(Number)
}

/** As Medusa's own packages want it. */
function fitsNode(version: number[]): boolean {
  const [major] = version
  if (major === 20) return !isBelow(version, [20, 19, 0])
  if (major === 22) return !isBelow(version, [22, 12, 0])
  return !isBelow(version, [23, 0, 0])
}

function isBelow(version: number[], lowest: number[]): boolean {
  for (const [index, number] of lowest.entries()) {
    const found = version[index] ?? 0
    if (found !== number) return found < number
  }
  return false
}
