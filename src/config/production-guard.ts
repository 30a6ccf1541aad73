import ipaddr from "ipaddr.js"
import type { GatewayConfig } from "../gateways"
import { MERCADOPAGO_SANDBOX_KEYS } from "../sandbox/mercadopago/well-known-keys"
import { SANDBOX_KEYS } from "../sandbox/well-known-keys"
import type { ParsedOptions } from "./options-schema"

/**
 * Reasons why these options must not take real money: test hosts, loopback hosts, unencrypted
 * addresses, and the sandbox's well-known keys, with which anybody could sign a notice.
 */
export function productionProblems(
  options: Pick<ParsedOptions, "environment" | "allowTestSettingsInProduction">,
  gateway: GatewayConfig,
): string[] {
  if (options.environment !== "production" || options.allowTestSettingsInProduction) return []
  const allow = 'or set "allowTestSettingsInProduction" for a rehearsal'
  const problems = gateway.baseUrl ? hostProblems(gateway.baseUrl) : []
  return [...problems, ...keyProblems(gateway)].map((problem) => `${problem}, ${allow}`)
}

function hostProblems(baseUrl: string): string[] {
  const { hostname, protocol } = new URL(baseUrl)
  const option = `option "baseUrl": found`
  if (isLocalHost(hostname)) {
    return [`${option} the local host "${hostname}" in production; allowed: the gateway's own host`]
  }
  if (isTestHost(hostname)) {
    return [
      `${option} the test host "${hostname}" in production; allowed: the gateway's production host`,
    ]
  }
  return protocol === "https:" ? [] : [`${option} "${protocol}" in production; allowed: https`]
}

function keyProblems(gateway: GatewayConfig): string[] {
  if (gateway.gateway === "mercadopago") {
    const problems: string[] = []
    // Mercado Pago's test tokens begin so.
    if (gateway.accessToken.startsWith("TEST-")) {
      problems.push(
        `option "mercadopago.accessToken": found a test token in production; allowed: a token of your own application`,
      )
    }
    for (const key of ["accessToken", "webhookSecret"] as const) {
      if (gateway[key] === MERCADOPAGO_SANDBOX_KEYS[key]) {
        problems.push(
          `option "mercadopago.${key}": found the sandbox's well-known key in production; allowed: the key of your own application`,
        )
      }
    }
    return problems
  }
  return (["accessKey", "secretKey"] as const)
    .filter((key) => gateway[key] === SANDBOX_KEYS[key])
    .map(
      (key) =>
        `option "${key}": found the sandbox's well-known key in production; allowed: the key that PagoEfectivo issued to you`,
    )
}

/** PagoEfectivo's integration hosts begin with `pre` or `pre1a` (pre1a.services.pagoefectivo.pe). */
function isTestHost(hostname: string): boolean {
  return (
    /^pre(-?prod\w*|\d\w*)?\./i.test(hostname) ||
    /(^|[.-])(sandbox|test|integraciones?)([.-]|$)/i.test(hostname)
  )
}

function isLocalHost(hostname: string): boolean {
  const bare = hostname.replace(/^\[|\]$/g, "")
  if (bare === "localhost" || bare.endsWith(".localhost")) return true
  return ipaddr.isValid(bare) && ipaddr.process(bare).range() !== "unicast"
}
