import type { AdminFeeTier, AdminRateCard } from "../../http-types"
import { fromCentimos, toCentimos } from "./money"

/** Percentages have up to so many decimals. */
const PERCENT_DECIMALS = 4
const HUNDRED_PERCENT = 100n * 10n ** BigInt(PERCENT_DECIMALS)
const PERCENT = new RegExp(`^\\d{1,3}(\\.\\d{1,${PERCENT_DECIMALS}})?$`)
const AMOUNT = /^\d{1,11}(\.\d{1,2})?$/

/** Options may write `20` or `1.5`. */
export function twoDigits(amount: string): string {
  const [whole = "0", cents = ""] = amount.split(".")
  return `${whole}.${cents.padEnd(2, "0")}`
}

/** As it is typed: without the fields that were left empty. */
export function tidyTier({ upTo, fixed, percent }: AdminFeeTier): AdminFeeTier {
  const typed = Object.entries({ upTo, fixed, percent }).map(([name, text]) => [
    name,
    text?.trim().replace(",", "."),
  ])
  return Object.fromEntries(typed.filter(([, text]) => text)) as AdminFeeTier
}

/** Whether a card can be sent; what else is wrong with it the store says, field by field. */
export function isComplete({ tiers, igvPercent, tolerance, currency }: AdminRateCard): boolean {
  const areTiers = tiers.every(
    ({ upTo, fixed, percent }, at) =>
      (at === tiers.length - 1 ? !upTo : isAmount(upTo)) &&
      (fixed === undefined ? percent !== undefined : isAmount(fixed)) &&
      (percent === undefined || PERCENT.test(percent)),
  )
  const hasRest = PERCENT.test(igvPercent) && isAmount(tolerance) && /^[A-Z]{3}$/i.test(currency)
  return tiers.length > 0 && areTiers && hasRest
}

function isAmount(text: string | undefined): boolean {
  return text !== undefined && AMOUNT.test(text)
}

/** What a payment costs by a complete card, as the store computes it; decimal text. */
export function feeBy(card: AdminRateCard, amount: string): { fee: string; igv: string } | null {
  const paid = toCentimos(amount)
  const tier = card.tiers.find(({ upTo }) => paid !== null && (!upTo || paid <= centimos(upTo)))
  if (paid === null || !tier) return null
  const base = centimos(tier.fixed ?? "0") + percentOf(paid, tier.percent ?? "0")
  const igv = percentOf(base, card.igvPercent)
  return { fee: fromCentimos(base + igv), igv: fromCentimos(igv) }
}

function centimos(amount: string): bigint {
  return toCentimos(twoDigits(amount)) ?? 0n
}

/** Rounded half up. */
function percentOf(amount: bigint, percent: string): bigint {
  const [whole = "0", decimals = ""] = percent.split(".")
  const parts = BigInt(whole + decimals.padEnd(PERCENT_DECIMALS, "0"))
  return (2n * amount * parts + HUNDRED_PERCENT) / (2n * HUNDRED_PERCENT)
}
