import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminCaseResponse } from "../../../../../../http-types"
import { resolveCase } from "../../../../../../workflows/cases/resolve-case"
import { actorOf } from "../../../../../support/actor"
import { answerErrors } from "../../../../../support/answer-errors"
import { recordId } from "../../../../../support/record-id"
import { loadCaseDetail } from "../../load-case-detail"
import type { ResolveCaseType } from "../../validators"

type Request = AuthenticatedMedusaRequest<ResolveCaseType>

export const POST = answerErrors(async (req: Request, res: MedusaResponse<AdminCaseResponse>) => {
  const caseId = recordId(req, "case")
  const { order_id, voucher_id, claimed_on, answer_due, ...resolution } = req.validatedBody
  await resolveCase(req.scope, {
    ...resolution,
    caseId,
    orderId: order_id,
    voucherId: voucher_id,
    claimedOn: claimed_on,
    answerDue: answer_due,
    actor: actorOf(req),
  })
  res.json({ case: await loadCaseDetail(req, caseId) })
})
