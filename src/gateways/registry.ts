import { directDefinition } from "./direct/definition"
import { mercadoPagoDefinition } from "./mercadopago/definition"

/**
 * Every gateway that the plugin speaks with, by the name that the option `gateway` takes. A further one
 * is a folder and a line here; nothing else of the plugin names a gateway.
 */
export const GATEWAYS = {
  direct: directDefinition,
  mercadopago: mercadoPagoDefinition,
}

/** The one whose options stand at the top; those of each other stand in a block of its name. */
export const DEFAULT_GATEWAY = "direct"
