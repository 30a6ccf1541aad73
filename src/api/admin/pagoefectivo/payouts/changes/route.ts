import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminPayoutChangeListResponse } from "../../../../../http-types"
import { pagoEfectivo } from "../../../../../workflows/container"
import { presentPayoutChange } from "../present-payout"
import type { GetPayoutChangesParamsType } from "../validators"

/** What was entered for payouts and what stood there before, newest first. */
export async function GET(
  req: AuthenticatedMedusaRequest<unknown, GetPayoutChangesParamsType>,
  res: MedusaResponse<AdminPayoutChangeListResponse>,
): Promise<void> {
  const { limit, offset, ...of } = req.validatedQuery as GetPayoutChangesParamsType
  const [rows, count] = await pagoEfectivo(req.scope).payoutChanges.list(of, { limit, offset })
  res.json({ deposit_changes: rows.map(presentPayoutChange), count, limit, offset })
}
