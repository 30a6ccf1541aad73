import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminRefundResponse } from "../../../../../../http-types"
import { pagoEfectivo } from "../../../../../../workflows/container"
import { actorOf } from "../../../../../support/actor"
import { recordId } from "../../../../../support/record-id"
import { loadRefundContext } from "../../load-refund-context"
import { presentListedRefund } from "../../present-refund"
import type { PostTransferredType } from "../../validators"
import { answerErrors } from "../../../../../support/answer-errors"

/** A person has made the bank transfer: the shopper is told. Said twice, it counts once. */
export const POST = answerErrors(
  async (
    req: AuthenticatedMedusaRequest<PostTransferredType>,
    res: MedusaResponse<AdminRefundResponse>,
  ) => {
    const { date, reference } = req.validatedBody
    const refund = await pagoEfectivo(req.scope).refunds.transferred(recordId(req, "refund"), {
      at: date,
      reference,
      recordedBy: actorOf(req),
    })
    const context = await loadRefundContext(req.scope, [refund])
    res.json({ refund: presentListedRefund(refund, context) })
  },
)
