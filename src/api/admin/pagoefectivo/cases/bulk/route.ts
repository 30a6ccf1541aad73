import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminCaseBulkResponse } from "../../../../../http-types"
import { changeCases, type CasesChange } from "../../../../../workflows/cases/bulk-cases"
import { actorOf } from "../../../../support/actor"
import { findBulkCases } from "../find-bulk-cases"
import type { BulkCasesType } from "../validators"
import { answerErrors } from "../../../../support/answer-errors"

/** The same on many cases; the answer names those that refused, and why. */
export const POST = answerErrors(
  async (
    req: AuthenticatedMedusaRequest<BulkCasesType>,
    res: MedusaResponse<AdminCaseBulkResponse>,
  ) => {
    const { ids, filter, versions, ...asked } = req.validatedBody
    const actor = actorOf(req)
    const caseIds = await findBulkCases(req.scope, { ids, filter, action: asked.action }, actor)
    const result = await changeCases(req.scope, caseIds, changeOf(asked, actor), versions)
    res.json({ ...result, count: caseIds.length })
  },
)

type Asked = Omit<BulkCasesType, "ids" | "filter" | "versions">

function changeOf(asked: Asked, actor: string): CasesChange {
  const { action, note, reference, assigned_to, claimed_on, answer_due } = asked
  switch (action) {
    case "assign":
      return { action, assignedTo: assigned_to ?? null, actor }
    case "note":
      return { action, note: note ?? "", actor }
    case "reopen":
      return { action, note, actor }
    default:
      return { action, note, reference, claimedOn: claimed_on, answerDue: answer_due, actor }
  }
}
