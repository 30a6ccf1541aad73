import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type {
  AdminPayout,
  AdminPayoutListResponse,
  AdminPayoutResponse,
} from "../../../../http-types"
import type { PAYOUT_ORDERS } from "../../../../modules/pagoefectivo"
import { pagoEfectivo } from "../../../../workflows/container"
import { enterDeposit } from "../../../../workflows/payouts/enter-deposit"
import { namedProvider } from "../../../../workflows/settlement/providers"
import { actorOf } from "../../../support/actor"
import { answerErrors } from "../../../support/answer-errors"
import { pageOf, pickFields } from "../../../support/list-request"
import { withHistory } from "./load-payouts"
import { payoutFilter } from "./payout-filter"
import type { GetPayoutsParamsType, PostPayoutType } from "./validators"

export async function GET(
  req: AuthenticatedMedusaRequest<unknown, GetPayoutsParamsType>,
  res: MedusaResponse<AdminPayoutListResponse>,
): Promise<void> {
  const filter = payoutFilter(req.filterableFields as GetPayoutsParamsType)
  const { limit, offset, order } = pageOf<keyof typeof PAYOUT_ORDERS>(req)
  const { payouts: stored } = pagoEfectivo(req.scope)
  const [rows, count] = await stored.list({ ...filter, order, limit, offset })
  const payouts = await withHistory(req.scope, rows)
  res.json({ payouts: payouts.map((row) => pickFields(req, row)), count, limit, offset })
}

/** What the bank received for a payout. The next run compares it with the report's lines. */
export const POST = answerErrors(
  async (
    req: AuthenticatedMedusaRequest<PostPayoutType>,
    res: MedusaResponse<AdminPayoutResponse>,
  ) => {
    const service = pagoEfectivo(req.scope)
    const entered = req.validatedBody
    const deposit = {
      payoutId: entered.payout_id,
      currencyCode: entered.currency_code,
      declaredTotalCentimos: entered.declared_total ?? null,
      bankDepositCentimos: entered.bank_deposit,
      bankDepositedAt: entered.bank_deposited_at ?? null,
      bankReference: entered.bank_reference ?? null,
    }
    const origin = {
      providerId: namedProvider(service.options, entered.provider_id),
      by: actorOf(req),
      note: entered.note ?? null,
    }
    const payout = await enterDeposit(req.scope, deposit, origin)
    const [presented] = (await withHistory(req.scope, [payout])) as [AdminPayout]
    res.json({ payout: presented })
  },
)
