import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { messageOf } from "../../errors/message-of"
import type { SettlementReportRow } from "../../modules/pagoefectivo"
import { pagoEfectivo } from "../container"
import { applyReport, type ReadAs } from "./apply-report"
import { importReport } from "./import-report"
import { SETTLEMENT_LIMITS as LIMITS } from "./limits"
import { readingKey } from "./reading-key"
import { withArchivedFile } from "./with-archived-file"
import { refused } from "../../errors/refusal"

/**
 * Reads an archived report again: the rows that could not be read, a file that could not be read at
 * all, or the whole of a withdrawn one.
 * @throws MedusaError (not_found) when there is none, or its file is not archived any more; ReportError
 *   when it can't be read as a whole
 */
export async function rereadReport(
  container: MedusaContainer,
  id: string,
  by: string,
): Promise<SettlementReportRow> {
  const service = pagoEfectivo(container)
  const report = await service.retrieveSettlementReport(id)
  const { file_id: fileId, filename } = report
  if (!fileId) {
    throw refused("file_not_archived", { filename })
  }
  if (report.status === "importing") {
    throw refused("report_is_importing", { id })
  }
  await withArchivedFile(container, fileId, (path) => readArchived(container, report, path, by))
  return service.retrieveSettlementReport(id)
}

/** Reads again what that may help, as a night does. One that fails is left as it is. */
export async function rereadDueReports(
  container: MedusaContainer,
): Promise<{ file: string; lines: number }[]> {
  const service = pagoEfectivo(container)
  const readWith = readingKey(service.options)
  const due = await service.settlement.due(readWith, LIMITS.rereadsPerNight)
  const read: { file: string; lines: number }[] = []
  for (const { id, filename } of due) {
    const before = await service.retrieveSettlementReport(id)
    try {
      const after = await rereadReport(container, id, "system")
      const lines = after.lines_count - before.lines_count
      if (lines > 0) read.push({ file: filename, lines })
    } catch (error) {
      // Not once more with the same plugin and formats; all of it has to be, though.
      if (before.read_with !== "")
        await service.updateSettlementReports({ id, read_with: readWith })
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .warn(`PagoEfectivo: report ${id} could not be read again: ${messageOf(error)}`)
    }
  }
  return read
}

async function readArchived(
  container: MedusaContainer,
  report: SettlementReportRow,
  path: string,
  by: string,
): Promise<void> {
  const { id, filename, sha256, status, provider_id: providerId } = report
  const { leases, settlement } = pagoEfectivo(container)
  const readAs = readAsOf(report)
  const change = { at: new Date().toISOString(), by, note: null }
  if (status !== "imported") {
    const importedBy = status === "withdrawn" ? by : report.imported_by
    const origin = { source: report.source, importedBy, providerId, ...readAs }
    await importReport(container, { path, filename, ...origin })
    if (status === "failed") await settlement.note(id, { kind: "reread", ...change })
    return
  }
  const scope = report.read_with === "" ? "whole" : "quarantined"
  const target = { reportId: id, providerId, scope, upload: null } as const
  await leases.hold(`pagoefectivo:import:${sha256}`, LIMITS.importLockWaitSeconds, async () => {
    const file = { path, filename, readAs }
    const { lines_count } = await applyReport(container, file, target, false)
    const rows = lines_count - report.lines_count
    if (rows > 0) await settlement.note(id, { kind: "reread", ...change, rows })
  })
}

/** Of a report from before this was kept: the format that was recognised. */
function readAsOf({ read_as, format }: SettlementReportRow): ReadAs {
  return (read_as as ReadAs | null) ?? { format: format ?? "auto", payoutId: null }
}
