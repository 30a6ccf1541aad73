import type { GatewayDeps } from "../deps"
import { MercadoPagoGateway } from "./gateway"
import type { MercadoPagoGatewayOptions } from "./options"

/**
 * PagoEfectivo as Mercado Pago Peru sells it (`pagoefectivo_atm`), behind the port. Nothing is called
 * until the first use.
 * @throws RangeError naming an option that can't work.
 */
export function createMercadoPagoGateway(
  options: MercadoPagoGatewayOptions,
  deps: GatewayDeps = {},
): MercadoPagoGateway {
  return new MercadoPagoGateway(options, deps)
}

export { MercadoPagoGateway } from "./gateway"
export type { MercadoPagoLimits } from "./limits"
export type { MercadoPagoGatewayOptions } from "./options"
export { signManifest } from "./signature"
