import {
  DEFAULT_GATEWAY,
  definitionOf,
  GATEWAY_IDS,
  type GatewayConfig,
  type GatewayId,
  type StoreFacts,
} from "../gateways"
import { inEnvironment } from "./environment"
import { optionsOf, ownOptions, type GatewayOption } from "./gateway-options"
import type { ParsedOptions } from "./options-schema"

/** The id of the only entry, so that it is `pp_pagoefectivo_pagoefectivo`. */
export const PROVIDER_ENTRY_ID = "pagoefectivo"

/** A payment provider of the store, and the gateway behind it. */
export interface ProviderEntry {
  id: string
  /** `pp_pagoefectivo_<id>`, as Medusa names it. */
  providerId: string
  /** Where the gateway sends its notices: the store's own hook, unless the merchant names another. */
  noticeAddress: string
  gateway: GatewayConfig
}

export function providerIdOf(entryId: string): string {
  return `pp_pagoefectivo_${entryId}`
}

/** Where the store takes a provider's notices: Medusa's hook, under the provider's id without `pp_`. */
function hookAddress(backendUrl: string, providerId: string): string {
  return `${backendUrl}/hooks/payment/${providerId.slice("pp_".length)}`
}

/** The store's payment providers; `problems` names what one of them lacks. */
export function providerEntries(
  options: ParsedOptions,
  backendUrl: string,
): {
  entries: ProviderEntry[]
  problems: string[]
} {
  const problems: string[] = []
  const entries: ProviderEntry[] = []
  for (const own of options.providers ?? [{ id: PROVIDER_ENTRY_ID }]) {
    const merged = { ...options, ...own }
    const missing = missingOptions(merged)
    const place = options.providers ? `providers "${own.id}": ` : ""
    problems.push(...missing.map((option) => `${place}${describeMissing(option)}`))
    if (missing.length) continue
    const providerId = providerIdOf(own.id)
    const hook = hookAddress(backendUrl, providerId)
    const gateway = gatewayConfig(merged, { ...options, notificationUrl: hook })
    const { notificationUrl: noticeAddress = hook } = gateway as { notificationUrl?: string }
    entries.push({ id: own.id, providerId, noticeAddress, gateway })
  }
  const ids = entries.map(({ id }) => id)
  if (new Set(ids).size < ids.length) {
    problems.push(`option "providers": found ${ids.join(", ")}; allowed: each id once`)
  }
  return { entries, problems }
}

/** What the only provider lacks, told from options that are wrong in other ways too. */
export function missingCredentials(raw: Record<string, unknown>): string[] {
  return raw.providers ? [] : missingOptions(raw).map(describeMissing)
}

function gatewayOf({ gateway }: Record<string, unknown>): GatewayId {
  return (gateway as GatewayId | undefined) ?? DEFAULT_GATEWAY
}

/** What a block has is checked by its schema; here is told what is not there at all. */
function missingOptions(options: Record<string, unknown>): GatewayOption[] {
  const id = gatewayOf(options)
  if (!(GATEWAY_IDS as string[]).includes(id)) return []
  const own = ownOptions(id, options)
  if (id !== DEFAULT_GATEWAY && own !== undefined) return []
  return optionsOf(id).filter(({ name, isRequired }) => isRequired && own?.[name] === undefined)
}

function describeMissing({ path, isNumber }: GatewayOption): string {
  const allowed = isNumber ? "a number" : "a text"
  return `option "${path}"${inEnvironment(path)}: found nothing; allowed: ${allowed}`
}

function gatewayConfig(entry: Record<string, unknown>, store: StoreFacts): GatewayConfig {
  const gateway = gatewayOf(entry)
  const own = ownOptions(gateway, entry) ?? {}
  const { baseUrl, ...configured } = definitionOf(gateway).configure(own, store) as {
    baseUrl?: string
  }
  return {
    gateway,
    ...configured,
    ...(baseUrl !== undefined && { baseUrl: withoutSlash(baseUrl) }),
  } as GatewayConfig
}

export function withoutSlash(address: string): string {
  return address.replace(/\/+$/, "")
}
