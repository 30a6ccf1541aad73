import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminPayoutLineListResponse } from "../../../../../../http-types"
import type { PAYOUT_LINE_ORDERS, PayoutLineQuery } from "../../../../../../modules/pagoefectivo"
import { pagoEfectivo } from "../../../../../../workflows/container"
import { contains } from "../../../../../support/code-patterns"
import { pageOf, pickFields } from "../../../../../support/list-request"
import { ordersNamed } from "../../../../../support/order-numbers"
import { searchedAmount } from "../../../../../support/searched-amount"
import { presentPayoutLines } from "../../present-payout-line"
import { requestedPayout } from "../../requested-payout"
import type { GetPayoutLinesParamsType } from "../../validators"
import { answerErrors } from "../../../../../support/answer-errors"

/** The lines that name a payout, with what each leads to. */
export const GET = answerErrors(
  async (
    req: AuthenticatedMedusaRequest<unknown, GetPayoutLinesParamsType>,
    res: MedusaResponse<AdminPayoutLineListResponse>,
  ) => {
    const { provider_id, payout_id, currency_code } = await requestedPayout(req)
    const { type, status, trouble, q } = req.filterableFields as GetPayoutLinesParamsType
    const { limit, offset, order } = pageOf<keyof typeof PAYOUT_LINE_ORDERS>(req)
    const [records, count] = await pagoEfectivo(req.scope).payoutLines.list(
      { provider_id, payout_id, currency_code },
      {
        types: type,
        statuses: status,
        trouble,
        search: await searchOf(req, q),
        order: order ?? { by: "credited_at", direction: "ASC" },
        limit,
        offset,
      },
    )
    const lines = await presentPayoutLines(req.scope, records)
    res.json({ lines: lines.map((line) => pickFields(req, line)), count, limit, offset })
  },
)

async function searchOf(
  { scope }: AuthenticatedMedusaRequest,
  q: string | undefined,
): Promise<PayoutLineQuery["search"]> {
  if (!q) return null
  return {
    like: contains(q),
    centimos: searchedAmount(q),
    orderIds: await ordersNamed(scope, q),
  }
}
