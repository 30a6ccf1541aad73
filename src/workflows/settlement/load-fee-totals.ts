import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import type { FeePeriod } from "../../modules/pagoefectivo/charged-fee-store"
import { createFeeCard, feeTotals, parseDay, type FeeTotals } from "../../reconciliation"
import { pagoEfectivo } from "../container"
import { SETTLEMENT_LIMITS as LIMITS } from "./limits"

const DAY_MS = 86_400_000
/** Noon in Lima, as an instant of the first day. */
const LIMA_NOON_MS = 17 * 3_600_000

/**
 * What was charged against what the rate card says, by day or month of crediting; null without a
 * rate card. Differences within the card's tolerance count here too: they are no cases, but money.
 * @throws MedusaError (invalid_data) when the period holds too much to be added up at once.
 */
export async function loadFeeTotals(
  container: MedusaContainer,
  period: Omit<FeePeriod, "currencyCode">,
): Promise<FeeTotals[] | null> {
  const { chargedFees, options } = pagoEfectivo(container)
  const { fees } = options.settlement
  if (!fees) return null
  const card = createFeeCard(fees)
  const currencyCode = fees.currency.toLowerCase()
  const groups = await chargedFees.groups({ ...period, currencyCode }, LIMITS.maxFeeGroups + 1)
  if (groups.length > LIMITS.maxFeeGroups) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `The period from ${period.from} to ${period.to} has more than ${LIMITS.maxFeeGroups} different fees, expected fewer: ask for a shorter one.`,
    )
  }
  const charged = groups.map(({ period: day, amount_centimos, fee_centimos, count }) => ({
    creditedAt: parseDay(day) * DAY_MS + LIMA_NOON_MS,
    expectedFee: card.feeFor(amount_centimos),
    chargedFee: fee_centimos,
    currencyCode,
    count,
  }))
  return feeTotals(charged, period.by)
}
