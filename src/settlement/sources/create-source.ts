import { createFolderSource } from "./folder-source"
import { createHttpsSource, type HttpsSourceDeps } from "./https-source"
import { createMercadoPagoReportsSource } from "./mercadopago-reports"
import type { SettlementSourceOptions } from "./schema"
import { createSftpSource } from "./sftp-source"
import type { SettlementSource } from "./source"

/** Makes a source of checked options (`settlementSourceSchema`). Nothing is contacted yet. */
export function createSettlementSource(
  options: SettlementSourceOptions,
  deps: HttpsSourceDeps = {},
): SettlementSource {
  if (options.type === "folder") return createFolderSource(options, deps)
  if (options.type === "sftp") return createSftpSource(options, deps)
  if (options.type === "mercadopago") return createMercadoPagoReportsSource(options, deps)
  return createHttpsSource(options, deps)
}
