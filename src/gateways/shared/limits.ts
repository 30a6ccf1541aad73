/** Digits before the decimal point of an amount: N(18,2). */
export const AMOUNT_INTEGER_DIGITS = 16

/** Longest CIP that is taken from an answer or a notice; PagoEfectivo documents 14. */
export const CIP_MAX_DIGITS = 20

/** Longest key, token or secret in the options. */
export const MAX_KEY_LENGTH = 200

/** Signatures looked at in one notice; more can only be noise. */
export const MAX_SIGNATURES = 4

/** Rejected fields kept from one answer, and the length of a text kept from a gateway. */
export const MAX_REJECTED_FIELDS = 30
export const MAX_GATEWAY_TEXT = 200

/** How calls that may be repeated are repeated. Each can be overridden in a gateway's options. */
export interface RetryLimits {
  /** How often a call that may be repeated is repeated. */
  maxRetries: number
  /** First pause between attempts, in milliseconds; doubled each time, with jitter. */
  backoffInitialMs: number
  /** Longest pause between attempts, in milliseconds. */
  backoffMaxMs: number
  /** A `Retry-After` above this is not waited for: the call fails at once. In milliseconds. */
  retryAfterMaxMs: number
  /** Questions that fail in a row, with all their retries, until the circuit opens. */
  breakerFailures: number
  /** How long an open circuit holds calls back, in milliseconds. */
  breakerPauseMs: number
}

export const DEFAULT_RETRY_LIMITS: RetryLimits = {
  maxRetries: 2,
  backoffInitialMs: 300,
  backoffMaxMs: 3_000,
  retryAfterMaxMs: 10_000,
  breakerFailures: 5,
  breakerPauseMs: 30_000,
}
