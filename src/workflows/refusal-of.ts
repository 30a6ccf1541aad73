import { MedusaError } from "@medusajs/framework/utils"
import { reasonOf, type RefusalReason } from "../errors/refusal"
import { GatewayError } from "../gateways/errors"
import { isLockTimeout } from "./locks"

/**
 * Why something was not done, for programs and translations: this plugin's own refusals, the gateway's
 * silence, a lock, and what Medusa does not find. Null for what only its words tell.
 */
export function refusalOf(error: unknown): RefusalReason | null {
  if (error instanceof GatewayError) return { code: error.code, values: {} }
  if (isLockTimeout(error)) return { code: "busy", values: {} }
  const own = reasonOf(error)
  if (own) return own
  const { type } = (error ?? {}) as { type?: string }
  return type === MedusaError.Types.NOT_FOUND ? { code: "not_found", values: {} } : null
}
