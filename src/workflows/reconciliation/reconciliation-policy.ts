import type { MedusaContainer } from "@medusajs/framework/types"
import {
  createFxPolicy,
  createPolicy,
  type FeeCards,
  type FxOptions,
  type ReconciliationPolicy,
} from "../../reconciliation"
import { pagoEfectivo } from "../container"
import { businessCalendar } from "./business-days"
import { optionsInForce } from "../settings/options-in-force"
import { feeCards } from "../settlement/fee-cards"

export interface RunPolicy extends ReconciliationPolicy {
  feeCards: FeeCards
  /** With the rate card of the provider's own contract. */
  of(providerId: string): ReconciliationPolicy
}

/** What the merchant agreed with the collectors: the options in force, and reference rates by file. */
export async function reconciliationPolicy(container: MedusaContainer): Promise<RunPolicy> {
  const options = await optionsInForce(container)
  const { settlement } = options
  const { dueBusinessDays, fx } = settlement
  const cards = feeCards(options)
  const common = createPolicy({
    calendar: businessCalendar(settlement),
    dueBusinessDays,
    refundDueBusinessDays: settlement.refundDueBusinessDays ?? dueBusinessDays,
    ...(fx && { fx: createFxPolicy(await withRatesByFile(container, fx)) }),
  })
  const of = (providerId: string) => ({ ...common, feeCardOn: cards.of(providerId) })
  return { ...common, feeCards: cards, of }
}

/** A rate by file replaces one in the options: it is the younger of the two. */
async function withRatesByFile(container: MedusaContainer, fx: FxOptions): Promise<FxOptions> {
  const byFile = await pagoEfectivo(container).exchangeRates.all()
  return { ...fx, rates: [...(fx.rates ?? []), ...byFile] }
}
