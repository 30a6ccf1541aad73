import { sameCurrency } from "./currency"
import type { LineFacts, VoucherSide } from "./facts"
import { sumAmounts } from "./find-subset"
import { reportedPayments, type ReportedPayment } from "./reported-payments"
import type { Centimos } from "../peru/centimos"

/**
 * What the report says about one voucher, in the voucher's own currency. Lines in another currency
 * are left out of every sum and counted in `foreignLines`.
 */
export interface SettlementSums {
  payments: readonly ReportedPayment[]
  /** Lines of type payment, in whatever status and currency. */
  paymentLines: number
  foreignLines: number
  /** Paid out and not taken back by a mark. */
  settled: Centimos
  /** Reported as held and not yet released by settled lines. */
  held: Centimos
  /** Withheld after it was settled, while somebody disputes the payment. */
  disputed: Centimos
  /** Taken back by the collector. */
  takenBack: Centimos
  /** All payments reported, taken back or not. */
  gross: Centimos
  /** Gross less what was taken back. */
  kept: Centimos
  /** Refund lines, as a positive sum. */
  refunded: Centimos
}

export function sumSettlement(promised: VoucherSide, lines: readonly LineFacts[]): SettlementSums {
  const own = lines.filter((line) => sameCurrency(line.currencyCode, promised.currencyCode))
  const payments = reportedPayments(promised, own)
  const total = (of: (payment: ReportedPayment) => Centimos) =>
    payments.reduce((sum, payment) => sum + of(payment), 0)
  const takenBack = Math.max(
    total((payment) => payment.takenBack),
    0,
  )
  const gross = total((payment) => payment.gross)
  const disputes = own.filter(({ type, status }) => type === "reversal" && status === "held")
  return {
    payments,
    paymentLines: lines.filter(({ type }) => type === "payment").length,
    foreignLines: lines.length - own.length,
    settled: total(({ settled }) => sumAmounts(settled)),
    held: total(({ heldAmount }) => heldAmount),
    // What was taken back in the end is not withheld any more.
    disputed: Math.max(0 - sumAmounts(disputes) - takenBack, 0),
    takenBack,
    gross,
    kept: gross - takenBack,
    refunded: 0 - sumAmounts(own.filter(({ type }) => type === "refund")),
  }
}
