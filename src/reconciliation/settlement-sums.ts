import { sameCurrency } from "./currency"
import type { Instant } from "../peru/lima"
import type { LineFacts, VoucherSide } from "./facts"
import type { Centimos } from "../peru/centimos"

/**
 * What the report says about one voucher, in the voucher's own currency. Lines in another currency
 * are left out of every sum and counted in `foreignLines`.
 */
export interface SettlementSums {
  /** Lines of type payment, in whatever status and currency. */
  paymentLines: number
  foreignLines: number
  /** Paid out: payment lines with status settled. */
  settled: Centimos
  /** Reported as held and not yet released by settled lines. */
  held: Centimos
  /** Withheld after it was settled, while somebody disputes the payment. */
  disputed: Centimos
  /** Taken back by the collector: reversal lines, negative payments, payments with status reversed. */
  takenBack: Centimos
  /** All payments reported, taken back or not. */
  gross: Centimos
  /** Gross less what was taken back. */
  kept: Centimos
  /** Refund lines, as a positive sum. */
  refunded: Centimos
  /** When the last settled payment line was credited. */
  lastCreditedAt: Instant | null
}

interface RawSums {
  settled: Centimos
  held: Centimos
  markedReversed: Centimos
  reversals: Centimos
  disputes: Centimos
}

function addPayment(sums: SettlementSums, raw: RawSums, line: LineFacts): void {
  if (line.amount < 0) {
    raw.reversals -= line.amount
  } else if (line.status === "held") {
    raw.held += line.amount
  } else if (line.status === "reversed") {
    raw.markedReversed += line.amount
  } else {
    raw.settled += line.amount
    if (line.creditedAt !== null && line.creditedAt > (sums.lastCreditedAt ?? -Infinity)) {
      sums.lastCreditedAt = line.creditedAt
    }
  }
}

function addLine(sums: SettlementSums, raw: RawSums, line: LineFacts, promised: VoucherSide) {
  sums.paymentLines += line.type === "payment" ? 1 : 0
  if (!sameCurrency(line.currencyCode, promised.currencyCode)) {
    sums.foreignLines += 1
  } else if (line.type === "payment") {
    addPayment(sums, raw, line)
  } else if (line.type === "refund") {
    sums.refunded -= line.amount
  } else if (line.status === "held") {
    raw.disputes -= line.amount
  } else {
    raw.reversals -= line.amount
  }
}

/**
 * A reversal is reported in two ways, and some reports do both: the payment's line is marked, or a
 * negative line follows. The greater of the two is what was taken back. In the same way a settled
 * line releases the held line that came before it.
 */
function conclude(sums: SettlementSums, raw: RawSums, promised: VoucherSide): void {
  sums.settled = raw.settled
  sums.takenBack = Math.max(raw.reversals, raw.markedReversed)
  // What was taken back in the end is not withheld any more.
  sums.disputed = Math.max(raw.disputes - sums.takenBack, 0)
  const settledAndKept = raw.settled + raw.markedReversed - sums.takenBack
  const missing = Math.max(promised.amount - settledAndKept, 0)
  sums.held = settledAndKept <= 0 ? raw.held : Math.min(raw.held, missing)
  sums.gross = raw.settled + raw.markedReversed + sums.held
  sums.kept = settledAndKept + sums.held
}

export function sumSettlement(promised: VoucherSide, lines: readonly LineFacts[]): SettlementSums {
  const sums: SettlementSums = {
    paymentLines: 0,
    foreignLines: 0,
    settled: 0,
    held: 0,
    disputed: 0,
    takenBack: 0,
    gross: 0,
    kept: 0,
    refunded: 0,
    lastCreditedAt: null,
  }
  const raw: RawSums = { settled: 0, held: 0, markedReversed: 0, reversals: 0, disputes: 0 }
  for (const line of lines) {
    addLine(sums, raw, line, promised)
  }
  conclude(sums, raw, promised)
  return sums
}
