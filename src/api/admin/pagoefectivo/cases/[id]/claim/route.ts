import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminCaseResponse } from "../../../../../../http-types"
import { resolveCase } from "../../../../../../workflows/cases/resolve-case"
import { actorOf } from "../../../../../support/actor"
import { answerErrors } from "../../../../../support/answer-errors"
import { recordId } from "../../../../../support/record-id"
import { loadCaseDetail } from "../../load-case-detail"
import type { ClaimCaseType } from "../../validators"

type Request = AuthenticatedMedusaRequest<ClaimCaseType>

/** Marks a case as claimed of the collector; it stays open until that answers. */
export const POST = answerErrors(async (req: Request, res: MedusaResponse<AdminCaseResponse>) => {
  const caseId = recordId(req, "case")
  const { claimed_on: claimedOn, answer_due: answerDue, ...claim } = req.validatedBody
  const actor = actorOf(req)
  await resolveCase(req.scope, { ...claim, caseId, action: "claim", claimedOn, answerDue, actor })
  res.json({ case: await loadCaseDetail(req, caseId) })
})
