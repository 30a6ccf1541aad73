import { SANDBOX_KEYS } from "../../src/sandbox/well-known-keys"
import type { Addresses } from "./addresses"
import type { DemoGateway } from "./flags"
import type { Gateway } from "./gateway"
import { MAILBOX } from "./paths"
import { storeSecrets } from "./secrets"

/** What the store's process sees: medusa-config.ts reads all of it from the environment. */
export function storeEnvironment(input: {
  addresses: Addresses
  databaseUrl: string
  gateway: Pick<Gateway, "apiUrl" | "mercadoPagoUrl" | "mercadoPagoCredentials" | "switches">
  soldThrough: DemoGateway
  admin: boolean
}): NodeJS.ProcessEnv {
  const { addresses } = input
  const secrets = storeSecrets()
  const origins = [addresses.shopPort, addresses.storePort].flatMap(loopbackOrigins)
  return {
    ...process.env,
    NODE_ENV: "development",
    MEDUSA_DISABLE_TELEMETRY: "true",
    // The publishing of terminal colours into a log file helps nobody.
    NO_COLOR: "1",
    DISABLE_MEDUSA_ADMIN: input.admin ? "false" : "true",
    PORT: String(addresses.storePort),
    DATABASE_URL: input.databaseUrl,
    MAILBOX_FOLDER: MAILBOX,
    // The contract says what the sandbox charges, so that a fee which is wrong on purpose shows.
    DEVELOPMENT_RATE_CARD: JSON.stringify(input.gateway.switches().feeCard),
    STORE_CORS: origins.join(","),
    ADMIN_CORS: origins.join(","),
    AUTH_CORS: origins.join(","),
    JWT_SECRET: secrets.jwt,
    COOKIE_SECRET: secrets.cookie,
    PAGOEFECTIVO_ENVIRONMENT: "sandbox",
    PAGOEFECTIVO_ACCESS_KEY: SANDBOX_KEYS.accessKey,
    PAGOEFECTIVO_SECRET_KEY: SANDBOX_KEYS.secretKey,
    PAGOEFECTIVO_SERVICE_ID: String(SANDBOX_KEYS.serviceId),
    PAGOEFECTIVO_BASE_URL: input.gateway.apiUrl,
    PAGOEFECTIVO_GATEWAY: input.soldThrough,
    PAGOEFECTIVO_MERCADOPAGO_ACCESS_TOKEN: input.gateway.mercadoPagoCredentials.accessToken,
    PAGOEFECTIVO_MERCADOPAGO_WEBHOOK_SECRET: input.gateway.mercadoPagoCredentials.webhookSecret,
    PAGOEFECTIVO_MERCADOPAGO_BASE_URL: input.gateway.mercadoPagoUrl,
    PAGOEFECTIVO_STORE_URL: addresses.shopUrl,
    PAGOEFECTIVO_BACKEND_URL: addresses.backendUrl,
  }
}

function loopbackOrigins(port: number): string[] {
  return [`http://localhost:${port}`, `http://127.0.0.1:${port}`]
}
