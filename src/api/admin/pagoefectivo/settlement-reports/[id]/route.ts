import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminSettlementReportResponse } from "../../../../../http-types"
import { pagoEfectivo } from "../../../../../workflows/container"
import { recordId } from "../../../../support/record-id"
import { presentReport } from "../present-report"

export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminSettlementReportResponse>,
): Promise<void> {
  const report = await pagoEfectivo(req.scope).retrieveSettlementReport(
    recordId(req, "settlement report"),
  )
  res.json({ settlement_report: presentReport(report) })
}
