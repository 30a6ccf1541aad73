import { DEFAULT_MERCADO_PAGO_LIMITS, type MercadoPagoLimits } from "./limits"

export interface MercadoPagoGatewayOptions {
  /** Private token of the application (`APP_USR-…`). */
  accessToken: string
  /** The application's secret for notices, from "Your integrations". */
  webhookSecret: string
  /** `https://api.mercadopago.com` unless given; without `/v1`. */
  baseUrl?: string
  /**
   * Where Mercado Pago sends the notices of each payment; goes before the address of the application's
   * settings. `source_news=webhooks` is added, which turns the legacy notices off.
   */
  notificationUrl?: string
  /** Timeouts, retries and other limits that differ from the defaults. */
  limits?: Partial<MercadoPagoLimits>
}

export interface MercadoPagoSettings {
  accessToken: string
  webhookSecret: string
  baseUrl: string
  notificationUrl: string | null
  limits: MercadoPagoLimits
}

const DEFAULT_BASE_URL = "https://api.mercadopago.com"
const WEB_ADDRESS = /^https?:\/\/\S+$/
/** What may stand in an HTTP header. */
const PRINTABLE = /^[\x21-\x7e]+$/

/** @throws RangeError naming the option that can't work. It never shows a token or secret. */
export function resolveMercadoPagoOptions(options: MercadoPagoGatewayOptions): MercadoPagoSettings {
  const { accessToken, webhookSecret, baseUrl = DEFAULT_BASE_URL, notificationUrl } = options
  check(PRINTABLE.test(accessToken), "accessToken", "a text without spaces that is not empty")
  // Anybody can sign with an empty secret.
  check(webhookSecret.trim() !== "", "webhookSecret", "a text that is not empty")
  check(WEB_ADDRESS.test(baseUrl), "baseUrl", "an http or https address")
  check(
    notificationUrl === undefined || URL.canParse(notificationUrl),
    "notificationUrl",
    "an http or https address",
  )
  return {
    accessToken,
    webhookSecret,
    baseUrl: baseUrl.replace(/\/+$/, "").replace(/\/v1$/, ""),
    notificationUrl: notificationUrl === undefined ? null : webhooksOnly(notificationUrl),
    limits: { ...DEFAULT_MERCADO_PAGO_LIMITS, ...given(options.limits ?? {}) },
  }
}

function webhooksOnly(address: string): string {
  const url = new URL(address)
  check(/^https?:$/.test(url.protocol), "notificationUrl", "an http or https address")
  url.searchParams.set("source_news", "webhooks")
  return url.href
}

function given(limits: Partial<MercadoPagoLimits>): Partial<MercadoPagoLimits> {
  return Object.fromEntries(Object.entries(limits).filter(([, value]) => value !== undefined))
}

function check(holds: boolean, option: string, expected: string): void {
  if (!holds) {
    throw new RangeError(`Mercado Pago option ${option}: expected ${expected}.`)
  }
}
