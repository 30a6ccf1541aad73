import type { GatewayConfig } from "../gateways"
import { ENVIRONMENT_NAMES, isEnvironmentOption } from "./environment"
import type { ParsedOptions } from "./options-schema"

/** The vendor's hosts (technical manual 1.1, section on environments). */
export const VENDOR_BASE_URLS = {
  sandbox: "https://pre1a.services.pagoefectivo.pe/v1",
  production: "https://services.pagoefectivo.pe/v1",
} as const

/** The id of the only entry, so that it is `pp_pagoefectivo_pagoefectivo`. */
export const PROVIDER_ENTRY_ID = "pagoefectivo"

/** A payment provider of the store, and the gateway behind it. */
export interface ProviderEntry {
  id: string
  /** `pp_pagoefectivo_<id>`, as Medusa names it. */
  providerId: string
  gateway: GatewayConfig
}

type EntryOptions = Pick<
  ParsedOptions,
  "gateway" | "accessKey" | "secretKey" | "serviceId" | "baseUrl" | "mercadopago"
>

export function providerIdOf(entryId: string): string {
  return `pp_pagoefectivo_${entryId}`
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
    entries.push({
      id: own.id,
      providerId: providerIdOf(own.id),
      gateway: gatewayConfig(merged, options, `${backendUrl}/hooks/payment/pagoefectivo_${own.id}`),
    })
  }
  const ids = entries.map(({ id }) => id)
  if (new Set(ids).size < ids.length) {
    problems.push(`option "providers": found ${ids.join(", ")}; allowed: each id once`)
  }
  return { entries, problems }
}

/** What the only provider lacks, told from options that are wrong in other ways too. */
export function missingCredentials(raw: Record<string, unknown>): string[] {
  return raw.providers ? [] : missingOptions(raw as EntryOptions).map(describeMissing)
}

function missingOptions(options: EntryOptions): string[] {
  if (options.gateway === "mercadopago") {
    return options.mercadopago ? [] : ["mercadopago.accessToken", "mercadopago.webhookSecret"]
  }
  return (["accessKey", "secretKey", "serviceId"] as const).filter(
    (name) => options[name] === undefined,
  )
}

function describeMissing(option: string): string {
  const variable = isEnvironmentOption(option) ? ` (environment: ${ENVIRONMENT_NAMES[option]})` : ""
  return `option "${option}"${variable}: found nothing; allowed: ${option === "serviceId" ? "a number" : "a text"}`
}

function gatewayConfig(
  entry: EntryOptions,
  options: ParsedOptions,
  notificationUrl: string,
): GatewayConfig {
  if (entry.gateway === "mercadopago") {
    const own = entry.mercadopago
    return {
      gateway: "mercadopago",
      accessToken: own?.accessToken ?? "",
      webhookSecret: own?.webhookSecret ?? "",
      ...(own?.baseUrl && { baseUrl: withoutSlash(own.baseUrl) }),
      notificationUrl: own?.notificationUrl ?? notificationUrl,
    }
  }
  return {
    gateway: "direct",
    accessKey: entry.accessKey ?? "",
    secretKey: entry.secretKey ?? "",
    serviceId: entry.serviceId ?? 0,
    baseUrl: withoutSlash(entry.baseUrl ?? VENDOR_BASE_URLS[options.environment]),
    adminEmail: options.adminEmail,
    fallbackPhone: options.fallbackPhone,
  }
}

export function withoutSlash(address: string): string {
  return address.replace(/\/+$/, "")
}
