import type { SandboxCurrency } from "../money"
import type { FeeCard } from "../switches"
import type { VoucherRecord } from "../voucher-store"
import { feeWithIgv } from "./fee"

export interface SettlementLine {
  reference: string
  cip: string
  status: "settled" | "held" | "reversed"
  type: "payment" | "refund" | "reversal"
  /** Negative for refunds and reversals. */
  centimos: number
  currency: SandboxCurrency
  /** IGV included. */
  feeCentimos: number
  issuedAt: Date
  paidAt: Date
  bank: string
  channel: string
  voucher: VoucherRecord | null
}

export interface LineSelection {
  from: Date | null
  to: Date | null
  currency: SandboxCurrency | null
}

/** One line per payment from `from` up to but not including `to`, and one per reversal. */
export function linesOf(
  vouchers: VoucherRecord[],
  selection: LineSelection,
  card: FeeCard,
): SettlementLine[] {
  return vouchers
    .flatMap((voucher) => linesOfVoucher(voucher, card))
    .filter(({ paidAt, currency }) => {
      const { from, to } = selection
      const inTime = (!from || paidAt >= from) && (!to || paidAt < to)
      return inTime && (!selection.currency || currency === selection.currency)
    })
    .sort((left, right) => left.paidAt.getTime() - right.paidAt.getTime())
}

function linesOfVoucher(voucher: VoucherRecord, card: FeeCard): SettlementLine[] {
  const payments = voucher.payments.map((payment): SettlementLine => ({
    reference: voucher.transactionCode,
    cip: voucher.cip,
    status: "settled",
    type: "payment",
    centimos: payment.centimos,
    currency: payment.currency,
    feeCentimos: feeWithIgv(payment.centimos, card),
    issuedAt: voucher.createdAt,
    paidAt: payment.paidAt,
    bank: payment.bank,
    channel: payment.channel === "bank" ? "BANCA MOVIL" : "AGENTE",
    voucher,
  }))
  const last = payments.at(-1)
  return voucher.reversedAt && last
    ? [...payments, { ...takenBack(last, "reversal"), paidAt: voucher.reversedAt }]
    : payments
}

/** The opposite of a payment line, without a fee. */
export function takenBack(
  line: SettlementLine,
  type: "refund" | "reversal",
  centimos = line.centimos,
): SettlementLine {
  const status = type === "reversal" ? "reversed" : "settled"
  return { ...line, type, status, centimos: -centimos, feeCentimos: 0 }
}
