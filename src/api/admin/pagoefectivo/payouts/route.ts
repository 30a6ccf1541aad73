import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { pagoEfectivo } from "../../../../workflows/container"
import { providerIdFor } from "../../../../workflows/settlement/providers"
import { actorOf } from "../../../support/actor"
import { presentPayout } from "./present-payout"
import type { GetPayoutsParamsType, PostPayoutType } from "./validators"

export async function GET(
  req: AuthenticatedMedusaRequest<unknown, GetPayoutsParamsType>,
  res: MedusaResponse,
): Promise<void> {
  const { limit, offset, payout_id = null } = req.validatedQuery as GetPayoutsParamsType
  const [rows, count] = await pagoEfectivo(req.scope).payouts.list({
    payoutId: payout_id,
    limit,
    offset,
  })
  res.json({ payouts: rows.map(presentPayout), count, limit, offset })
}

/** What the bank received for a payout. The next run compares it with the report's lines. */
export async function POST(
  req: AuthenticatedMedusaRequest<PostPayoutType>,
  res: MedusaResponse,
): Promise<void> {
  const { payouts, options } = pagoEfectivo(req.scope)
  const entered = req.validatedBody
  const deposit = {
    payoutId: entered.payout_id,
    providerId: providerIdFor(options, entered.provider_id),
    currencyCode: entered.currency_code,
    declaredTotalCentimos: entered.declared_total ?? null,
    bankDepositCentimos: entered.bank_deposit,
    bankDepositedAt: entered.bank_deposited_at ?? null,
    bankReference: entered.bank_reference ?? null,
    enteredBy: actorOf(req),
  }
  await payouts.enter([deposit])
  const [rows] = await payouts.list({ payoutId: entered.payout_id, limit: 100, offset: 0 })
  const own = rows.find(({ currency_code }) => currency_code === entered.currency_code)
  res.json({ payout: own && presentPayout(own) })
}
