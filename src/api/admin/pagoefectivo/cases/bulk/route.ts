import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminCaseBulkResponse } from "../../../../../http-types"
import { resolveCases } from "../../../../../workflows/cases/resolve-cases"
import { actorOf } from "../../../../support/actor"
import { findBulkCases } from "../find-bulk-cases"
import type { BulkCasesType } from "../validators"
import { answerErrors } from "../../../../support/answer-errors"

/** One decision on many cases; the answer names those that refused, and why. */
export const POST = answerErrors(
  async (
    req: AuthenticatedMedusaRequest<BulkCasesType>,
    res: MedusaResponse<AdminCaseBulkResponse>,
  ) => {
    const { ids, filter, ...decision } = req.validatedBody
    const caseIds = await findBulkCases(req.scope, { ids, filter })
    const actor = actorOf(req)
    const { resolved, failed } = await resolveCases(req.scope, caseIds, { ...decision, actor })
    res.json({ resolved, failed, count: caseIds.length })
  },
)
