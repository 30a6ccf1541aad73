import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { checkVoucherOnDemand } from "../../../../../../workflows/vouchers/check-voucher-on-demand"
import type { AdminVoucherCheckResponse } from "../../../../../../http-types"
import { actorOf } from "../../../../../support/actor"
import { answerErrors } from "../../../../../support/answer-errors"
import { recordId } from "../../../../../support/record-id"
import { loadVoucherDetail } from "../../load-voucher-detail"

/** Asks the gateway now. Without a clear answer: 503 with the gateway error's code. */
export const POST = answerErrors(
  async (req: AuthenticatedMedusaRequest, res: MedusaResponse<AdminVoucherCheckResponse>) => {
    const id = recordId(req, "voucher")
    const { outcome } = await checkVoucherOnDemand(req.scope, id, actorOf(req))
    res.json({ voucher: await loadVoucherDetail(req.scope, id), outcome })
  },
)
