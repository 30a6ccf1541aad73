import { BrandedError } from "../errors/branded-error"

export const GATEWAY_ERROR_CODES = [
  "gateway_unavailable",
  "gateway_timeout",
  "gateway_rejected",
  "gateway_bad_answer",
  "credentials_refused",
  "amount_too_large",
  "amount_too_small",
  "voucher_not_found",
  "refund_not_supported",
  "circuit_open",
] as const

export type GatewayErrorCode = (typeof GATEWAY_ERROR_CODES)[number]

/** One field that the gateway refused. `code` and `message` are the gateway's own. */
export interface RejectedField {
  field: string
  code: string
  message: string
}

export interface GatewayErrorDetails {
  /** The gateway's own error code, for example `"111"`. */
  gatewayCode?: string
  httpStatus?: number
  fields?: RejectedField[]
  /** Which call failed, for example `"issue"`. */
  operation?: string
  /**
   * True when the request may have taken effect although no answer came (timeout, broken
   * connection, 5xx, unreadable success). Only then may an unknown code exist at the gateway.
   */
  mayHaveSucceeded?: boolean
  /** What the gateway said in its own words, without personal data: for the merchant alone. */
  gatewayMessage?: string
  /** How long the gateway asked to be left alone (`Retry-After`), in milliseconds. */
  retryAfterMs?: number
  cause?: unknown
}

/**
 * Every failure of a gateway. `code` is stable and meant for programs, `message` is a sentence for
 * people that says what to do next. Neither holds secrets nor payer data.
 */
export abstract class GatewayError extends BrandedError {
  static readonly code: GatewayErrorCode
  readonly code: GatewayErrorCode
  readonly gatewayCode: string | null
  readonly gatewayMessage: string | null
  readonly httpStatus: number | null
  readonly fields: RejectedField[]
  readonly operation: string | null
  readonly mayHaveSucceeded: boolean
  readonly retryAfterMs: number | null

  constructor(message: string, details: GatewayErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause })
    this.code = new.target.code
    this.gatewayCode = details.gatewayCode ?? null
    this.gatewayMessage = details.gatewayMessage ?? null
    this.httpStatus = details.httpStatus ?? null
    this.fields = details.fields ?? []
    this.operation = details.operation ?? null
    this.mayHaveSucceeded = details.mayHaveSucceeded ?? false
    this.retryAfterMs = details.retryAfterMs ?? null
  }
}

/** The gateway could not be reached, or answered 5xx or 429 after all retries. */
export class GatewayUnavailableError extends GatewayError {
  static override readonly code = "gateway_unavailable"
}

/** No answer within the time limit. */
export class GatewayTimeoutError extends GatewayError {
  static override readonly code = "gateway_timeout"
}

/** The gateway understood the request and refused it; `fields` names what it disliked. */
export class GatewayRejectedError extends GatewayError {
  static override readonly code = "gateway_rejected"
}

/** The answer was not in a shape that the protocol allows (HTML, empty, other fields). */
export class GatewayBadAnswerError extends GatewayError {
  static override readonly code = "gateway_bad_answer"
}

/** Access key, secret key or service id were not accepted. */
export class CredentialsRefusedError extends GatewayError {
  static override readonly code = "credentials_refused"
}

/** Above the most that this merchant may charge with one code. */
export class AmountTooLargeError extends GatewayError {
  static override readonly code = "amount_too_large"
}

/** Below the least that the gateway issues a code for. */
export class AmountTooSmallError extends GatewayError {
  static override readonly code = "amount_too_small"
}

/** The gateway does not know this code. */
export class VoucherNotFoundError extends GatewayError {
  static override readonly code = "voucher_not_found"
}

/** Too many failures in a row: calls are held back for a while so that the gateway can recover. */
export class CircuitOpenError extends GatewayError {
  static override readonly code = "circuit_open"
}

/** The gateway does not give this money back: in parts, after this time, or at all. */
export class RefundNotSupportedError extends GatewayError {
  static override readonly code = "refund_not_supported"
}
