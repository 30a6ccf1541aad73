import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { closeUnpaid } from "../../../../../../workflows/orders/close-unpaid"
import { actorOf } from "../../../../../support/actor"
import { answerErrors } from "../../../../../support/answer-errors"
import { recordId } from "../../../../../support/record-id"

/** An unpaid order is given up: its codes close, it is cancelled, and its stock comes back. */
export const POST = answerErrors(async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const id = recordId(req, "order")
  await closeUnpaid(req.scope, id, actorOf(req))
  res.json({ order_id: id })
})
