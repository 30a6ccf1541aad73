import {
  BrokenCircuitError,
  ConsecutiveBreaker,
  DelegateBackoff,
  circuitBreaker,
  handleWhen,
  retry,
  type CircuitBreakerPolicy,
  type RetryPolicy,
} from "cockatiel"
import {
  CircuitOpenError,
  GatewayBadAnswerError,
  GatewayError,
  GatewayTimeoutError,
  GatewayUnavailableError,
} from "../errors"
import type { Call } from "./call"
import type { RetryLimits } from "./limits"

/** Whether the gateway failed to do its work, as opposed to refusing it. */
export function isOutage(error: Error): boolean {
  if (error instanceof GatewayBadAnswerError) {
    const { httpStatus } = error
    return httpStatus === null || httpStatus < 300
  }
  return error instanceof GatewayUnavailableError || error instanceof GatewayTimeoutError
}

/**
 * Repeats what may be repeated: outages of these operations, with exponential backoff, jitter and
 * `Retry-After`. `concerns` leaves out operations that have retries of their own.
 */
export function retryPolicy(
  limits: RetryLimits,
  random: () => number,
  concerns: (operation: string | null) => boolean = () => true,
): RetryPolicy {
  const isRepeatable = (error: Error) =>
    error instanceof GatewayError &&
    isOutage(error) &&
    concerns(error.operation) &&
    (error.retryAfterMs ?? 0) <= limits.retryAfterMaxMs
  return retry(handleWhen(isRepeatable), {
    maxAttempts: limits.maxRetries,
    backoff: new DelegateBackoff(({ attempt, result }) => {
      const error = "error" in result ? (result.error as GatewayError) : null
      return Math.max(backoffMs(attempt, limits, random), error?.retryAfterMs ?? 0)
    }),
  })
}

/** Between half and the whole of the doubled pause, so that stores do not come back in step. */
export function backoffMs(attempt: number, limits: RetryLimits, random: () => number): number {
  const full = Math.min(limits.backoffMaxMs, limits.backoffInitialMs * 2 ** (attempt - 1))
  return Math.round((full + full * random()) / 2)
}

/** Holds questions back after too many failures in a row. */
export function retrieveBreaker(limits: RetryLimits): CircuitBreakerPolicy {
  return circuitBreaker(handleWhen(isOutage), {
    breaker: new ConsecutiveBreaker(limits.breakerFailures),
    halfOpenAfter: limits.breakerPauseMs,
  })
}

/** @throws CircuitOpenError instead of the library's own error. */
export async function throughBreaker<T>(
  breaker: CircuitBreakerPolicy,
  { vendor, operation }: Call,
  run: () => Promise<T>,
): Promise<T> {
  try {
    return await breaker.execute(run)
  } catch (error) {
    if (error instanceof BrokenCircuitError) {
      throw new CircuitOpenError(
        `${vendor} failed too often in a row; it is not asked again for a while.`,
        { operation, cause: error },
      )
    }
    throw error
  }
}
