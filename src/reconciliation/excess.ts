import type { LineFacts } from "./facts"
import { findSubset, sumAmounts } from "./find-subset"
import type { Centimos } from "../peru/centimos"
import type { ReportedPayment } from "./reported-payments"
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
  /** All lines that are extra, those of the payments too. */
  surplus: readonly LineFacts[]
  /** Sum of payments and lines. */
  amount: Centimos
}

const NO_EXCESS: Excess = { payments: [], lines: [], surplus: [], amount: 0 }

interface Payment {
  foreignId: string | null
  /** What its lines add up to, less what was taken back of it and what is known to be extra. */
  amount: Centimos
  lines: readonly LineFacts[]
}

function paymentOf({ foreignId, settled, held, gross, takenBack }: ReportedPayment): Payment {
  return { foreignId, amount: gross - takenBack, lines: [...settled, ...held] }
}

/**
 * The voucher's own payment is never the one that is extra. Of the others, those that explain the
 * excess exactly; else all of them, or all but the first where none is the voucher's own.
 */
function extraPayments(payments: readonly Payment[], excess: Centimos): readonly Payment[] {
  const foreign = payments.filter(({ foreignId }) => foreignId !== null)
  const surplus = foreign.length < payments.length ? foreign : foreign.slice(1)
  return findSubset(foreign, excess) ?? surplus
}

function asExtra({ foreignId, amount, lines: [first] }: Payment): ExtraPayment[] {
  if (foreignId === null || first === undefined) return []
  return [{ paymentId: foreignId, amount, lineId: first.id }]
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

/** The fewest lines that are the whole amount once more, or several times, beside the parts of it. */
function wholeAgain(
  lines: readonly LineFacts[],
  promised: Centimos,
  excess: Centimos,
): LineFacts[] | null {
  if (promised === 0 || excess % promised !== 0) return null
  const greatestLast = [...lines].sort((one, other) => one.amount - other.amount)
  return findSubset(greatestLast, excess)
}

/** An exact explanation first; otherwise repeats from the last on, until the amount is reached. */
function extraLines(
  lines: readonly LineFacts[],
  promised: Centimos,
  excess: Centimos,
): LineFacts[] {
  const repeats = repeatedLines(lines)
  const exact = findSubset(repeats, excess) ?? wholeAgain(lines, promised, excess)
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
    const lines = above > 0 ? extraLines(payment.lines, promised, above) : []
    payment.amount -= sumAmounts(lines)
    rest -= sumAmounts(lines)
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
  const found = sums.payments.map(paymentOf).filter(({ amount }) => amount > 0)
  const lines = takeExtraLines(found, promised, excess)
  const rest = excess - sumAmounts(lines)
  const extra = rest > 0 ? extraPayments(found, rest) : []
  return {
    payments: extra.flatMap(asExtra),
    lines,
    surplus: [...lines, ...extra.flatMap((payment) => payment.lines)],
    amount: sumAmounts(extra) + sumAmounts(lines),
  }
}
