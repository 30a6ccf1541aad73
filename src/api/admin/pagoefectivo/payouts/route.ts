import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type {
  AdminPayout,
  AdminPayoutListResponse,
  AdminPayoutResponse,
} from "../../../../http-types"
import { pagoEfectivo } from "../../../../workflows/container"
import { enterDeposit } from "../../../../workflows/payouts/enter-deposit"
import { namedProvider } from "../../../../workflows/settlement/providers"
import { actorOf } from "../../../support/actor"
import { answerErrors } from "../../../support/answer-errors"
import { withHistory } from "./load-payouts"
import type { GetPayoutsParamsType, PostPayoutType } from "./validators"

export async function GET(
  req: AuthenticatedMedusaRequest<unknown, GetPayoutsParamsType>,
  res: MedusaResponse<AdminPayoutListResponse>,
): Promise<void> {
  const {
    limit,
    offset,
    payout_id = null,
    unmatched = null,
  } = req.validatedQuery as GetPayoutsParamsType
  const service = pagoEfectivo(req.scope)
  const [rows, count] = await service.payouts.list({
    payoutId: payout_id,
    unmatched,
    limit,
    offset,
  })
  res.json({ payouts: await withHistory(req.scope, rows), count, limit, offset })
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
