import { DEFAULT_RETRY_LIMITS, type RetryLimits } from "../shared/limits"

/** Longest values that the vendor takes, in code points (reference 2.1). */
export const DIRECT_FIELD_LIMITS = {
  transactionCode: 36,
  paymentConcept: 50,
  additionalData: 200,
  adminEmail: 100,
  userEmail: 100,
  userName: 30,
  userLastName: 30,
  userCountry: 20,
  userDocumentNumber: 14,
  userPhone: 15,
  userCodeCountry: 5,
} as const

/** Fewer digits than this are no phone number. */
export const PHONE_MIN_DIGITS = 6

/** Waits, sizes and counts of the client. Each can be overridden in the options. */
export interface DirectLimits extends RetryLimits {
  /** One `POST /authorizations`, in milliseconds. */
  authorizationTimeoutMs: number
  /** One `POST /cips`, in milliseconds. */
  createTimeoutMs: number
  /** One `POST /cips/search`, in milliseconds. */
  searchTimeoutMs: number
  /** One `PATCH` or `DELETE`, in milliseconds. */
  changeTimeoutMs: number
  /** The authorization of the health page, in milliseconds. It is not repeated. */
  probeTimeoutMs: number
  /** How long `issue` waits for a token, retries included, in milliseconds. */
  issueAuthorizationMs: number
  /** A token is not used during this time before its end, in milliseconds. */
  tokenMarginMs: number
  /** Largest answer read from the gateway, in bytes. */
  maxAnswerBytes: number
}

export const DEFAULT_DIRECT_LIMITS: DirectLimits = {
  ...DEFAULT_RETRY_LIMITS,
  authorizationTimeoutMs: 8_000,
  createTimeoutMs: 15_000,
  searchTimeoutMs: 10_000,
  changeTimeoutMs: 10_000,
  probeTimeoutMs: 5_000,
  issueAuthorizationMs: 10_000,
  tokenMarginMs: 30_000,
  maxAnswerBytes: 1_048_576,
}

/** CIPs in one search. The vendor's samples stop at 5; the server's own limit is not published. */
export const DEFAULT_SEARCH_BATCH_SIZE = 5
export const MAX_SEARCH_BATCH_SIZE = 100

/** Highest `serviceId` in the options. */
export const MAX_SERVICE_ID = 99_999_999
