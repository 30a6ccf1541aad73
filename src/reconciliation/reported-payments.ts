import type { LineFacts, VoucherSide } from "./facts"
import { findSubset, sumAmounts } from "./find-subset"
import { paymentKey } from "./payment-key"
import type { Centimos } from "../peru/centimos"

/** What the reports tell of one payment. */
export interface ReportedPayment {
  /** Null: the voucher's own. */
  foreignId: string | null
  /** Settled and not taken back by a mark. */
  settled: readonly LineFacts[]
  /** Held; nothing has released them or taken them back. */
  held: readonly LineFacts[]
  /** What of `held` is still held. */
  heldAmount: Centimos
  takenBack: Centimos
  /** All that came, taken back or not. */
  gross: Centimos
}

interface PaymentRows {
  foreignId: string | null
  settled: LineFacts[]
  held: LineFacts[]
  /** Rows of the payment itself with status reversed. */
  marked: LineFacts[]
  /** Lines that take it back, as a sum; positive. */
  reversals: Centimos
}

/** A line without an id whose reference is the voucher's tells of the voucher's own payment. */
function foreignIdOf(voucher: VoucherSide, { paymentId }: LineFacts): string | null {
  if (paymentId === null || paymentKey(paymentId) === "") return null
  const own = voucher.paymentId ?? null
  return own !== null && paymentKey(own) === paymentKey(paymentId) ? null : paymentId
}

function keyOf(foreignId: string | null): string {
  return foreignId === null ? "" : paymentKey(foreignId)
}

function addRow(rows: PaymentRows, line: LineFacts): void {
  if (line.amount < 0) {
    rows.reversals -= line.amount
  } else if (line.status === "settled") {
    rows.settled.push(line)
  } else if (line.status === "held") {
    rows.held.push(line)
  } else {
    rows.marked.push(line)
  }
}

/** Reversals under an id that no payment has belong to the voucher's own payment, or else to the first. */
function takeBack(payments: Map<string, PaymentRows>, key: string, amount: Centimos): void {
  const own = payments.get(key) ?? payments.get("") ?? [...payments.values()][0]
  const rows = own ?? { foreignId: null, settled: [], held: [], marked: [], reversals: 0 }
  rows.reversals += amount
  if (own === undefined) payments.set("", rows)
}

/** By id, the voucher's own first. */
function byPayment(voucher: VoucherSide, lines: readonly LineFacts[]): Map<string, PaymentRows> {
  const payments = new Map<string, PaymentRows>()
  for (const line of lines) {
    if (line.type !== "payment") continue
    const foreignId = foreignIdOf(voucher, line)
    const known = payments.get(keyOf(foreignId))
    const rows = known ?? { foreignId, settled: [], held: [], marked: [], reversals: 0 }
    addRow(rows, line)
    payments.set(keyOf(foreignId), rows)
  }
  return new Map([...payments].sort(([one], [other]) => (one < other ? -1 : 1)))
}

function rowsOf(voucher: VoucherSide, lines: readonly LineFacts[]): PaymentRows[] {
  const payments = byPayment(voucher, lines)
  for (const line of lines) {
    if (line.type === "reversal" && line.status !== "held") {
      takeBack(payments, keyOf(foreignIdOf(voucher, line)), -line.amount)
    }
  }
  return [...payments.values()]
}

function greatestFirst(lines: readonly LineFacts[]): LineFacts[] {
  return [...lines].sort((one, other) => other.amount - one.amount)
}

function without(lines: readonly LineFacts[], gone: readonly LineFacts[]): LineFacts[] {
  return lines.filter((line) => !gone.includes(line))
}

/** A settled row releases a held one of the same amount. */
function unreleased({ settled, held }: PaymentRows): LineFacts[] {
  const releasing = [...settled]
  return held.filter(({ amount }) => {
    const at = releasing.findIndex((line) => line.amount === amount)
    if (at >= 0) releasing.splice(at, 1)
    return at < 0
  })
}

/** The rows whose place a row takes that says "reversed": those of its amount, or else what is nearest. */
function replacedBy(mark: LineFacts, rows: readonly LineFacts[]): readonly LineFacts[] {
  const equal = rows.find(({ amount }) => amount === mark.amount)
  if (equal) return [equal]
  if (mark.amount >= sumAmounts(rows)) return rows
  return findSubset(rows, mark.amount) ?? greatestFirst(rows).slice(0, 1)
}

/** A hold is a state that a report may show again and again: equal rows beyond the amount are one. */
function heldOnce(held: readonly LineFacts[], promised: Centimos): readonly LineFacts[] {
  if (sumAmounts(held) <= promised) return held
  return held.filter(({ amount }, at) => held.findIndex((line) => line.amount === amount) === at)
}

function conclude(rows: PaymentRows, promised: Centimos): ReportedPayment {
  let settled: readonly LineFacts[] = rows.settled
  let held: readonly LineFacts[] = unreleased(rows)
  for (const mark of greatestFirst(rows.marked)) {
    const replaced = replacedBy(mark, [...settled, ...held])
    settled = without(settled, replaced)
    held = without(held, replaced)
  }
  held = heldOnce(held, promised)
  const settledAmount = sumAmounts(settled)
  const marked = sumAmounts(rows.marked)
  const missing = Math.max(promised - settledAmount, 0)
  const heldAmount = settledAmount > 0 ? Math.min(sumAmounts(held), missing) : sumAmounts(held)
  return {
    foreignId: rows.foreignId,
    settled,
    held: heldAmount > 0 ? held : [],
    heldAmount,
    takenBack: Math.max(rows.reversals, marked),
    gross: settledAmount + marked + heldAmount,
  }
}

/**
 * The payments that the lines tell of; more than one where a code was paid again. A payment is reported
 * as it goes: held, settled, taken back by a mark on its row, by a negative line, or by both. The same
 * money is counted once.
 *
 * @param lines in the voucher's currency, sorted
 */
export function reportedPayments(
  voucher: VoucherSide,
  lines: readonly LineFacts[],
): ReportedPayment[] {
  return rowsOf(voucher, lines).map((rows) => conclude(rows, voucher.amount))
}
