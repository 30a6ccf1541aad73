import type { GatewayDeps } from "../deps"
import type { PaymentGateway } from "../gateway"
import { DirectGateway } from "./gateway"
import type { DirectGatewayOptions } from "./options"

/**
 * PagoEfectivo's own API behind the port. Nothing is called until the first use.
 * @throws RangeError naming an option that can't work.
 */
export function createDirectGateway(
  options: DirectGatewayOptions,
  deps: GatewayDeps = {},
): PaymentGateway {
  return new DirectGateway(options, deps)
}

export { DirectGateway } from "./gateway"
export type { DirectGatewayOptions } from "./options"
export type { DirectLimits } from "./limits"
export { signNotice } from "./signature"
