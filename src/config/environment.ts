/** The environment variable behind each option, written once: used to read them and to name them. */
export const ENVIRONMENT_NAMES = {
  environment: "PAGOEFECTIVO_ENVIRONMENT",
  accessKey: "PAGOEFECTIVO_ACCESS_KEY",
  secretKey: "PAGOEFECTIVO_SECRET_KEY",
  serviceId: "PAGOEFECTIVO_SERVICE_ID",
  baseUrl: "PAGOEFECTIVO_BASE_URL",
  voucherHours: "PAGOEFECTIVO_VOUCHER_HOURS",
  storeUrl: "PAGOEFECTIVO_STORE_URL",
  backendUrl: "PAGOEFECTIVO_BACKEND_URL",
} as const

export type EnvironmentOption = keyof typeof ENVIRONMENT_NAMES

const NUMERIC: ReadonlySet<string> = new Set(["voucherHours", "serviceId"])

/** What the environment says; an empty variable counts as not set. */
export function readEnvironment(
  env: NodeJS.ProcessEnv,
): Partial<Record<EnvironmentOption, unknown>> {
  const found: Partial<Record<EnvironmentOption, unknown>> = {}
  for (const [option, name] of Object.entries(ENVIRONMENT_NAMES) as [EnvironmentOption, string][]) {
    const text = env[name]?.trim()
    if (!text) continue
    found[option] = NUMERIC.has(option) && /^\d+$/.test(text) ? Number(text) : text
  }
  return found
}

export function isEnvironmentOption(option: string): option is EnvironmentOption {
  return option in ENVIRONMENT_NAMES
}
