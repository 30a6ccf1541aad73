import { SANDBOX_KEYS } from "../../src/sandbox/well-known-keys"

/** The environment of a store that sells through the sandbox. */
export const STORE_KEYS = {
  PAGOEFECTIVO_ENVIRONMENT: "sandbox",
  PAGOEFECTIVO_ACCESS_KEY: SANDBOX_KEYS.accessKey,
  PAGOEFECTIVO_SECRET_KEY: SANDBOX_KEYS.secretKey,
  PAGOEFECTIVO_SERVICE_ID: String(SANDBOX_KEYS.serviceId),
}
