import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminCaseResponse } from "../../../../../../http-types"
import { reopenCase } from "../../../../../../workflows/cases/reopen-case"
import { actorOf } from "../../../../../support/actor"
import { answerErrors } from "../../../../../support/answer-errors"
import { recordId } from "../../../../../support/record-id"
import { loadCaseDetail } from "../../load-case-detail"
import type { ReopenCaseType } from "../../validators"

type Request = AuthenticatedMedusaRequest<ReopenCaseType>

export const POST = answerErrors(async (req: Request, res: MedusaResponse<AdminCaseResponse>) => {
  const caseId = recordId(req, "case")
  await reopenCase(req.scope, { ...req.validatedBody, caseId, actor: actorOf(req) })
  res.json({ case: await loadCaseDetail(req, caseId) })
})
