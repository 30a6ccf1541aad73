import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminVoucherResponse } from "../../../../../http-types"
import { recordId } from "../../../../support/record-id"
import { loadVoucherDetail } from "../load-voucher-detail"

export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminVoucherResponse>,
): Promise<void> {
  res.json({ voucher: await loadVoucherDetail(req.scope, recordId(req, "voucher")) })
}
