import Decimal from "decimal.js"
import { toDecimalText } from "../money"
import type { SandboxFeeCard } from "../switches"

/**
 * The fee of one payment in céntimos, IGV included: the first tier whose `upTo` holds, rounded half
 * up; IGV on that, rounded half up; their sum.
 */
export function feeWithIgv(centimos: number, card: SandboxFeeCard): number {
  const amount = new Decimal(toDecimalText(centimos))
  const tier = card.tiers.find(({ upTo }) => upTo === undefined || amount.lte(upTo))
  const fee = amount
    .times(tier?.percent ?? 0)
    .div(100)
    .plus(tier?.fixed ?? 0)
    .toDecimalPlaces(2, Decimal.ROUND_HALF_UP)
  const igv = fee.times(card.igvPercent).div(100).toDecimalPlaces(2, Decimal.ROUND_HALF_UP)
  return fee.plus(igv).times(100).toNumber()
}
