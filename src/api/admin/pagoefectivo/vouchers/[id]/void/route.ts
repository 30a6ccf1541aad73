import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminVoucherVoidResponse } from "../../../../../../http-types"
import { voidVoucher } from "../../../../../../workflows/vouchers/void-voucher"
import { actorOf } from "../../../../../support/actor"
import { answerErrors } from "../../../../../support/answer-errors"
import { recordId } from "../../../../../support/record-id"
import { loadVoucherDetail } from "../../load-voucher-detail"

/** Makes a code unpayable; `outcome` says whether it is, was paid before, or is tried again later. */
export const POST = answerErrors(
  async (req: AuthenticatedMedusaRequest, res: MedusaResponse<AdminVoucherVoidResponse>) => {
    const id = recordId(req, "voucher")
    const { outcome, reason } = await voidVoucher(req.scope, id, actorOf(req))
    res.json({ voucher: await loadVoucherDetail(req.scope, id), outcome, reason })
  },
)
