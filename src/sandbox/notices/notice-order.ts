import { z } from "zod"
import { formatVendorDate } from "../lima-time"
import { MAX_NOTICE_COPIES, MAX_WAIT_MS } from "../limits"
import { toDecimalText } from "../money"
import type { SandboxSwitches } from "../switches"
import type { PaymentRecord, SandboxVoucherRecord } from "../voucher-store"
import type { NoticePlan } from "./notice-sender"
import type { NoticeContent } from "./notice-text"

/** How the notice of one payment is sent; what is left out comes from the switches. */
export interface NoticeOptions {
  /** `none`: no notice at all, as when it is lost on the way. */
  notice?: "v1" | "full" | "none"
  /** Milliseconds of real time before it is sent. */
  delayMs?: number
  copies?: number
  /** The copies at once instead of one after another. */
  concurrently?: boolean
  signature?: "valid" | "wrong" | "missing"
}

/** A notice made up by hand: for a code of somebody else, an unknown event, a wrong amount. */
export interface NoticeOrder extends Omit<NoticeOptions, "notice"> {
  /** Any CIP; of a known one the rest is filled in. */
  cip: string
  notice?: "v1" | "full"
  /** Default `cip.paid`. */
  eventType?: string
  operationNumber?: string
  /** Decimal string with two digits. */
  amount?: string
  currency?: string
  transactionCode?: string
  /** ISO 8601 or Date. */
  paidAt?: Date | string
}

export const noticeOptionFields = {
  notice: z.enum(["v1", "full", "none"]).optional(),
  delayMs: z.number().int().min(0).max(MAX_WAIT_MS).optional(),
  copies: z.number().int().min(1).max(MAX_NOTICE_COPIES).optional(),
  concurrently: z.boolean().optional(),
  signature: z.enum(["valid", "wrong", "missing"]).optional(),
}

export const noticeOrderSchema = z.strictObject({
  ...noticeOptionFields,
  notice: z.enum(["v1", "full"]).optional(),
  cip: z.string().regex(/^\d{1,14}$/, "expected 1 to 14 digits"),
  eventType: z.string().min(1).max(50).optional(),
  operationNumber: z.string().max(14).optional(),
  amount: z
    .string()
    .regex(/^-?\d{1,16}\.\d{2}$/, 'expected a decimal string such as "69.90"')
    .optional(),
  currency: z.string().max(3).optional(),
  transactionCode: z.string().max(100).optional(),
  paidAt: z.union([z.date(), z.iso.datetime({ offset: true })]).optional(),
})

export function planOf(options: NoticeOptions, switches: Readonly<SandboxSwitches>): NoticePlan {
  const { notice, delayMs, copies, concurrently, signature } = options
  return {
    noticeForm: notice && notice !== "none" ? notice : switches.noticeForm,
    noticeLayout: switches.noticeLayout,
    noticeCharset: switches.noticeCharset,
    noticeUpperCaseSignature: switches.noticeUpperCaseSignature,
    noticeSignature: signature ?? switches.noticeSignature,
    noticeCopies: copies ?? switches.noticeCopies,
    noticeConcurrently: concurrently ?? switches.noticeConcurrently,
    noticeDelayMs: delayMs ?? switches.noticeDelayMs,
  }
}

export function contentOf(
  voucher: SandboxVoucherRecord,
  payment: PaymentRecord,
  eventType = "cip.paid",
): NoticeContent {
  return {
    eventType,
    operationNumber: payment.operationNumber,
    cip: voucher.cip,
    currency: payment.currency,
    amount: toDecimalText(payment.centimos),
    paymentDate: formatVendorDate(payment.paidAt),
    transactionCode: voucher.transactionCode,
  }
}

/** Fills in what the order leaves out from the code, if it is known, or from invented values. */
export function contentOfOrder(
  order: NoticeOrder,
  voucher: SandboxVoucherRecord | undefined,
  invented: { operationNumber: string; now: Date },
): NoticeContent {
  const payment = voucher?.payments[0]
  return {
    eventType: order.eventType ?? "cip.paid",
    operationNumber: order.operationNumber ?? payment?.operationNumber ?? invented.operationNumber,
    cip: order.cip,
    currency: order.currency ?? payment?.currency ?? voucher?.currency ?? "PEN",
    amount: order.amount ?? toDecimalText(payment?.centimos ?? voucher?.centimos ?? 100),
    paymentDate: formatVendorDate(new Date(order.paidAt ?? payment?.paidAt ?? invented.now)),
    transactionCode: order.transactionCode ?? voucher?.transactionCode ?? "FOREIGN-1",
  }
}
