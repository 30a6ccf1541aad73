import { GATEWAY_OPTIONS } from "./gateway-options"

/** The environment variable behind each option, written once: used to read them and to name them. */
const ENVIRONMENT_NAMES: Readonly<Record<string, string>> = {
  environment: "PAGOEFECTIVO_ENVIRONMENT",
  gateway: "PAGOEFECTIVO_GATEWAY",
  voucherHours: "PAGOEFECTIVO_VOUCHER_HOURS",
  storeUrl: "PAGOEFECTIVO_STORE_URL",
  backendUrl: "PAGOEFECTIVO_BACKEND_URL",
  ...Object.fromEntries(
    GATEWAY_OPTIONS.flatMap(({ path, environment }) => (environment ? [[path, environment]] : [])),
  ),
}

const NUMERIC: ReadonlySet<string> = new Set([
  "voucherHours",
  ...GATEWAY_OPTIONS.flatMap(({ path, isNumber }) => (isNumber ? path : [])),
])

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

/** The variable of an option that may come from the environment. */
export function environmentName(option: string): string | undefined {
  return Object.hasOwn(ENVIRONMENT_NAMES, option) ? ENVIRONMENT_NAMES[option] : undefined
}

/** ` (environment: …)` of an option that may come from there, for messages. */
export function inEnvironment(option: string): string {
  const name = environmentName(option)
  return name ? ` (environment: ${name})` : ""
}
