import ipaddr from "ipaddr.js"
import type { GatewayConfig } from "../gateways"
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
  const problems: string[] = []
  const allow = 'or set "allowTestSettingsInProduction" for a rehearsal'
  const { hostname, protocol } = new URL(gateway.baseUrl)
  if (isLocalHost(hostname)) {
    problems.push(
      `option "baseUrl": found the local host "${hostname}" in production; allowed: PagoEfectivo's own host, ${allow}`,
    )
  } else if (isTestHost(hostname)) {
    problems.push(
      `option "baseUrl": found the test host "${hostname}" in production; allowed: PagoEfectivo's production host, ${allow}`,
    )
  } else if (protocol !== "https:") {
    problems.push(`option "baseUrl": found "${protocol}" in production; allowed: https, ${allow}`)
  }
  for (const key of ["accessKey", "secretKey"] as const) {
    if (gateway[key] === SANDBOX_KEYS[key]) {
      problems.push(
        `option "${key}": found the sandbox's well-known key in production; allowed: the key that PagoEfectivo issued to you, ${allow}`,
      )
    }
  }
  return problems
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
