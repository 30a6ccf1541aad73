import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminSettlementReportResponse } from "../../../../../../http-types"
import { takeReportBack } from "../../../../../../workflows/settlement/withdraw-report"
import { actorOf } from "../../../../../support/actor"
import { answerErrors } from "../../../../../support/answer-errors"
import { recordId } from "../../../../../support/record-id"
import { presentReport } from "../../present-report"
import type { PostWithdrawalType } from "../../validators"

/** Takes an import back. */
export const POST = answerErrors(
  async (
    req: AuthenticatedMedusaRequest<PostWithdrawalType>,
    res: MedusaResponse<AdminSettlementReportResponse>,
  ) => {
    const id = recordId(req, "settlement report")
    const withdrawal = { by: actorOf(req), note: req.validatedBody.note ?? null }
    const report = await takeReportBack(req.scope, id, withdrawal)
    res.json({ settlement_report: presentReport(report) })
  },
)
