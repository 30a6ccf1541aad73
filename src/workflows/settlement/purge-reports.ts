import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { pagoEfectivo } from "../container"
import { SETTLEMENT_LIMITS as LIMITS } from "./limits"

/**
 * Deletes the archived files of reports that were kept for `retentionDays`, and their quarantined
 * rows. The reports' lines stay: without them their payments would look unsettled.
 */
export async function purgeReports(container: MedusaContainer): Promise<{ deleted: number }> {
  const service = pagoEfectivo(container)
  const due = await service.listSettlementReports(
    { kept_until: { $lt: new Date() }, file_id: { $ne: null } },
    { select: ["id", "file_id"], order: { kept_until: "ASC" }, take: LIMITS.retentionBatch },
  )
  for (const { id, file_id } of due) {
    await container.resolve(Modules.FILE).deleteFiles(file_id as string)
    await service.deleteQuarantinedRows({ report_id: id })
    await service.updateSettlementReports({ id, file_id: null })
  }
  return { deleted: due.length }
}
