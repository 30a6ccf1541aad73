/** The environment variable behind each option, written once: used to read them and to name them. */
export const ENVIRONMENT_NAMES = {
  environment: "PAGOEFECTIVO_ENVIRONMENT",
  gateway: "PAGOEFECTIVO_GATEWAY",
  accessKey: "PAGOEFECTIVO_ACCESS_KEY",
  secretKey: "PAGOEFECTIVO_SECRET_KEY",
  serviceId: "PAGOEFECTIVO_SERVICE_ID",
  baseUrl: "PAGOEFECTIVO_BASE_URL",
  voucherHours: "PAGOEFECTIVO_VOUCHER_HOURS",
  storeUrl: "PAGOEFECTIVO_STORE_URL",
  backendUrl: "PAGOEFECTIVO_BACKEND_URL",
  "mercadopago.accessToken": "PAGOEFECTIVO_MERCADOPAGO_ACCESS_TOKEN",
  "mercadopago.webhookSecret": "PAGOEFECTIVO_MERCADOPAGO_WEBHOOK_SECRET",
  "mercadopago.baseUrl": "PAGOEFECTIVO_MERCADOPAGO_BASE_URL",
  "mercadopago.notificationUrl": "PAGOEFECTIVO_MERCADOPAGO_NOTIFICATION_URL",
} as const

export type EnvironmentOption = keyof typeof ENVIRONMENT_NAMES

const NUMERIC: ReadonlySet<string> = new Set(["voucherHours", "serviceId"])

/** What the environment says, nested like the options; an empty variable counts as not set. */
export function readEnvironment(env: NodeJS.ProcessEnv): Record<string, unknown> {
  const found: Record<string, unknown> = {}
  for (const [option, name] of Object.entries(ENVIRONMENT_NAMES)) {
    const text = env[name]?.trim()
    if (!text) continue
    const value = NUMERIC.has(option) && /^\d+$/.test(text) ? Number(text) : text
    const [outer = "", inner] = option.split(".")
    if (inner === undefined) found[outer] = value
    else found[outer] = { ...(found[outer] as object | undefined), [inner]: value }
  }
  return found
}

export function isEnvironmentOption(option: string): option is EnvironmentOption {
  return option in ENVIRONMENT_NAMES
}
