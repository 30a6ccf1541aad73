import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminVoucherResendResponse } from "../../../../../../http-types"
import { resendVoucher } from "../../../../../../workflows/emails/resend-voucher"
import { actorOf } from "../../../../../support/actor"
import { recordId } from "../../../../../support/record-id"
import { loadVoucherDetail } from "../../load-voucher-detail"
import { answerErrors } from "../../../../../support/answer-errors"

/** Sends a waiting code to its shopper again; `email` says whether there was a mail to send. */
export const POST = answerErrors(
  async (req: AuthenticatedMedusaRequest, res: MedusaResponse<AdminVoucherResendResponse>) => {
    const id = recordId(req, "voucher")
    const email = await resendVoucher(req.scope, id, actorOf(req))
    res.json({ voucher: await loadVoucherDetail(req.scope, id), email })
  },
)
