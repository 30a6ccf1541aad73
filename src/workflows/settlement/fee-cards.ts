import type { OptionsInForce } from "../../config"
import { createFeeCards, type FeeCards } from "../../reconciliation"

/** What the contracts say about fees. */
export function feeCards({ rateCards }: Pick<OptionsInForce, "rateCards">): FeeCards {
  return createFeeCards(rateCards.common, rateCards.own)
}
