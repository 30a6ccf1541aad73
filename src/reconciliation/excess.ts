import { sameCurrency } from "./currency"
import type { SettlementLine } from "./facts"
import { MAX_DUPLICATE_SEARCH_LINES } from "./limits"
import type { Centimos } from "./money"
import type { VoucherView } from "./voucher-view"

/** A further payment of a voucher that was paid already. */
export interface ExtraPayment {
  paymentId: string
  amount: Centimos
  /** The payment's first line. */
  lineId: string
}

/** What the report shows beyond the promised amount, as far as duplicates explain it. */
export interface Excess {
  payments: readonly ExtraPayment[]
  lines: readonly SettlementLine[]
  /** Sum of both. */
  amount: Centimos
}

const NO_EXCESS: Excess = { payments: [], lines: [], amount: 0 }

/** Some of the items that sum up to exactly the target, those at the end preferred; null if none do. */
function findSubset<T extends { amount: Centimos }>(items: readonly T[], target: Centimos) {
  const candidates = items.slice(-MAX_DUPLICATE_SEARCH_LINES)
  function search(end: number, missing: Centimos): T[] | null {
    if (missing === 0) {
      return []
    }
    for (let index = end - 1; index >= 0; index--) {
      const item = candidates[index]
      const rest = item && item.amount <= missing ? search(index, missing - item.amount) : null
      if (item && rest !== null) {
        return [...rest, item]
      }
    }
    return null
  }
  return search(candidates.length, target)
}

function sumOf(items: readonly { amount: Centimos }[]): Centimos {
  return items.reduce((sum, item) => sum + item.amount, 0)
}

/** Held lines that settled lines released are the same money and left out. */
function countedPayments({ facts, sums, currencyCode }: VoucherView): SettlementLine[] {
  return facts.lines.filter(
    (line) =>
      line.type === "payment" &&
      line.amount > 0 &&
      (line.status === "settled" || (line.status === "held" && sums.held > 0)) &&
      sameCurrency(line.currencyCode, currencyCode),
  )
}

/** Payments by id with reversals of the same id taken off; lines without an id belong to no one. */
function paymentsById(view: VoucherView, counted: readonly SettlementLine[]): ExtraPayment[] {
  const payments = new Map<string, ExtraPayment>()
  for (const { id, paymentId, amount } of counted) {
    const known = paymentId === null ? undefined : payments.get(paymentId)
    if (known !== undefined) {
      known.amount += amount
    } else if (paymentId !== null) {
      payments.set(paymentId, { paymentId, amount, lineId: id })
    }
  }
  for (const { type, paymentId, amount } of view.facts.lines) {
    const payment = paymentId === null ? undefined : payments.get(paymentId)
    if (payment !== undefined && type === "reversal") {
      payment.amount += amount
    }
  }
  return [...payments.values()].filter(({ amount }) => amount > 0)
}

function extraPayments(
  payments: readonly ExtraPayment[],
  promised: Centimos,
  excess: Centimos,
): readonly ExtraPayment[] {
  if (payments.length < 2) {
    return []
  }
  const own = payments.find(({ amount }) => amount === promised) ?? payments[0]
  return findSubset(payments, excess) ?? payments.filter((payment) => payment !== own)
}

/** Lines whose amount an earlier line of the same payment has already. */
function repeatedLines(lines: readonly SettlementLine[]): SettlementLine[] {
  const seen = new Set<string>()
  return lines.filter((line) => {
    const identity = `${line.amount} ${line.paymentId ?? ""}`
    const isRepeated = seen.has(identity)
    seen.add(identity)
    return isRepeated
  })
}

/** An exact explanation first; otherwise repeats from the last on, until the amount is reached. */
function extraLines(lines: readonly SettlementLine[], excess: Centimos): SettlementLine[] {
  const repeats = repeatedLines(lines)
  const exact = findSubset(repeats, excess)
  if (exact !== null) {
    return exact
  }
  let rest = excess
  return repeats.reverse().filter((line) => {
    const isExtra = rest > 0
    rest -= isExtra ? line.amount : 0
    return isExtra
  })
}

/**
 * Tells duplicates from instalments: while the lines add up to no more than was promised, several
 * lines are parts of one payment. Beyond that, further payment ids are duplicate payments and
 * repeated lines of one payment are duplicate lines. What remains is an overpayment.
 */
export function splitExcess(view: VoucherView): Excess {
  const { sums, promised } = view
  const excess = sums.kept - promised
  if (excess <= 0 || sums.paymentLines < 2) {
    return NO_EXCESS
  }
  const counted = countedPayments(view)
  const payments = extraPayments(paymentsById(view, counted), promised, excess)
  const extraIds = new Set(payments.map(({ paymentId }) => paymentId))
  const own = counted.filter(({ paymentId }) => paymentId === null || !extraIds.has(paymentId))
  const paymentsAmount = sumOf(payments)
  const rest = excess - paymentsAmount
  const lines = rest > 0 ? extraLines(own, rest) : []
  return { payments, lines, amount: paymentsAmount + sumOf(lines) }
}
