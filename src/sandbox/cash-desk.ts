import { z } from "zod"
import { CURRENCIES, fromDecimalText } from "./money"
import type { SandboxCurrency } from "./money"
import { readInput } from "./read-input"
import { SandboxUsageError } from "./sandbox-usage-error"
import { decimalAmount } from "./switches-schema"
import type { PaymentRecord, SandboxVoucherRecord, VoucherStore } from "./voucher-store"

const DEFAULT_BANKS = { bank: "BCP", agent: "KASNET" } as const

export interface PaymentOrder {
  /** Online or app of a bank, or cash at an agent. Default `bank`. */
  channel?: "bank" | "agent"
  /** Who collects; appears in settlement files. Default BCP, at an agent KASNET. */
  bank?: string
  /** Decimal string. Default the code's amount: another one plays a wrong payment. */
  amount?: string
  currency?: SandboxCurrency
  /** Instant of the payment. Default the code's present. */
  paidAt?: Date | string
  /** Also takes a payment for a code that is expired, deleted, reversed or paid already. */
  force?: boolean
}

export const paymentOrderFields = {
  channel: z.enum(["bank", "agent"]).optional(),
  bank: z.string().min(1).max(40).optional(),
  amount: decimalAmount.optional(),
  currency: z.enum(CURRENCIES).optional(),
  paidAt: z.union([z.date(), z.iso.datetime({ offset: true })]).optional(),
  force: z.boolean().optional(),
}
const paymentOrderSchema = z.object(paymentOrderFields)

/** Takes, ends and reverses payments: what happens to a code away from the merchant. */
export class CashDesk {
  constructor(private readonly store: VoucherStore) {}

  /** @throws SandboxUsageError when the code is unknown, or not payable and `force` is not set. */
  pay(cip: string, order: PaymentOrder): { voucher: SandboxVoucherRecord; payment: PaymentRecord } {
    const wanted = readInput(paymentOrderSchema, order, "Payment")
    const voucher = this.store.require(cip)
    const status = this.store.statusOf(voucher)
    if (status !== "generated" && !wanted.force) {
      throw new SandboxUsageError(
        `The code ${cip} is ${status} and can't be paid; force: true pays it all the same`,
      )
    }
    const channel = wanted.channel ?? "bank"
    const payment: PaymentRecord = {
      operationNumber: this.store.nextOperationNumber(),
      centimos: fromDecimalText(wanted.amount) ?? voucher.centimos,
      currency: wanted.currency ?? voucher.currency,
      channel,
      bank: wanted.bank ?? DEFAULT_BANKS[channel],
      paidAt: wanted.paidAt ? new Date(wanted.paidAt) : this.store.nowOf(voucher),
    }
    voucher.payments.push(payment)
    voucher.reversedAt = null
    return { voucher, payment }
  }

  /** Ends a code's life now. @throws SandboxUsageError when it is paid, reversed or deleted. */
  expire(cip: string): SandboxVoucherRecord {
    const voucher = this.store.require(cip)
    const status = this.store.statusOf(voucher)
    if (status !== "generated" && status !== "expired") {
      throw new SandboxUsageError(`The code ${cip} is ${status} and can't expire`)
    }
    if (status === "generated") {
      voucher.expiresAt = this.store.nowOf(voucher)
    }
    return voucher
  }

  /** The collector takes the payment back. @throws SandboxUsageError when it is not paid. */
  reverse(cip: string): SandboxVoucherRecord {
    const voucher = this.store.require(cip)
    const status = this.store.statusOf(voucher)
    if (status !== "paid") {
      throw new SandboxUsageError(`The code ${cip} is ${status}; only a paid one can be reversed`)
    }
    voucher.reversedAt = this.store.nowOf(voucher)
    return voucher
  }
}
