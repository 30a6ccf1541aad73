import { createHash } from "node:crypto"
import type { PagoEfectivoOptions } from "../../config"
import { readPackage } from "../../config/installed-package"
import { PACKAGE_FOLDER } from "../../config/package-folder"

/**
 * Tells the plugin and the merchant's formats from others: what could not be read may be readable once
 * this changes.
 */
export function readingKey({ settlement }: Pick<PagoEfectivoOptions, "settlement">): string {
  const formats = createHash("sha256").update(JSON.stringify(settlement.formats)).digest("hex")
  return `${pluginVersion()} ${formats.slice(0, 16)}`
}

let version: string | undefined

function pluginVersion(): string {
  return (version ??= readPackage(PACKAGE_FOLDER).version)
}
