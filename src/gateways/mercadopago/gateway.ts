import type { GatewayDeps } from "../deps"
import { GatewayBadAnswerError, GatewayRejectedError } from "../errors"
import type {
  AmountLimits,
  GatewayCapabilities,
  GatewayCurrency,
  GatewayProbe,
  GatewayVoucherState,
  IssuedVoucher,
  IssueRequest,
  ListedRefund,
  NoticeVerdict,
  PaymentGateway,
  RawNotice,
  RefundRequest,
  RefundResult,
  SignedNotice,
  VoidOutcome,
  VoucherReference,
} from "../gateway"
import { emptyState } from "../shared/empty-state"
import { asObject, asText, member } from "../shared/json"
import { probeGateway } from "../shared/probe"
import { removeThenRetrieve } from "../shared/void-voucher"
import { VENDOR } from "./call"
import { MercadoPagoClient } from "./client"
import { buildPaymentRequest, CURRENCY } from "./create-request"
import { readFoundPayments } from "./find-payments"
import { idempotencyKey } from "./idempotency-key"
import { readIssuedPayment } from "./issued-payment"
import { readNotice, signTestNotice } from "./notice"
import {
  resolveMercadoPagoOptions,
  type MercadoPagoGatewayOptions,
  type MercadoPagoSettings,
} from "./options"
import { asPaymentId } from "./payment-id"
import { AmountWindowCache, assertWithin, findMethod } from "./payment-methods"
import { isPayment } from "./payment-state"
import { doneBefore, planRefund, readRefund, readRefunds } from "./refund-payment"
import { retrievePayments } from "./retrieve-payments"
import { withinWindow } from "./time"

const CANCELLED = ["cancelled", "canceled"]

/** PagoEfectivo through Mercado Pago Peru. The gateway's id of a code is its payment id, not the CIP. */
export class MercadoPagoGateway implements PaymentGateway {
  readonly id = "mercadopago"
  /** Its dates carry -04:00 whatever the season. */
  readonly timeZone = "Etc/GMT+4"
  readonly capabilities: GatewayCapabilities = {
    refunds: "partial",
    idempotentIssue: true,
    waitingAfterPaidIsReversal: false,
  }
  readonly signatureHeaders = ["x-signature", "x-request-id"]
  readonly issueTimeoutMs: number
  readonly warnings: readonly string[]

  readonly #settings: MercadoPagoSettings
  readonly #client: MercadoPagoClient
  readonly #amounts: AmountWindowCache
  readonly #now: () => Date

  constructor(options: MercadoPagoGatewayOptions, deps: GatewayDeps = {}) {
    this.#settings = resolveMercadoPagoOptions(options)
    this.warnings = this.#settings.warnings
    this.#client = new MercadoPagoClient(this.#settings, deps)
    this.#now = () => deps.clock?.now() ?? new Date()
    const { methodsTimeoutMs, methodsTtlMs, methodsRetryMs, issueTimeoutMs } = this.#settings.limits
    this.issueTimeoutMs = methodsTimeoutMs + issueTimeoutMs
    this.#amounts = new AmountWindowCache(
      async () => (await this.#client.methods(methodsTimeoutMs)).verify(),
      this.#now,
      { ttlMs: methodsTtlMs, retryMs: methodsRetryMs },
    )
  }

  /**
   * Repeating it with the same request gives the same code, within the call and later. After a lost
   * answer `findByTransactionCode` tells whether there is one.
   */
  async issue(request: IssueRequest): Promise<IssuedVoucher> {
    const now = this.#now()
    const body = buildPaymentRequest(request, this.#settings.notificationUrl, now)
    assertWithin(await this.#amounts.get(), request.money)
    const key = idempotencyKey("issue", request.transactionCode)
    const answer = await this.#client.create(body, key)
    return readIssuedPayment(answer, request, withinWindow(request.expiresAt, now))
  }

  async amountLimits(currency: GatewayCurrency): Promise<AmountLimits | null> {
    if (currency !== CURRENCY) return null
    const { minimum = null, maximum = null } = (await this.#amounts.get()) ?? {}
    return { minimum: minimum?.toFixed(2) ?? null, maximum: maximum?.toFixed(2) ?? null }
  }

  retrieve(references: VoucherReference[]): Promise<GatewayVoucherState[]> {
    return retrievePayments(
      references.map(({ gatewayId }) => gatewayId),
      (id) => this.#client.get(id),
      this.#settings.limits.retrieveConcurrency,
    )
  }

  async findByTransactionCode(transactionCode: string): Promise<GatewayVoucherState[]> {
    return readFoundPayments(await this.#client.search(transactionCode), transactionCode)
  }

  async void(reference: VoucherReference): Promise<VoidOutcome> {
    return removeThenRetrieve({
      remove: () => this.#cancel(reference),
      retrieve: async () => {
        const [state] = await this.retrieve([reference])
        return state ?? emptyState(reference.gatewayId, "unknown")
      },
      // Here money that went back never makes a payment payable again.
      closed: ["voided", "expired", "reversed", "refunded"],
    })
  }

  /**
   * Gives money back to the payer's Mercado Pago account, as a whole or in part. Nothing is asked for
   * when all was given back already.
   * @throws GatewayError. RefundNotSupportedError when only the whole can be refunded (3024) or when
   * the payment is too old (2024, 15016).
   */
  async refund(request: RefundRequest): Promise<RefundResult> {
    const id = idOf(request, "refund")
    const payment = asObject(await this.#client.get(id))
    if (!isPayment(payment, id)) {
      throw anotherPayment("refund")
    }
    const { body, amount } = planRefund(request, payment)
    if (body === null) return doneBefore(await this.#client.refunds(id))
    const key = idempotencyKey("refund", id, request.idempotencyKey)
    return readRefund(await this.#client.refund(id, body, key), amount)
  }

  async listRefunds(reference: VoucherReference): Promise<ListedRefund[]> {
    return readRefunds(await this.#client.refunds(idOf(reference, "refund")))
  }

  readNotice(raw: RawNotice): NoticeVerdict {
    return readNotice(raw, this.#settings)
  }

  signTestNotice(testId: string): SignedNotice {
    return signTestNotice(testId, this.#now(), this.#settings)
  }

  async probe(): Promise<GatewayProbe> {
    let isOffered = false
    const ask = async () => {
      const { answer, verify } = await this.#client.methods(this.#settings.limits.probeTimeoutMs)
      return { answer, verify: () => void (isOffered = findMethod(verify())?.isActive ?? false) }
    }
    const probe = await probeGateway({ vendor: VENDOR, ask }, this.#now)
    return probe.problem === null && !isOffered ? { ...probe, problem: NOT_OFFERED } : probe
  }

  async #cancel(reference: VoucherReference): Promise<void> {
    const id = idOf(reference, "void")
    const payment = asObject(await this.#client.cancel(id))
    const status = asText(member(payment, "status"))?.toLowerCase() ?? ""
    if (!isPayment(payment, id) || !CANCELLED.includes(status)) {
      throw new GatewayBadAnswerError(
        "Mercado Pago took the cancellation without calling the payment cancelled.",
        { operation: "void", mayHaveSucceeded: true },
      )
    }
  }
}

const NOT_OFFERED = {
  code: "gateway_rejected",
  message:
    "Mercado Pago does not offer PagoEfectivo (pagoefectivo_atm) to this account. " +
    "Ask Mercado Pago Peru to activate it.",
}

function idOf({ gatewayId }: VoucherReference, operation: string): string {
  const id = asPaymentId(gatewayId)
  if (id === null) {
    throw new GatewayRejectedError(
      "Mercado Pago was not asked. gatewayId: the digits of a payment id were expected.",
      { operation },
    )
  }
  return id
}

function anotherPayment(operation: string): GatewayBadAnswerError {
  return new GatewayBadAnswerError(
    "Mercado Pago answered another payment than the one asked for.",
    {
      operation,
    },
  )
}
