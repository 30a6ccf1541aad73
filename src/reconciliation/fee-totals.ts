import { formatDay, limaDay, type Instant } from "../peru/lima"
import type { CurrencyCode } from "./currency"
import { igvWithin, type IgvRatio } from "./igv"
import { formatCentimos, type Centimos } from "../peru/centimos"

/** Fees as the rate card has them and as they were charged: one, or several that are equal. */
export interface ChargedFee {
  creditedAt: Instant
  expectedFee: Centimos
  chargedFee: Centimos
  currencyCode: CurrencyCode
  igv: IgvRatio
  /** How many equal ones; 1 unless given. */
  count?: number
}

/** Fees that no rate card judges: of a currency without one, or of what is still held. */
export interface UnjudgedFees {
  creditedAt: Instant
  currencyCode: CurrencyCode
  isHeld: boolean
  count: number
  fees: bigint
  /** Within the fees. */
  igv: bigint
}

export interface FeeTotals {
  /** `YYYY-MM-DD` or `YYYY-MM`, in Lima. */
  period: string
  currencyCode: CurrencyCode
  lines: number
  /** Decimal strings. By the rate card, with IGV. */
  expected: string
  expectedBase: string
  expectedIgv: string
  /** On settled lines, in all. */
  charged: string
  chargedBase: string
  chargedIgv: string
  /** What of it no rate card says anything about. */
  unjudged: string
  /** Beside all that: on lines that are still held. */
  heldLines: number
  held: string
  heldBase: string
  heldIgv: string
  overcharged: string
  undercharged: string
}

interface Sums {
  lines: number
  expected: bigint
  expectedIgv: bigint
  charged: bigint
  chargedIgv: bigint
  unjudged: bigint
  heldLines: number
  held: bigint
  heldIgv: bigint
  overcharged: bigint
  undercharged: bigint
}

function addFee(sums: Sums, { expectedFee, chargedFee, igv, count = 1 }: ChargedFee): void {
  const times = BigInt(count)
  const difference = (BigInt(chargedFee) - BigInt(expectedFee)) * times
  sums.lines += count
  sums.expected += BigInt(expectedFee) * times
  sums.expectedIgv += BigInt(igvWithin(expectedFee, igv)) * times
  sums.charged += BigInt(chargedFee) * times
  sums.chargedIgv += BigInt(igvWithin(chargedFee, igv)) * times
  if (difference > 0n) {
    sums.overcharged += difference
  } else {
    sums.undercharged -= difference
  }
}

function addUnjudged(sums: Sums, { isHeld, count, fees, igv }: UnjudgedFees): void {
  if (isHeld) {
    sums.heldLines += count
    sums.held += fees
    sums.heldIgv += igv
    return
  }
  sums.lines += count
  sums.charged += fees
  sums.chargedIgv += igv
  sums.unjudged += fees
}

/** Over- and undercharges by day or month of Lima and by currency, in ascending order of period. */
export function feeTotals(
  fees: Iterable<ChargedFee>,
  by: "day" | "month",
  unjudged: Iterable<UnjudgedFees> = [],
): FeeTotals[] {
  const totals = new Map<string, Sums>()
  const sumsOf = ({ creditedAt, currencyCode }: ChargedFee | UnjudgedFees) => {
    const period = formatDay(limaDay(creditedAt)).slice(0, by === "day" ? 10 : 7)
    const group = `${period} ${currencyCode.toLowerCase()}`
    const sums = totals.get(group) ?? noFees()
    totals.set(group, sums)
    return sums
  }
  for (const fee of fees) addFee(sumsOf(fee), fee)
  for (const fee of unjudged) addUnjudged(sumsOf(fee), fee)
  return [...totals].sort(([one], [other]) => (one < other ? -1 : 1)).map(toTotals)
}

function noFees(): Sums {
  return {
    lines: 0,
    expected: 0n,
    expectedIgv: 0n,
    charged: 0n,
    chargedIgv: 0n,
    unjudged: 0n,
    heldLines: 0,
    held: 0n,
    heldIgv: 0n,
    overcharged: 0n,
    undercharged: 0n,
  }
}

function toTotals([group, sums]: [string, Sums]): FeeTotals {
  const [period = "", currencyCode = ""] = group.split(" ")
  return {
    period,
    currencyCode,
    lines: sums.lines,
    expected: formatCentimos(sums.expected),
    expectedBase: formatCentimos(sums.expected - sums.expectedIgv),
    expectedIgv: formatCentimos(sums.expectedIgv),
    charged: formatCentimos(sums.charged),
    chargedBase: formatCentimos(sums.charged - sums.chargedIgv),
    chargedIgv: formatCentimos(sums.chargedIgv),
    unjudged: formatCentimos(sums.unjudged),
    heldLines: sums.heldLines,
    held: formatCentimos(sums.held),
    heldBase: formatCentimos(sums.held - sums.heldIgv),
    heldIgv: formatCentimos(sums.heldIgv),
    overcharged: formatCentimos(sums.overcharged),
    undercharged: formatCentimos(sums.undercharged),
  }
}
