import { DAY_MS, HOUR_MS } from "../../peru/lima"
import { DEFAULT_RETRY_LIMITS, type RetryLimits } from "../shared/limits"

const MINUTE_MS = 60_000

/** Longest values that are sent, in code points. The vendor publishes none for `description`. */
export const MERCADO_PAGO_FIELD_LIMITS = {
  externalReference: 36,
  description: 200,
  email: 100,
  name: 60,
  documentNumber: 20,
} as const

/** Characters of `notification_url`. */
export const MAX_NOTIFICATION_URL = 248

/** Digits of a payment id. They exceed 2^31, so ids are text everywhere. */
export const PAYMENT_ID_MAX_DIGITS = 20

/** `date_of_expiration` must lie between these distances from now (reference 2.2). */
export const MIN_LIFETIME_MS = DAY_MS
export const MAX_LIFETIME_MS = 30 * DAY_MS
/** Kept from both ends of that window: a request is under way for a while, and clocks differ. */
export const LIFETIME_MARGIN_MS = 5 * MINUTE_MS

/** Payments of one transaction code that are looked at; a store makes one. */
export const MAX_FOUND_PAYMENTS = 50

/** Waits, sizes and counts of the client. Each can be overridden in the options. */
export interface MercadoPagoLimits extends RetryLimits {
  /** One `POST /v1/payments`, in milliseconds. */
  createTimeoutMs: number
  /** All of `issue`, repeats included, in milliseconds. */
  issueTimeoutMs: number
  /** One `GET`, in milliseconds. */
  readTimeoutMs: number
  /** One cancellation, in milliseconds. */
  changeTimeoutMs: number
  /** One `POST …/refunds`, in milliseconds. */
  refundTimeoutMs: number
  /** The question of the health page, in milliseconds. It is not repeated. */
  probeTimeoutMs: number
  /** `GET /v1/payment_methods` before a code is issued, in milliseconds. It is not repeated. */
  methodsTimeoutMs: number
  /** How long the amounts that Mercado Pago allows are kept, in milliseconds. */
  methodsTtlMs: number
  /** How long it is not asked again after it did not tell them, in milliseconds. */
  methodsRetryMs: number
  /** Payments that are asked about at the same time. */
  retrieveConcurrency: number
  /** A notice that was signed longer ago is refused, in milliseconds. */
  noticeMaxAgeMs: number
  /** A notice signed this far ahead of our clock is refused, in milliseconds. */
  noticeMaxAheadMs: number
  /** Largest answer read from the gateway, in bytes. */
  maxAnswerBytes: number
}

export const DEFAULT_MERCADO_PAGO_LIMITS: MercadoPagoLimits = {
  ...DEFAULT_RETRY_LIMITS,
  createTimeoutMs: 12_000,
  issueTimeoutMs: 30_000,
  readTimeoutMs: 10_000,
  changeTimeoutMs: 10_000,
  refundTimeoutMs: 20_000,
  probeTimeoutMs: 5_000,
  methodsTimeoutMs: 3_000,
  methodsTtlMs: HOUR_MS,
  methodsRetryMs: MINUTE_MS,
  retrieveConcurrency: 4,
  // Whether a repeated notice is signed anew is in no document, and repeats go on for about a day.
  noticeMaxAgeMs: DAY_MS,
  noticeMaxAheadMs: 10 * MINUTE_MS,
  maxAnswerBytes: 1_048_576,
}
