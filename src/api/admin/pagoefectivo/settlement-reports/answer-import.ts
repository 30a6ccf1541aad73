import type { MedusaResponse } from "@medusajs/framework/http"
import type { AdminReportUploadResponse } from "../../../../http-types"
import type { ReportImport } from "../../../../workflows/settlement/import-report"
import { iso } from "../../../support/iso"
import { presentPreview, presentReport } from "./present-report"

/** 201 for a new report, 200 for a known one (with who imported it, and when) and for a dry run. */
export function answerImport(
  res: MedusaResponse<AdminReportUploadResponse>,
  result: ReportImport,
  isDryRun: boolean,
): void {
  const dryRun = isDryRun && { dry_run: true as const }
  if (result.outcome === "dry_run") {
    res.status(200).json({ settlement_report: presentPreview(result.report), ...dryRun })
    return
  }
  const settlement_report = presentReport(result.report)
  if (result.outcome === "imported") {
    res.status(201).json({ settlement_report })
    return
  }
  const { finished_at, started_at, imported_by } = result.report
  res.status(200).json({
    settlement_report,
    already_imported: { at: iso(finished_at ?? started_at), by: imported_by },
    ...dryRun,
  })
}
