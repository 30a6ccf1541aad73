import type { LineFacts, SettlementLineType } from "./facts"

export interface Ledgers {
  /** What every rule counts. */
  counted: readonly LineFacts[]
  /** Whether a release of the voucher's payment is reported. */
  isReleased: boolean
}

function total(lines: readonly LineFacts[]): number {
  return lines.reduce((sum, { amount }) => sum + Math.abs(amount), 0)
}

/**
 * A gateway may report the same money twice: when it moved, and when it became free to use. Payments,
 * refunds and reversals are each counted from the one report that tells more of them; where both tell
 * the same, from the movements.
 */
export function splitLedgers(lines: readonly LineFacts[]): Ledgers {
  if (!lines.some(({ ledger }) => ledger === "releases")) {
    return { counted: lines, isReleased: false }
  }
  const countedOf = (type: SettlementLineType) => {
    const own = lines.filter((line) => line.type === type)
    const releases = own.filter(({ ledger }) => ledger === "releases")
    const movements = own.filter(({ ledger }) => ledger !== "releases")
    return total(releases) > total(movements) ? releases : movements
  }
  const counted = new Set([
    ...countedOf("payment"),
    ...countedOf("refund"),
    ...countedOf("reversal"),
  ])
  return {
    counted: lines.filter((line) => counted.has(line)),
    isReleased: lines.some(({ ledger, type }) => ledger === "releases" && type === "payment"),
  }
}
