import type { MedusaContainer } from "@medusajs/framework/types"
import type { CleanMatchTerms } from "../../modules/pagoefectivo"
import { type FeeCard, type FeeCards } from "../../reconciliation"
import { limaDay, limaNoon } from "../../peru/lima"
import { pagoEfectivo } from "../container"
import { SETTLEMENT_LIMITS as LIMITS } from "../settlement/limits"
import type { RunPolicy } from "./reconciliation-policy"

/** What the calendar and the rate card say, computed ahead for the database to join. */
export async function cleanMatchTerms(
  container: MedusaContainer,
  policy: RunPolicy,
  now: Date,
): Promise<CleanMatchTerms> {
  return {
    today: limaDay(now.getTime()),
    dueDays: await dueDays(container, policy),
    fees: await feeTerms(container, policy.feeCards),
    settlementCurrency: policy.fx.settlementCurrency?.toLowerCase() ?? null,
  }
}

async function dueDays(
  container: MedusaContainer,
  { calendar, dueBusinessDays }: RunPolicy,
): Promise<CleanMatchTerms["dueDays"]> {
  const period = await pagoEfectivo(container).reconciliation.candidates.paidPeriod()
  if (!period) return { firstPaid: 0, due: [] }
  const firstPaid = limaDay(period.first.getTime())
  const length = limaDay(period.last.getTime()) - firstPaid + 1
  const due = Array.from({ length }, (_, index) =>
    calendar.dueDay(limaNoon(firstPaid + index), dueBusinessDays),
  )
  return { firstPaid, due }
}

/** With too many different amounts none is computed: then each line with a fee is looked at closely. */
async function feeTerms(
  container: MedusaContainer,
  { ownProviders, starts, table }: FeeCards,
): Promise<CleanMatchTerms["fees"]> {
  const cards = table.flat()
  if (cards.every((card) => card === null)) return null
  const amountsIn = await amountsByCurrency(container, cards)
  const expected = cards.flatMap((card, index) =>
    card === null
      ? []
      : (amountsIn.get(card.currencyCode) ?? []).map((amount) => ({
          card: index,
          amount,
          fee: card.feeFor(amount),
        })),
  )
  return {
    ownProviders,
    starts,
    cards: cards.map(
      (card) => card && { currencyCode: card.currencyCode, toleranceCentimos: card.tolerance },
    ),
    expected,
  }
}

async function amountsByCurrency(
  container: MedusaContainer,
  cards: readonly (FeeCard | null)[],
): Promise<Map<string, number[]>> {
  const { candidates } = pagoEfectivo(container).reconciliation
  const currencies = cards.flatMap((card) => card?.currencyCode ?? [])
  const amounts = new Map<string, number[]>()
  for (const currency of new Set(currencies)) {
    const most = Math.floor(LIMITS.maxJudgedAmounts / currencies.length)
    const found = await candidates.settledAmounts(currency, most + 1)
    amounts.set(currency, found.length > most ? [] : found)
  }
  return amounts
}
