import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { importReport, type ReportFile } from "./import-report"
import { refuseUnreadable } from "./refuse-unreadable"

const importReportStep = createStep(
  "pagoefectivo-import-settlement-report",
  async (file: ReportFile, { container }) => {
    const { outcome, report } = await importReport(container, file).catch(refuseUnreadable)
    const { sha256, lines_count, quarantined_count, duplicates_count } = report
    const id = "id" in report ? report.id : null
    return new StepResponse({
      outcome,
      report: { id, sha256, lines_count, quarantined_count, duplicates_count },
    })
  },
)

/** `importReport` as a Medusa workflow. No compensation: the same file again changes nothing. */
export const importSettlementReportWorkflow = createWorkflow(
  "pagoefectivo-import-settlement-report",
  (input: WorkflowData<ReportFile>) => new WorkflowResponse(importReportStep(input)),
)
