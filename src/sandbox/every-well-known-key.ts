import { MERCADOPAGO_SANDBOX_KEYS } from "./mercadopago/well-known-keys"
import { SANDBOX_KEYS } from "./well-known-keys"

/** Keys that everybody knows, whichever API of the sandbox they are for. */
export const WELL_KNOWN_KEYS: ReadonlySet<string> = new Set(
  [...Object.values(SANDBOX_KEYS), ...Object.values(MERCADOPAGO_SANDBOX_KEYS)].filter(
    (value) => typeof value === "string",
  ),
)
