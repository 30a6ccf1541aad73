import type { MedusaContainer } from "@medusajs/framework/types"
import type { WholenessTerms } from "../../modules/pagoefectivo/scope-store"
import { limaDay, type ReconciliationPolicy } from "../../reconciliation"
import { pagoEfectivo } from "../container"
import { SETTLEMENT_LIMITS as LIMITS } from "./limits"

const DAY_MS = 86_400_000
/** Noon in Lima, as an instant of the first day. */
const LIMA_NOON_MS = 17 * 3_600_000

/** What the calendar and the rate card say, computed ahead for the database to join. */
export async function wholenessTerms(
  container: MedusaContainer,
  policy: ReconciliationPolicy,
  now: Date,
): Promise<WholenessTerms> {
  return {
    today: limaDay(now.getTime()),
    dueDays: await dueDays(container, policy),
    fees: await expectedFees(container, policy),
    settlementCurrency: policy.fx.settlementCurrency?.toLowerCase() ?? null,
  }
}

async function dueDays(
  container: MedusaContainer,
  { calendar, dueBusinessDays }: ReconciliationPolicy,
): Promise<WholenessTerms["dueDays"]> {
  const period = await pagoEfectivo(container).reconciliation.scope.paidPeriod()
  if (!period) return { firstPaid: 0, due: [] }
  const firstPaid = limaDay(period.first.getTime())
  const length = limaDay(period.last.getTime()) - firstPaid + 1
  const due = Array.from({ length }, (_, index) =>
    calendar.dueDay((firstPaid + index) * DAY_MS + LIMA_NOON_MS, dueBusinessDays),
  )
  return { firstPaid, due }
}

/** With too many different amounts none is computed: then each line with a fee is looked at closely. */
async function expectedFees(
  container: MedusaContainer,
  { feeCard }: ReconciliationPolicy,
): Promise<WholenessTerms["fees"]> {
  const { scope } = pagoEfectivo(container).reconciliation
  const options = pagoEfectivo(container).options.settlement.fees
  if (!feeCard || !options) return null
  const currencyCode = options.currency.toLowerCase()
  const found = await scope.settledAmounts(currencyCode, LIMITS.maxJudgedAmounts + 1)
  const amounts = found.length > LIMITS.maxJudgedAmounts ? [] : found
  return {
    currencyCode,
    toleranceCentimos: feeCard.tolerance,
    amounts,
    expected: amounts.map((amount) => feeCard.feeFor(amount)),
  }
}
