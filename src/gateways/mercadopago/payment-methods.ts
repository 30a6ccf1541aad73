import Decimal from "decimal.js"
import { AmountTooLargeError, AmountTooSmallError, GatewayError } from "../errors"
import type { Money } from "../gateway"
import { asObject, asText, member } from "../shared/json"
import { PAYMENT_METHOD } from "./create-request"

/** The amounts that one code may be issued for, in soles; null where Mercado Pago names none. */
export interface AmountWindow {
  minimum: Decimal | null
  maximum: Decimal | null
}

export interface OfferedMethod extends AmountWindow {
  isActive: boolean
}

/** PagoEfectivo's entry in `GET /v1/payment_methods`; null when the account is not offered it. */
export function findMethod(answer: unknown): OfferedMethod | null {
  const entry = (Array.isArray(answer) ? answer : [])
    .map(asObject)
    .find((method) => asText(member(method, "id")) === PAYMENT_METHOD)
  return entry === undefined || entry === null
    ? null
    : {
        isActive: asText(member(entry, "status")) === "active",
        minimum: readDecimal(member(entry, "min_allowed_amount")),
        maximum: readDecimal(member(entry, "max_allowed_amount")),
      }
}

function readDecimal(value: unknown): Decimal | null {
  const text = asText(value)
  return text !== null && /^\d{1,16}(\.\d+)?$/.test(text) ? new Decimal(text) : null
}

interface CacheSettings {
  ttlMs: number
  retryMs: number
}

/**
 * Keeps the allowed amounts for a while. When Mercado Pago does not tell them, nothing is refused here:
 * it decides itself when the code is asked for.
 */
export class AmountWindowCache {
  #window: AmountWindow | null = null
  #askAgainAt = 0
  #pending: Promise<AmountWindow | null> | null = null

  constructor(
    private readonly ask: () => Promise<unknown>,
    private readonly now: () => Date,
    private readonly settings: CacheSettings,
  ) {}

  async get(): Promise<AmountWindow | null> {
    if (this.now().getTime() < this.#askAgainAt) {
      return this.#window
    }
    this.#pending ??= this.#renew().finally(() => (this.#pending = null))
    return this.#pending
  }

  async #renew(): Promise<AmountWindow | null> {
    const { ttlMs, retryMs } = this.settings
    let isTold = false
    try {
      this.#window = findMethod(await this.ask())
      isTold = true
    } catch (error) {
      if (!(error instanceof GatewayError)) {
        throw error
      }
    }
    this.#askAgainAt = this.now().getTime() + (isTold ? ttlMs : retryMs)
    return this.#window
  }
}

/** @throws AmountTooLargeError or AmountTooSmallError when no code can be issued for this amount. */
export function assertWithin(window: AmountWindow | null, { amount, currency }: Money): void {
  const { minimum = null, maximum = null } = window ?? {}
  if (maximum?.lt(amount)) {
    throw new AmountTooLargeError(
      `Mercado Pago issues PagoEfectivo codes up to ${currency} ${maximum.toFixed(2)}; ` +
        `found ${amount}. Choose a smaller amount.`,
      { operation: "issue" },
    )
  }
  if (minimum?.gt(amount)) {
    throw new AmountTooSmallError(
      `Mercado Pago issues PagoEfectivo codes from ${currency} ${minimum.toFixed(2)}; ` +
        `found ${amount}. Choose a larger amount.`,
      { operation: "issue" },
    )
  }
}
