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
  const { order_id: orderId, voucher_id: voucherId, ...resolution } = req.validatedBody
  await resolveCase(req.scope, { ...resolution, caseId, orderId, voucherId, actor: actorOf(req) })
  res.json({ case: await loadCaseDetail(req.scope, caseId) })
})
