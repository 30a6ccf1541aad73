import type { MedusaContainer } from "@medusajs/framework/types"
import { withSettings, type OptionsInForce } from "../../config"
import { pagoEfectivo } from "../container"

/**
 * The options with what was changed in the admin, read anew: for what must not be reckoned with
 * another value than the one in force.
 * @throws Error when it can't be read, or a stored value is none for its setting (any more)
 */
export async function optionsInForce(container: MedusaContainer): Promise<OptionsInForce> {
  const service = pagoEfectivo(container)
  return withSettings(service.options, await service.settings.inForce())
}

/** The same where something must be shown or sent in any case: else as last known, or as configured. */
export async function lastKnownOptions(container: MedusaContainer): Promise<OptionsInForce> {
  const service = pagoEfectivo(container)
  const known = await service.settings.lastKnown()
  try {
    return withSettings(service.options, known)
  } catch {
    return withSettings(service.options, [])
  }
}
