import { GatewayUnavailableError, type GatewayError } from "../errors"
import type { Call } from "./call"
import type { HttpAnswer } from "./http-exchange"
import { parseRetryAfter } from "./retry-after"

/** The gateway is there, yet can't answer now: 408, 429, 5xx or its own internal error. */
export function outage(
  answer: HttpAnswer,
  code: string | null,
  call: Call,
  now: Date,
): GatewayError {
  const { status, headers } = answer
  const { vendor, purpose, operation, takesEffect } = call
  return new GatewayUnavailableError(
    status === 429
      ? `${vendor} received too many requests (HTTP 429) when asked to ${purpose}. Try again later.`
      : `${vendor} failed (HTTP ${status}) when asked to ${purpose}. Try again later.`,
    {
      operation,
      httpStatus: status,
      gatewayCode: code ?? undefined,
      mayHaveSucceeded: takesEffect && status !== 429,
      retryAfterMs: parseRetryAfter(headers.get("retry-after"), now),
    },
  )
}

export function isOutageStatus(status: number): boolean {
  return status === 408 || status === 429 || status >= 500
}
