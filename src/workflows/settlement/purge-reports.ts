import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { pagoEfectivo } from "../container"
import { SETTLEMENT_LIMITS as LIMITS } from "./limits"

/**
 * Deletes the archived files of reports and of merchants' tables that were kept for `retentionDays`,
 * and their quarantined rows. What was read from them stays: without their lines, payments would look
 * unsettled.
 */
export async function purgeReports(container: MedusaContainer): Promise<{ deleted: number }> {
  const service = pagoEfectivo(container)
  const due = { kept_until: { $lt: new Date() }, file_id: { $ne: null } }
  const page = {
    select: ["id", "file_id"] as ("id" | "file_id")[],
    order: { kept_until: "ASC" as const },
    take: LIMITS.retentionBatch,
  }
  const reports = await service.listSettlementReports(due, page)
  for (const report of reports) {
    await deleteFile(container, report)
    await service.updateSettlementReports({ id: report.id, file_id: null })
  }
  const tables = await service.listImportedTables(due, page)
  for (const table of tables) {
    await deleteFile(container, table)
    await service.updateImportedTables({ id: table.id, file_id: null })
  }
  return { deleted: reports.length + tables.length }
}

async function deleteFile(
  container: MedusaContainer,
  { id, file_id }: { id: string; file_id: string | null },
): Promise<void> {
  await container.resolve(Modules.FILE).deleteFiles(file_id as string)
  await pagoEfectivo(container).deleteQuarantinedRows({ report_id: id })
}
