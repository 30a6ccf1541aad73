import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { AdminHealthCheck, HealthCheckId } from "../../http-types"
import { messageOf } from "../../errors/message-of"
import { finding, type CheckHealth, type HealthContext } from "./health-check"

/**
 * Makes one check; what it throws is logged, and means that nothing is known.
 * @param ofProvider whether the check is about the context's provider alone
 */
export async function runCheck(
  id: HealthCheckId,
  check: CheckHealth,
  context: HealthContext,
  ofProvider: boolean,
): Promise<AdminHealthCheck> {
  const provider_id = ofProvider ? context.entry.providerId : null
  try {
    return { id, provider_id, ...(await check(context)) }
  } catch (error) {
    context.container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(`PagoEfectivo: health check ${id} failed: ${messageOf(error)}`)
    const unknown = finding("unknown", "This could not be checked.", "Look into the store's log.")
    return { id, provider_id, ...unknown }
  }
}
