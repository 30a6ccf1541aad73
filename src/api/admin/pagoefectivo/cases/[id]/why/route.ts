import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminCaseWhyResponse } from "../../../../../../http-types"
import { explainCase } from "../../../../../../workflows/cases/explain-case"
import { orderNumbers } from "../../../../../support/order-numbers"
import { recordId } from "../../../../../support/record-id"
import { answerErrors } from "../../../../../support/answer-errors"

/** Which rules looked at a case's subject, and which vouchers were considered for it. */
export const GET = answerErrors(
  async (req: AuthenticatedMedusaRequest, res: MedusaResponse<AdminCaseWhyResponse>) => {
    const { candidates, ...why } = await explainCase(req.scope, recordId(req, "case"))
    const numbers = await orderNumbers(
      req.scope,
      (candidates ?? []).map(({ order_id }) => order_id),
    )
    const named = candidates?.map((one) => ({
      ...one,
      order_display_id: numbers.get(one.order_id ?? "") ?? null,
    }))
    res.json({ why: { ...why, candidates: named ?? null } })
  },
)
