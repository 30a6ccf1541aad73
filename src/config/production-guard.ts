import { definitionOf, type GatewayConfig } from "../gateways"
import { WELL_KNOWN_KEYS } from "../sandbox/every-well-known-key"
import { optionsOf } from "./gateway-options"
import { isLocalHost } from "../gateways/shared/local-host"
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
  const { testKeys } = definitionOf(gateway.gateway)
  const configured = { ...gateway } as Record<string, unknown>
  return optionsOf(gateway.gateway).flatMap(({ name, path }) => {
    const value = configured[name]
    if (typeof value !== "string") return []
    if (WELL_KNOWN_KEYS.has(value)) {
      return `option "${path}": found the sandbox's well-known key in production; allowed: the key that was issued to you`
    }
    return testKeys[name]?.test(value)
      ? `option "${path}": found a test key in production; allowed: a key for real payments`
      : []
  })
}

/** PagoEfectivo's integration hosts begin with `pre` or `pre1a` (pre1a.services.pagoefectivo.pe). */
function isTestHost(hostname: string): boolean {
  return (
    /^pre(-?prod\w*|\d\w*)?\./i.test(hostname) ||
    /(^|[.-])(sandbox|test|integraciones?)([.-]|$)/i.test(hostname)
  )
}
