import type { MedusaContainer } from "@medusajs/framework/types"
import {
  createFeeCard,
  createFxPolicy,
  createPolicy,
  type FxOptions,
  type ReconciliationPolicy,
} from "../../reconciliation"
import { pagoEfectivo } from "../container"
import { businessCalendar } from "./business-days"

/** What the merchant agreed with the collector: the options, and reference rates by file. */
export async function reconciliationPolicy(
  container: MedusaContainer,
): Promise<ReconciliationPolicy> {
  const { settlement } = pagoEfectivo(container).options
  const { dueBusinessDays, fees, fx } = settlement
  return createPolicy({
    calendar: businessCalendar(settlement),
    dueBusinessDays,
    refundDueBusinessDays: settlement.refundDueBusinessDays ?? dueBusinessDays,
    feeCard: fees ? createFeeCard(fees) : null,
    ...(fx && { fx: createFxPolicy(await withRatesByFile(container, fx)) }),
  })
}

/** A rate by file replaces one in the options: it is the younger of the two. */
async function withRatesByFile(container: MedusaContainer, fx: FxOptions): Promise<FxOptions> {
  const byFile = await pagoEfectivo(container).exchangeRates.all()
  return { ...fx, rates: [...(fx.rates ?? []), ...byFile] }
}
