import type { MedusaContainer } from "@medusajs/framework/types"
import type { BankDeposit, PayoutSummary } from "../../modules/pagoefectivo"
import { pagoEfectivo } from "../container"
import { refused } from "../../errors/refusal"

/**
 * Enters by hand what the bank received for a payout, or withdraws it; the payout's history keeps
 * what was there.
 * @throws MedusaError (not_found) when there is no deposit to withdraw.
 */
export async function enterDeposit(
  container: MedusaContainer,
  deposit: BankDeposit,
  origin: { providerId: string; by: string; note: string | null },
): Promise<PayoutSummary> {
  const service = pagoEfectivo(container)
  const find = () =>
    service.payouts.find({
      payout_id: deposit.payoutId,
      provider_id: origin.providerId,
      currency_code: deposit.currencyCode,
    })
  if (deposit.bankDepositCentimos === null) refuseWithoutDeposit(await find(), deposit)
  await service.payouts.enterDeposit(deposit, { ...origin, source: "manual" })
  return (await find()) as PayoutSummary
}

function refuseWithoutDeposit(
  known: PayoutSummary | undefined,
  { payoutId, currencyCode }: BankDeposit,
): void {
  if (known && known.bank_deposit_centimos !== null) return
  throw refused("no_deposit_to_withdraw", {
    payout: payoutId,
    currency: currencyCode.toUpperCase(),
  })
}
