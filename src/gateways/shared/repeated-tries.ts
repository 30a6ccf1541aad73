import { GatewayError, GatewayUnavailableError } from "../errors"
import type { Call } from "./call"

/**
 * The tries of one request with an idempotency key. Once an answer was lost, a refusal of a repeat
 * proves nothing: the gateway may be refusing what it has already done.
 */
export class RepeatedTries {
  #isLost = false

  constructor(private readonly call: Call) {}

  async run<Result>(attempt: () => Promise<Result>): Promise<Result> {
    try {
      return await attempt()
    } catch (error) {
      if (!(error instanceof GatewayError)) throw error
      if (error.mayHaveSucceeded) this.#isLost = true
      throw this.#isLost && !error.mayHaveSucceeded ? this.#unclear(error) : error
    }
  }

  #unclear(error: GatewayError): GatewayError {
    const { vendor, purpose, operation } = this.call
    return new GatewayUnavailableError(
      `${vendor} did not answer when asked to ${purpose}, and then: ${error.message}`,
      {
        operation,
        mayHaveSucceeded: true,
        cause: error,
        ...(error.httpStatus !== null && { httpStatus: error.httpStatus }),
        ...(error.gatewayCode !== null && { gatewayCode: error.gatewayCode }),
        ...(error.gatewayMessage !== null && { gatewayMessage: error.gatewayMessage }),
        ...(error.retryAfterMs !== null && { retryAfterMs: error.retryAfterMs }),
      },
    )
  }
}
