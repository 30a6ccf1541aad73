import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminSettlementReportResponse } from "../../../../../../http-types"
import { rereadReport } from "../../../../../../workflows/settlement/reread-report"
import { actorOf } from "../../../../../support/actor"
import { answerErrors } from "../../../../../support/answer-errors"
import { recordId } from "../../../../../support/record-id"
import { presentReport } from "../../present-report"

/** Reads again what could not be read, and all of a withdrawn report. */
export const POST = answerErrors(
  async (req: AuthenticatedMedusaRequest, res: MedusaResponse<AdminSettlementReportResponse>) => {
    const report = await rereadReport(req.scope, recordId(req, "settlement report"), actorOf(req))
    res.json({ settlement_report: presentReport(report) })
  },
)
