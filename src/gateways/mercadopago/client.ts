import { TaskCancelledError, TimeoutStrategy, timeout, type RetryPolicy } from "cockatiel"
import type { GatewayDeps } from "../deps"
import { GatewayTimeoutError } from "../errors"
import type { Call } from "../shared/call"
import { exchange, type HttpAnswer, type HttpRequest } from "../shared/http-exchange"
import { writeJson } from "../shared/json"
import { RepeatedTries } from "../shared/repeated-tries"
import { retrieveBreaker, retryPolicy, throughBreaker } from "../shared/resilience"
import { readMercadoPagoAnswer } from "./answer"
import { MERCADO_PAGO_CALLS } from "./call"
import { MAX_FOUND_PAYMENTS } from "./limits"
import type { MercadoPagoSettings } from "./options"

interface ApiRequest {
  method: HttpRequest["method"]
  path: string
  timeoutMs: number
  body?: unknown
  headers?: Record<string, string>
}

/**
 * The calls of Mercado Pago's payments API that a code needs. Every one has a timeout and may be
 * repeated: creating and refunding carry an idempotency key, the others are harmless.
 * Every method throws GatewayError.
 */
export class MercadoPagoClient {
  readonly #settings: MercadoPagoSettings
  readonly #fetch: typeof fetch
  readonly #now: () => Date
  readonly #retry: RetryPolicy
  readonly #breaker

  constructor(settings: MercadoPagoSettings, deps: GatewayDeps) {
    this.#settings = settings
    this.#fetch = deps.fetch ?? fetch
    this.#now = () => deps.clock?.now() ?? new Date()
    this.#retry = retryPolicy(settings.limits, deps.random ?? Math.random)
    this.#breaker = retrieveBreaker(settings.limits)
  }

  /**
   * `POST /v1/payments`. A shopper waits here, so all repeats together have an end; after it none is
   * under way any more.
   */
  async create(body: unknown, idempotencyKey: string): Promise<unknown> {
    const { createTimeoutMs: timeoutMs, issueTimeoutMs } = this.#settings.limits
    const headers = { "X-Idempotency-Key": idempotencyKey }
    const request: ApiRequest = { method: "POST", path: "/v1/payments", body, headers, timeoutMs }
    try {
      return await timeout(issueTimeoutMs, TimeoutStrategy.Aggressive).execute(({ signal }) =>
        this.#repeated(MERCADO_PAGO_CALLS.issue, request, signal),
      )
    } catch (error) {
      if (!(error instanceof TaskCancelledError)) {
        throw error
      }
      throw new GatewayTimeoutError(
        `Mercado Pago did not issue the code within ${issueTimeoutMs} ms.`,
        { operation: MERCADO_PAGO_CALLS.issue.operation, mayHaveSucceeded: true },
      )
    }
  }

  /** `GET /v1/payments/{id}`. */
  get(id: string): Promise<unknown> {
    return throughBreaker(this.#breaker, MERCADO_PAGO_CALLS.retrieve, () =>
      this.#repeated(MERCADO_PAGO_CALLS.retrieve, this.#read(paymentPath(id))),
    )
  }

  /** `GET /v1/payments/search` by `external_reference`, newest first. */
  search(externalReference: string): Promise<unknown> {
    const query = new URLSearchParams({
      external_reference: externalReference,
      sort: "date_created",
      criteria: "desc",
      offset: "0",
      limit: String(MAX_FOUND_PAYMENTS),
    })
    return this.#repeated(
      MERCADO_PAGO_CALLS.find,
      this.#read(`/v1/payments/search?${query.toString()}`),
    )
  }

  /** `PUT /v1/payments/{id}`: only a payment that is not paid yet can be cancelled. */
  cancel(id: string): Promise<unknown> {
    const { changeTimeoutMs: timeoutMs } = this.#settings.limits
    const body = { status: "cancelled" }
    return this.#repeated(MERCADO_PAGO_CALLS.void, {
      method: "PUT",
      path: paymentPath(id),
      body,
      timeoutMs,
    })
  }

  /** `POST /v1/payments/{id}/refunds`. */
  refund(id: string, body: unknown, idempotencyKey: string): Promise<unknown> {
    const { refundTimeoutMs: timeoutMs } = this.#settings.limits
    const headers = {
      "X-Idempotency-Key": idempotencyKey,
      // Without it a refund that takes its time would look like a failure.
      "X-Render-In-Process-Refunds": "true",
    }
    const path = `${paymentPath(id)}/refunds`
    return this.#repeated(MERCADO_PAGO_CALLS.refund, {
      method: "POST",
      path,
      body,
      headers,
      timeoutMs,
    })
  }

  /** `GET /v1/payments/{id}/refunds`. */
  refunds(id: string): Promise<unknown> {
    return this.#repeated(MERCADO_PAGO_CALLS.refunds, this.#read(`${paymentPath(id)}/refunds`))
  }

  /** `GET /v1/payment_methods`, once. `verify` reads it. */
  async methods(timeoutMs: number): Promise<{ answer: HttpAnswer; verify: () => unknown }> {
    const request: ApiRequest = { method: "GET", path: "/v1/payment_methods", timeoutMs }
    const answer = await this.#send(MERCADO_PAGO_CALLS.methods, request)
    return {
      answer,
      verify: () => readMercadoPagoAnswer(answer, MERCADO_PAGO_CALLS.methods, this.#now()),
    }
  }

  #read(path: string): ApiRequest {
    return { method: "GET", path, timeoutMs: this.#settings.limits.readTimeoutMs }
  }

  #repeated(call: Call, request: ApiRequest, until?: AbortSignal): Promise<unknown> {
    const tries = new RepeatedTries(call)
    return this.#retry.execute(
      ({ signal }) =>
        tries.run(async () =>
          readMercadoPagoAnswer(await this.#send(call, request, signal), call, this.#now()),
        ),
      until,
    )
  }

  #send(call: Call, request: ApiRequest, signal?: AbortSignal): Promise<HttpAnswer> {
    const { baseUrl, accessToken, limits } = this.#settings
    const { method, path, body, timeoutMs, headers } = request
    return exchange(
      this.#fetch,
      {
        call,
        method,
        url: baseUrl + path,
        headers: {
          Accept: "application/json",
          Authorization: `Bearer ${accessToken}`,
          ...(body === undefined ? {} : { "Content-Type": "application/json" }),
          ...headers,
        },
        body: body === undefined ? undefined : writeJson(body),
        timeoutMs,
        maxAnswerBytes: limits.maxAnswerBytes,
      },
      signal,
    )
  }
}

function paymentPath(id: string): string {
  return `/v1/payments/${encodeURIComponent(id)}`
}
