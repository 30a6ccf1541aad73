import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminSettlementReportDetailResponse } from "../../../../../http-types"
import { pagoEfectivo } from "../../../../../workflows/container"
import { recordId } from "../../../../support/record-id"
import { presentReport } from "../present-report"
import { answerErrors } from "../../../../support/answer-errors"

export const GET = answerErrors(
  async (
    req: AuthenticatedMedusaRequest,
    res: MedusaResponse<AdminSettlementReportDetailResponse>,
  ) => {
    const service = pagoEfectivo(req.scope)
    const report = await service.retrieveSettlementReport(recordId(req, "settlement report"))
    const fixes = await service.settlement.fixesOf(report.id)
    res.json({ settlement_report: { ...presentReport(report), ...fixes } })
  },
)
