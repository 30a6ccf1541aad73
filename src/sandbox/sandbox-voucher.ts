import { toDecimalText } from "./money"
import type { SandboxCurrency } from "./money"
import type { SandboxStatus } from "./switches"
import type { PaymentChannel, SandboxVoucherRecord, VoucherStore } from "./voucher-store"

export interface SandboxPayment {
  operationNumber: string
  /** Decimal string with two digits. */
  amount: string
  currency: SandboxCurrency
  channel: PaymentChannel
  bank: string
  /** ISO 8601 in UTC, as all instants here. */
  paidAt: string
}

/** A code as tests and the control panel see it. */
export interface SandboxVoucher {
  cip: string
  /** Of a code that was issued through Mercado Pago. */
  paymentId: string | null
  transactionCode: string
  status: SandboxStatus
  /** Decimal string with two digits. */
  amount: string
  currency: SandboxCurrency
  createdAt: string
  expiresAt: string
  /** Of the first payment. */
  paidAt: string | null
  deletedAt: string | null
  reversedAt: string | null
  /** Address of the hosted page. */
  url: string
  payments: SandboxPayment[]
  /** The fields that the merchant sent, as they came. */
  fields: Record<string, unknown>
}

export function pageUrl(publicUrl: string, record: SandboxVoucherRecord): string {
  return `${publicUrl}/${record.pageId}.html`
}

export function toSandboxVoucher(
  store: VoucherStore,
  record: SandboxVoucherRecord,
  publicUrl: string,
  paymentId: string | null,
): SandboxVoucher {
  return {
    cip: record.cip,
    paymentId,
    transactionCode: record.transactionCode,
    status: store.statusOf(record),
    amount: toDecimalText(record.centimos),
    currency: record.currency,
    createdAt: record.createdAt.toISOString(),
    expiresAt: record.expiresAt.toISOString(),
    paidAt: record.payments[0]?.paidAt.toISOString() ?? null,
    deletedAt: record.deletedAt?.toISOString() ?? null,
    reversedAt: record.reversedAt?.toISOString() ?? null,
    url: pageUrl(publicUrl, record),
    payments: record.payments.map(({ centimos, paidAt, ...payment }) => ({
      ...payment,
      amount: toDecimalText(centimos),
      paidAt: paidAt.toISOString(),
    })),
    fields: { ...record.fields },
  }
}
