import type { GatewayDeps } from "./deps"
import { createDirectGateway } from "./direct"
import type { PaymentGateway } from "./gateway"
import { createMercadoPagoGateway } from "./mercadopago"

/** Every wire protocol that the plugin speaks. A further one is a folder and a line here. */
const FACTORIES = {
  direct: createDirectGateway,
  mercadopago: createMercadoPagoGateway,
}

type Factories = typeof FACTORIES

export type GatewayId = keyof Factories

/** The options of one gateway, told apart by `gateway`. */
export type GatewayConfig = {
  [Id in GatewayId]: { gateway: Id } & Parameters<Factories[Id]>[0]
}[GatewayId]

export const GATEWAY_IDS = Object.keys(FACTORIES) as GatewayId[]

/**
 * Makes the gateway that `config.gateway` names.
 * @throws RangeError when there is none of that name, or when one of its options can't work.
 */
export function createGateway(config: GatewayConfig, deps: GatewayDeps = {}): PaymentGateway {
  const { gateway, ...options } = config
  if (!Object.hasOwn(FACTORIES, gateway)) {
    throw new RangeError(
      `gateway: found ${JSON.stringify(gateway)}, expected one of ${GATEWAY_IDS.join(", ")}.`,
    )
  }
  const create = FACTORIES[gateway] as (options: object, deps: GatewayDeps) => PaymentGateway
  return create(options, deps)
}

export type { GatewayDeps } from "./deps"
export * from "./direct"
export * from "./errors"
export * from "./gateway"
export * from "./mercadopago"
