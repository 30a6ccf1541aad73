import { TaskCancelledError, TimeoutStrategy, timeout, type RetryPolicy } from "cockatiel"
import { GatewayBadAnswerError, GatewayTimeoutError } from "../errors"
import type { GatewayDeps } from "../deps"
import { readDirectAnswer } from "./answer"
import { authorizationHash } from "./authorization-hash"
import type { Call } from "../shared/call"
import { DIRECT_CALLS } from "./call"
import { exchange, type HttpAnswer, type HttpRequest } from "../shared/http-exchange"
import { asObject, jsonNumber, member, writeJson } from "../shared/json"
import { parseGatewayTime, toLimaTimestamp } from "./lima-time"
import type { DirectSettings } from "./options"
import { retrieveBreaker, retryPolicy, throughBreaker } from "../shared/resilience"
import { TokenCache, type Token } from "./token-cache"

/** What may stand in an HTTP header. */
const PRINTABLE = /^[\x21-\x7e]+$/

interface VoucherRequest {
  method: HttpRequest["method"]
  path: string
  body?: unknown
  timeoutMs: number
}

/**
 * The vendor's five calls over HTTP. Every one has a timeout; all but `create` are repeated when the
 * gateway fails; an answer 401 leads to one new authorization and one more try.
 * Every method throws GatewayError.
 */
export class DirectClient {
  readonly #settings: DirectSettings
  readonly #fetch: typeof fetch
  readonly #now: () => Date
  readonly #tokens: TokenCache
  readonly #authorizationRetry: RetryPolicy
  readonly #callRetry: RetryPolicy
  readonly #breaker

  constructor(settings: DirectSettings, deps: GatewayDeps) {
    const { limits } = settings
    const random = deps.random ?? Math.random
    this.#settings = settings
    this.#fetch = deps.fetch ?? fetch
    this.#now = () => deps.clock?.now() ?? new Date()
    this.#authorizationRetry = retryPolicy(limits, random, (name) => name === "authorize")
    this.#callRetry = retryPolicy(limits, random, (name) => name !== "authorize")
    this.#breaker = retrieveBreaker(limits)
    this.#tokens = new TokenCache(
      () => this.#authorizationRetry.execute(() => this.#authorize()),
      this.#now,
      limits.tokenMarginMs,
    )
  }

  /**
   * `POST /cips`. Sent once: the vendor does not reject a repeated reference, so a second request may
   * be a second payable code. Only an answer 401, which creates nothing, is followed by one more.
   */
  create(body: unknown): Promise<unknown> {
    const { createTimeoutMs: timeoutMs } = this.#settings.limits
    const request: VoucherRequest = { method: "POST", path: "/cips", body, timeoutMs }
    return this.#authorized(DIRECT_CALLS.issue, request, () => this.#tokenForIssue())
  }

  /** `POST /cips/search` for one batch. */
  search(cips: string[]): Promise<unknown> {
    const body = { data: cips.map((cip) => ({ cip: jsonNumber(cip) })) }
    const { searchTimeoutMs: timeoutMs } = this.#settings.limits
    return throughBreaker(this.#breaker, DIRECT_CALLS.retrieve, () =>
      this.#repeatable(DIRECT_CALLS.retrieve, {
        method: "POST",
        path: "/cips/search",
        body,
        timeoutMs,
      }),
    )
  }

  /** `PATCH /cips/{cip}`. */
  async changeExpiry(cip: string, expiresAt: Date): Promise<void> {
    const body = { dateExpiry: toLimaTimestamp(expiresAt) }
    const { changeTimeoutMs: timeoutMs } = this.#settings.limits
    await this.#repeatable(DIRECT_CALLS.changeExpiry, {
      method: "PATCH",
      path: path(cip),
      body,
      timeoutMs,
    })
  }

  /** `DELETE /cips/{cip}`. */
  async remove(cip: string): Promise<void> {
    const { changeTimeoutMs: timeoutMs } = this.#settings.limits
    await this.#repeatable(DIRECT_CALLS.void, { method: "DELETE", path: path(cip), timeoutMs })
  }

  /** One fresh authorization without retries; the answer as it came. A new token is kept. */
  async probe(): Promise<{ answer: HttpAnswer; verify: () => void }> {
    const answer = await this.#sendAuthorization(this.#settings.limits.probeTimeoutMs)
    return { answer, verify: () => this.#tokens.put(this.#readToken(answer)) }
  }

  #repeatable(call: Call, request: VoucherRequest): Promise<unknown> {
    return this.#callRetry.execute(() => this.#authorized(call, request, () => this.#tokens.get()))
  }

  async #authorized(
    call: Call,
    request: VoucherRequest,
    getToken: () => Promise<string>,
  ): Promise<unknown> {
    const token = await getToken()
    let answer = await this.#send(call, request, token)
    if (answer.status === 401) {
      this.#tokens.drop(token)
      answer = await this.#send(call, request, await getToken())
    }
    return readDirectAnswer(answer, call, this.#now())
  }

  #send(call: Call, request: VoucherRequest, token: string): Promise<HttpAnswer> {
    const { baseUrl, limits } = this.#settings
    return exchange(this.#fetch, {
      call,
      method: request.method,
      url: baseUrl + request.path,
      headers: { ...this.#headers(request.body), Authorization: `Bearer ${token}` },
      body: request.body === undefined ? undefined : writeJson(request.body),
      timeoutMs: request.timeoutMs,
      maxAnswerBytes: limits.maxAnswerBytes,
    })
  }

  #headers(body: unknown): Record<string, string> {
    return {
      Accept: "application/json",
      "Accept-Language": this.#settings.language,
      Origin: "web",
      ...(body === undefined ? {} : { "Content-Type": "application/json" }),
    }
  }

  /** A shopper waits here, so the retries of the authorization get a common end. */
  async #tokenForIssue(): Promise<string> {
    const { issueAuthorizationMs } = this.#settings.limits
    try {
      return await timeout(issueAuthorizationMs, TimeoutStrategy.Aggressive).execute(() =>
        this.#tokens.get(),
      )
    } catch (error) {
      if (!(error instanceof TaskCancelledError)) {
        throw error
      }
      throw new GatewayTimeoutError(
        `PagoEfectivo did not authorize the store within ${issueAuthorizationMs} ms; no code was asked for.`,
        { operation: DIRECT_CALLS.authorize.operation },
      )
    }
  }

  async #authorize(): Promise<Token> {
    return this.#readToken(
      await this.#sendAuthorization(this.#settings.limits.authorizationTimeoutMs),
    )
  }

  #sendAuthorization(timeoutMs: number): Promise<HttpAnswer> {
    const { accessKey, secretKey, serviceId, baseUrl, limits } = this.#settings
    const dateRequest = toLimaTimestamp(this.#now())
    const hashString = authorizationHash({ serviceId, accessKey, secretKey, dateRequest })
    const body = { accessKey, idService: serviceId, dateRequest, hashString }
    return exchange(this.#fetch, {
      call: DIRECT_CALLS.authorize,
      method: "POST",
      url: `${baseUrl}/authorizations`,
      headers: this.#headers(body),
      body: writeJson(body),
      timeoutMs,
      maxAnswerBytes: limits.maxAnswerBytes,
    })
  }

  #readToken(answer: HttpAnswer): Token {
    const data = asObject(readDirectAnswer(answer, DIRECT_CALLS.authorize, this.#now()))
    const value = member(data, "token")
    if (typeof value !== "string" || !PRINTABLE.test(value)) {
      throw new GatewayBadAnswerError("PagoEfectivo authorized the store without giving a token.", {
        operation: DIRECT_CALLS.authorize.operation,
        httpStatus: answer.status,
      })
    }
    return { value, expiresAt: parseGatewayTime(member(data, "tokenExpires")) }
  }
}

function path(cip: string): string {
  return `/cips/${encodeURIComponent(cip)}`
}
