import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminVoucherResponse } from "../../../../../../http-types"
import { chargeOrder } from "../../../../../../workflows/orders/charge-order"
import { actorOf } from "../../../../../support/actor"
import { answerErrors } from "../../../../../support/answer-errors"
import { recordId } from "../../../../../support/record-id"
import { loadVoucherDetail } from "../../../vouchers/load-voucher-detail"
import type { PostCodeType } from "../../validators"

/** Issues a code over what the order owes, and closes its earlier ones first. */
export const POST = answerErrors(
  async (
    req: AuthenticatedMedusaRequest<PostCodeType>,
    res: MedusaResponse<AdminVoucherResponse>,
  ) => {
    const { provider_id: providerId, reason } = req.validatedBody
    const charge = { providerId, reason }
    const { id } = await chargeOrder(req.scope, recordId(req, "order"), charge, actorOf(req))
    res.json({ voucher: await loadVoucherDetail(req.scope, id) })
  },
)
