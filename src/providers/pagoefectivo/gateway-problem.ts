import { MedusaError } from "@medusajs/framework/utils"
import { GatewayError } from "../../gateways/errors"

/**
 * A gateway's failure as the platform understands it: the cart stays open, and the Store API answers
 * with the sentence and the stable code.
 */
export function gatewayProblem(error: unknown): unknown {
  if (!(error instanceof GatewayError)) return error
  const refused = error.fields.map(({ field, message }) => `${field}: ${message}`).join("; ")
  return new MedusaError(
    MedusaError.Types.PAYMENT_AUTHORIZATION_ERROR,
    refused ? `${error.message} (${refused})` : error.message,
    error.code,
  )
}
