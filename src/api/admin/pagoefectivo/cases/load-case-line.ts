import type { MedusaContainer } from "@medusajs/framework/types"
import type { AdminCaseLine } from "../../../../http-types"
import type { CaseRow } from "../../../../modules/pagoefectivo"
import { pagoEfectivo } from "../../../../workflows/container"

/** Where a case's line stands: its report and the row in that file; null for a case without one. */
export async function loadCaseLine(
  container: MedusaContainer,
  { line_id }: CaseRow,
): Promise<AdminCaseLine | null> {
  if (!line_id) return null
  const service = pagoEfectivo(container)
  const [line] = await service.listSettlementLines(
    { id: line_id },
    // Also one that was withdrawn: the case is about it.
    { select: ["report_id", "line_number"], take: 1, withDeleted: true },
  )
  if (!line) return null
  const [report] = await service.listSettlementReports(
    { id: line.report_id },
    { select: ["filename"], take: 1 },
  )
  if (!report) return null
  const { report_id, line_number } = line
  return { report_id, filename: report.filename, line_number }
}
