import { sameCurrency } from "./currency"
import type { LineFacts } from "./facts"
import { MAX_DUPLICATE_SEARCH_LINES } from "./limits"
import type { Centimos } from "../peru/centimos"
import type { JudgedVoucher } from "./voucher-view"

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
  lines: readonly LineFacts[]
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
function countedPayments({ facts, sums, currencyCode }: JudgedVoucher): LineFacts[] {
  return facts.lines.filter(
    (line) =>
      line.type === "payment" &&
      line.amount > 0 &&
      (line.status === "settled" || (line.status === "held" && sums.held > 0)) &&
      sameCurrency(line.currencyCode, currencyCode),
  )
}

interface Payment {
  /** Null for lines without an id, which are taken as one payment. */
  paymentId: string | null
  /** What its lines add up to, reversals of the same id taken off. */
  amount: Centimos
  lines: LineFacts[]
}

function paymentsById(view: JudgedVoucher): Payment[] {
  const payments = new Map<string | null, Payment>()
  for (const line of countedPayments(view)) {
    const { paymentId, amount } = line
    const payment = payments.get(paymentId) ?? { paymentId, amount: 0, lines: [] }
    payment.amount += amount
    payment.lines.push(line)
    payments.set(paymentId, payment)
  }
  for (const { type, paymentId, amount } of view.facts.lines) {
    const payment = payments.get(paymentId)
    if (payment !== undefined && type === "reversal") {
      payment.amount += amount
    }
  }
  return [...payments.values()].filter(({ amount }) => amount > 0)
}

/**
 * Payments that explain the excess exactly (all but one of the right amount, if there is one);
 * otherwise all but the first.
 */
function extraPayments(payments: readonly Payment[], excess: Centimos): ExtraPayment[] {
  const [own] = payments
  const identified = payments.filter(({ paymentId }) => paymentId !== null)
  const extra = findSubset(identified, excess) ?? identified.filter((payment) => payment !== own)
  return extra.flatMap(({ paymentId, amount, lines: [first] }) =>
    paymentId === null || first === undefined ? [] : [{ paymentId, amount, lineId: first.id }],
  )
}

/** Lines whose amount an earlier line of the same payment has already. */
function repeatedLines(lines: readonly LineFacts[]): LineFacts[] {
  const seen = new Set<Centimos>()
  return lines.filter(({ amount }) => {
    const isRepeated = seen.has(amount)
    seen.add(amount)
    return isRepeated
  })
}

/** An exact explanation first; otherwise repeats from the last on, until the amount is reached. */
function extraLines(lines: readonly LineFacts[], excess: Centimos): LineFacts[] {
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

/** Takes repeated lines out of each payment that is above the promised amount by itself. */
function takeExtraLines(
  payments: readonly Payment[],
  promised: Centimos,
  excess: Centimos,
): LineFacts[] {
  let rest = excess
  return payments.flatMap((payment) => {
    const above = Math.min(payment.amount - promised, rest)
    const lines = above > 0 ? extraLines(payment.lines, above) : []
    payment.amount -= sumOf(lines)
    rest -= sumOf(lines)
    return lines
  })
}

/**
 * Tells duplicates from instalments: while the lines add up to no more than was promised, several
 * lines are parts of one payment. Beyond that, repeated lines of one payment are duplicate lines and
 * further payment ids are duplicate payments. What remains is an overpayment.
 */
export function splitExcess(view: JudgedVoucher): Excess {
  const { sums, promised } = view
  const excess = sums.kept - promised
  if (excess <= 0 || sums.paymentLines < 2) {
    return NO_EXCESS
  }
  const found = paymentsById(view)
  const lines = takeExtraLines(found, promised, excess)
  const rest = excess - sumOf(lines)
  const payments = rest > 0 ? extraPayments(found, rest) : []
  return { payments, lines, amount: sumOf(payments) + sumOf(lines) }
}
