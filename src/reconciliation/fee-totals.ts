import { formatDay, limaDay, type Instant } from "../peru/lima"
import type { CurrencyCode } from "./currency"
import { formatCentimos, type Centimos } from "../peru/centimos"

/** Fees as the rate card has them and as they were charged: one, or several that are equal. */
export interface ChargedFee {
  creditedAt: Instant
  expectedFee: Centimos
  chargedFee: Centimos
  currencyCode: CurrencyCode
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
}

export interface FeeTotals {
  /** `YYYY-MM-DD` or `YYYY-MM`, in Lima. */
  period: string
  currencyCode: CurrencyCode
  lines: number
  /** Decimal strings. By the rate card. */
  expected: string
  /** On settled lines, in all. */
  charged: string
  /** What of it no rate card says anything about. */
  unjudged: string
  /** Beside all that: on lines that are still held. */
  held: string
  overcharged: string
  undercharged: string
}

interface Sums {
  lines: number
  expected: bigint
  charged: bigint
  unjudged: bigint
  held: bigint
  overcharged: bigint
  undercharged: bigint
}

function addFee(sums: Sums, { expectedFee, chargedFee, count = 1 }: ChargedFee): void {
  const times = BigInt(count)
  const difference = (BigInt(chargedFee) - BigInt(expectedFee)) * times
  sums.lines += count
  sums.expected += BigInt(expectedFee) * times
  sums.charged += BigInt(chargedFee) * times
  if (difference > 0n) {
    sums.overcharged += difference
  } else {
    sums.undercharged -= difference
  }
}

function addUnjudged(sums: Sums, { isHeld, count, fees }: UnjudgedFees): void {
  if (isHeld) {
    sums.held += fees
    return
  }
  sums.lines += count
  sums.charged += fees
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
    charged: 0n,
    unjudged: 0n,
    held: 0n,
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
    charged: formatCentimos(sums.charged),
    unjudged: formatCentimos(sums.unjudged),
    held: formatCentimos(sums.held),
    overcharged: formatCentimos(sums.overcharged),
    undercharged: formatCentimos(sums.undercharged),
  }
}
