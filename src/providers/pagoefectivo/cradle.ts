import type { Logger } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import type { PagoEfectivoModuleService } from "../../modules/pagoefectivo"

/** The part of Medusa's query that the provider uses. */
export interface ProviderQuery {
  graph(input: {
    entity: string
    fields: string[]
    filters?: Record<string, unknown>
  }): Promise<{ data: unknown[] }>
}

/** What `dependencies` of the Payment Module hands to the provider (see `withPagoEfectivo`). */
export interface ProviderCradle {
  pagoefectivo: PagoEfectivoModuleService
  query: ProviderQuery
  logger: Logger
}

/**
 * @throws MedusaError when the Payment Module was registered by hand without `dependencies`, or the
 *   plugin is missing.
 */
export function requireFromCradle<Name extends keyof ProviderCradle>(
  cradle: ProviderCradle,
  name: Name,
): ProviderCradle[Name] {
  const found = readCradle(cradle, name)
  if (found) return found
  throw new MedusaError(
    MedusaError.Types.INVALID_ARGUMENT,
    `The PagoEfectivo provider can't see "${name}". Use withPagoEfectivo() in medusa-config.ts, or register the plugin and give the Payment Module dependencies: ["pagoefectivo", "query"].`,
  )
}

function readCradle<Name extends keyof ProviderCradle>(
  cradle: ProviderCradle,
  name: Name,
): ProviderCradle[Name] | undefined {
  try {
    return cradle[name]
  } catch {
    // Awilix throws for a name that was never registered.
    return undefined
  }
}
