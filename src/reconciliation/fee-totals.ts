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

export interface FeeTotals {
  /** `YYYY-MM-DD` or `YYYY-MM`, in Lima. */
  period: string
  currencyCode: CurrencyCode
  lines: number
  /** Decimal strings. */
  expected: string
  charged: string
  overcharged: string
  undercharged: string
}

interface Sums {
  lines: number
  expected: bigint
  charged: bigint
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

/** Over- and undercharges by day or month of Lima and by currency, in ascending order of period. */
export function feeTotals(fees: Iterable<ChargedFee>, by: "day" | "month"): FeeTotals[] {
  const totals = new Map<string, Sums>()
  for (const fee of fees) {
    const period = formatDay(limaDay(fee.creditedAt)).slice(0, by === "day" ? 10 : 7)
    const group = `${period} ${fee.currencyCode.toLowerCase()}`
    const sums = totals.get(group) ?? {
      lines: 0,
      expected: 0n,
      charged: 0n,
      overcharged: 0n,
      undercharged: 0n,
    }
    addFee(sums, fee)
    totals.set(group, sums)
  }
  return [...totals].sort(([one], [other]) => (one < other ? -1 : 1)).map(toTotals)
}

function toTotals([group, sums]: [string, Sums]): FeeTotals {
  const [period = "", currencyCode = ""] = group.split(" ")
  return {
    period,
    currencyCode,
    lines: sums.lines,
    expected: formatCentimos(sums.expected),
    charged: formatCentimos(sums.charged),
    overcharged: formatCentimos(sums.overcharged),
    undercharged: formatCentimos(sums.undercharged),
  }
}
