import type { GatewayDefinition } from "./definition"
import type { GatewayDeps } from "./deps"
import type { PaymentGateway } from "./gateway"
import { GATEWAYS } from "./registry"

export type GatewayId = keyof typeof GATEWAYS

/** The options of one gateway, told apart by `gateway`. */
export type GatewayConfig = {
  [Id in GatewayId]: { gateway: Id } & Parameters<(typeof GATEWAYS)[Id]["create"]>[0]
}[GatewayId]

export const GATEWAY_IDS = Object.keys(GATEWAYS) as GatewayId[]

/** What is registered under a name, for those who treat all gateways alike. */
export function definitionOf(id: GatewayId): GatewayDefinition {
  // Each definition takes its own options, which the registry's type can't say for all at once.
  return GATEWAYS[id] as unknown as GatewayDefinition
}

/**
 * Makes the gateway that `config.gateway` names.
 * @throws RangeError when there is none of that name, or when one of its options can't work.
 */
export function createGateway(config: GatewayConfig, deps: GatewayDeps = {}): PaymentGateway {
  const { gateway, ...options } = config
  if (!Object.hasOwn(GATEWAYS, gateway)) {
    throw new RangeError(
      `gateway: found ${JSON.stringify(gateway)}, expected one of ${GATEWAY_IDS.join(", ")}.`,
    )
  }
  return definitionOf(gateway).create(options, deps)
}

export type { GatewayDefinition, StoreFacts } from "./definition"
export type { GatewayDeps } from "./deps"
export * from "./direct"
export * from "./errors"
export * from "./gateway"
export * from "./mercadopago"
export { DEFAULT_GATEWAY, GATEWAYS } from "./registry"
