import { isLocalHost } from "../shared/local-host"
import { DEFAULT_MERCADO_PAGO_LIMITS, MAX_NOTIFICATION_URL, type MercadoPagoLimits } from "./limits"

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
  /** What was left out of the options, and why. */
  warnings: string[]
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
  const url = notificationUrl === undefined ? null : webhooksOnly(notificationUrl)
  const obstacle = url === null || isBesideTheStore(baseUrl) ? null : obstacleOf(url)
  return {
    accessToken,
    webhookSecret,
    baseUrl: baseUrl.replace(/\/+$/, "").replace(/\/v1$/, ""),
    notificationUrl: obstacle === null ? url : null,
    warnings: obstacle === null ? [] : [leftOut(url, obstacle)],
    limits: { ...DEFAULT_MERCADO_PAGO_LIMITS, ...given(options.limits ?? {}) },
  }
}

function webhooksOnly(address: string): string {
  const url = new URL(address)
  check(/^https?:$/.test(url.protocol), "notificationUrl", "an http or https address")
  url.searchParams.set("source_news", "webhooks")
  return url.href
}

/** A sandbox, which takes any address. */
function isBesideTheStore(baseUrl: string): boolean {
  const { protocol, hostname } = new URL(baseUrl)
  return protocol !== "https:" || isLocalHost(hostname)
}

/** Why Mercado Pago would refuse each code because of this address; null when it would not. */
function obstacleOf(address: string): string | null {
  const { protocol, hostname } = new URL(address)
  if (protocol !== "https:") return "it is not https"
  if (isLocalHost(hostname)) return "only this machine or network knows that host"
  return address.length <= MAX_NOTIFICATION_URL
    ? null
    : `it has ${address.length} characters, and at most ${MAX_NOTIFICATION_URL} are taken`
}

function leftOut(address: string | null, why: string): string {
  return (
    `Mercado Pago is not told to send notices to ${address}: ${why}. Set backendUrl to the store's ` +
    "public https address, or register that address in Mercado Pago's panel."
  )
}

function given(limits: Partial<MercadoPagoLimits>): Partial<MercadoPagoLimits> {
  return Object.fromEntries(Object.entries(limits).filter(([, value]) => value !== undefined))
}

function check(holds: boolean, option: string, expected: string): void {
  if (!holds) {
    throw new RangeError(`Mercado Pago option ${option}: expected ${expected}.`)
  }
}
