import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminSettlementReportResponse } from "../../../../../http-types"
import { pagoEfectivo } from "../../../../../workflows/container"
import { recordId } from "../../../../support/record-id"
import { presentReport } from "../present-report"
import { answerErrors } from "../../../../support/answer-errors"

export const GET = answerErrors(
  async (req: AuthenticatedMedusaRequest, res: MedusaResponse<AdminSettlementReportResponse>) => {
    const report = await pagoEfectivo(req.scope).retrieveSettlementReport(
      recordId(req, "settlement report"),
    )
    res.json({ settlement_report: presentReport(report) })
  },
)
