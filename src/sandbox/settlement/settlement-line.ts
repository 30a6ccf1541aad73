import type { SandboxCurrency } from "../money"
import type { SandboxFeeCard } from "../switches"
import type { SandboxVoucherRecord } from "../voucher-store"
import { feeWithIgv } from "./fee"

export interface SandboxLine {
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
  voucher: SandboxVoucherRecord | null
}

export interface LineSelection {
  from: Date | null
  to: Date | null
  currency: SandboxCurrency | null
}

/** One line per payment from `from` up to but not including `to`, and one per reversal. */
export function linesOf(
  vouchers: SandboxVoucherRecord[],
  selection: LineSelection,
  card: SandboxFeeCard,
): SandboxLine[] {
  return vouchers
    .flatMap((voucher) => linesOfVoucher(voucher, card))
    .filter(({ paidAt, currency }) => {
      const { from, to } = selection
      const inTime = (!from || paidAt >= from) && (!to || paidAt < to)
      return inTime && (!selection.currency || currency === selection.currency)
    })
    .sort((left, right) => left.paidAt.getTime() - right.paidAt.getTime())
}

function linesOfVoucher(voucher: SandboxVoucherRecord, card: SandboxFeeCard): SandboxLine[] {
  const payments = voucher.payments.map((payment): SandboxLine => ({
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
  line: SandboxLine,
  type: "refund" | "reversal",
  centimos = line.centimos,
): SandboxLine {
  const status = type === "reversal" ? "reversed" : "settled"
  return { ...line, type, status, centimos: -centimos, feeCentimos: 0 }
}
