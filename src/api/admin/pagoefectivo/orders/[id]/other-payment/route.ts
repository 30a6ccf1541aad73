import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { recordOtherPayment } from "../../../../../../workflows/payments/record-other-payment"
import { actorOf } from "../../../../../support/actor"
import { answerErrors } from "../../../../../support/answer-errors"
import { recordId } from "../../../../../support/record-id"
import type { PostOtherPaymentType } from "../../validators"

/** The shopper paid what the order owes by other means: its codes close, and it counts as paid. */
export const POST = answerErrors(
  async (req: AuthenticatedMedusaRequest<PostOtherPaymentType>, res: MedusaResponse) => {
    const id = recordId(req, "order")
    const { paid_at: paidAt, means, reference = null } = req.validatedBody
    await recordOtherPayment(req.scope, id, { paidAt, means, reference }, actorOf(req))
    res.json({ order_id: id })
  },
)
