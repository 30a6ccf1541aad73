/** Longest values that the vendor takes, in code points (reference 2.1). */
export const FIELD_LIMITS = {
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

/** Digits before the decimal point of an amount: N(18,2). */
export const AMOUNT_INTEGER_DIGITS = 16

/** Fewer digits than this are no phone number. */
export const PHONE_MIN_DIGITS = 6

/** Longest CIP that is taken from an answer or a notice; the vendor documents 14. */
export const CIP_MAX_DIGITS = 20

/** `PE-Signature` values looked at in one notice; more can only be noise. */
export const MAX_SIGNATURES = 4

/** Rejected fields kept from one answer, and the length of a text kept from the gateway. */
export const MAX_REJECTED_FIELDS = 30
export const MAX_GATEWAY_TEXT = 200

/** Waits, sizes and counts of the client. Each can be overridden in the options. */
export interface DirectLimits {
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
  /** How often a call that may be repeated is repeated. */
  maxRetries: number
  /** First pause between attempts, in milliseconds; doubled each time, with jitter. */
  backoffInitialMs: number
  /** Longest pause between attempts, in milliseconds. */
  backoffMaxMs: number
  /** A `Retry-After` above this is not waited for: the call fails at once. In milliseconds. */
  retryAfterMaxMs: number
  /** Searches that fail in a row, with all their retries, until the circuit opens. */
  breakerFailures: number
  /** How long an open circuit holds calls back, in milliseconds. */
  breakerPauseMs: number
  /** Largest answer read from the gateway, in bytes. */
  maxAnswerBytes: number
}

export const DEFAULT_LIMITS: DirectLimits = {
  authorizationTimeoutMs: 8_000,
  createTimeoutMs: 15_000,
  searchTimeoutMs: 10_000,
  changeTimeoutMs: 10_000,
  probeTimeoutMs: 5_000,
  issueAuthorizationMs: 10_000,
  tokenMarginMs: 30_000,
  maxRetries: 2,
  backoffInitialMs: 300,
  backoffMaxMs: 3_000,
  retryAfterMaxMs: 10_000,
  breakerFailures: 5,
  breakerPauseMs: 30_000,
  maxAnswerBytes: 1_048_576,
}

/** CIPs in one search. The vendor's samples stop at 5; the server's own limit is not published. */
export const DEFAULT_SEARCH_BATCH_SIZE = 5
export const MAX_SEARCH_BATCH_SIZE = 100
