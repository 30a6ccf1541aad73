import { readFileSync } from "node:fs"
import path from "node:path"
import { PACKAGE_FOLDER } from "./package-folder"

/** As the package's own peers say: the first Medusa that lets an order wait for its payment. */
export const LOWEST_MEDUSA = lowestMedusa()

function lowestMedusa(): string {
  const text = readFileSync(path.join(PACKAGE_FOLDER, "package.json"), "utf8")
  const { peerDependencies } = JSON.parse(text) as { peerDependencies: Record<string, string> }
  return peerDependencies["@medusajs/medusa"]!.replace(/^>=/, "")
}
