import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminVoucherResponse } from "../../../../../http-types"
import { recordId } from "../../../../support/record-id"
import { loadVoucherDetail } from "../load-voucher-detail"
import { answerErrors } from "../../../../support/answer-errors"

export const GET = answerErrors(
  async (req: AuthenticatedMedusaRequest, res: MedusaResponse<AdminVoucherResponse>) => {
    res.json({ voucher: await loadVoucherDetail(req.scope, recordId(req, "voucher")) })
  },
)
