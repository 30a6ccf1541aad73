import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminCaseResponse } from "../../../../../../http-types"
import { assignCase, requireUser } from "../../../../../../workflows/cases/assign-case"
import { actorOf } from "../../../../../support/actor"
import { answerErrors } from "../../../../../support/answer-errors"
import { recordId } from "../../../../../support/record-id"
import { loadCaseDetail } from "../../load-case-detail"
import type { AssignCaseType } from "../../validators"

type Request = AuthenticatedMedusaRequest<AssignCaseType>

export const POST = answerErrors(async (req: Request, res: MedusaResponse<AdminCaseResponse>) => {
  const caseId = recordId(req, "case")
  const { assigned_to: assignedTo, version } = req.validatedBody
  await requireUser(req.scope, assignedTo)
  await assignCase(req.scope, { caseId, assignedTo, version, actor: actorOf(req) })
  res.json({ case: await loadCaseDetail(req, caseId) })
})
