import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { resendVoucher } from "../../../../../../workflows/resend-voucher"
import { actorOf } from "../../../../../support/actor"
import { recordId } from "../../../../../support/record-id"
import { loadVoucherDetail } from "../../load-voucher-detail"

/** Announces a waiting code again, so that the shopper gets it once more. */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const id = recordId(req, "voucher")
  await resendVoucher(req.scope, id, actorOf(req))
  res.json({ voucher: await loadVoucherDetail(req.scope, id) })
}
