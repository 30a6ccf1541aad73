import { parseEnv } from "node:util"
import { DEFAULT_GATEWAY, definitionOf, GATEWAY_IDS } from "../../gateways"
import { SANDBOX_KEYS } from "../../sandbox/well-known-keys"

/** Where `npx medusa-payment-pagoefectivo sandbox` listens. */
const SANDBOX_URL = "http://127.0.0.1:4010/v1"

const KEYS = {
  PAGOEFECTIVO_ACCESS_KEY: SANDBOX_KEYS.accessKey,
  PAGOEFECTIVO_SECRET_KEY: SANDBOX_KEYS.secretKey,
  PAGOEFECTIVO_SERVICE_ID: String(SANDBOX_KEYS.serviceId),
}

const LINES: Record<string, string> = {
  PAGOEFECTIVO_ENVIRONMENT: "sandbox",
  ...KEYS,
  PAGOEFECTIVO_BASE_URL: SANDBOX_URL,
}

const HEADER = "# PagoEfectivo's local sandbox: npx medusa-payment-pagoefectivo sandbox"

/** Variables of other gateways: where one is set, the sandbox's lines have no place. */
const OTHER = GATEWAY_IDS.filter((id) => id !== DEFAULT_GATEWAY).flatMap((id) =>
  Object.values(definitionOf(id).environment).filter((name) => name !== undefined),
)

export type EnvEdit =
  | { outcome: "add"; lines: string[]; text: string }
  /** Keys are there. */
  | { outcome: "present" }
  /** Some keys of the merchant's own are there, and these are not. */
  | { outcome: "incomplete"; missing: string[] }

/**
 * The lines that the local sandbox needs in a `.env`. What is set stays as it is, and the sandbox's keys
 * are never mixed with others.
 * @param text of the file; empty where there is none
 * @param elsewhere what other files and the process set
 */
export function editEnv(text: string, elsewhere: NodeJS.ProcessEnv): EnvEdit {
  const set = withoutEmpty({ ...elsewhere, ...(parseEnv(text) as NodeJS.ProcessEnv) })
  if (isOther(set)) return { outcome: "present" }
  const missing = Object.keys(LINES).filter((name) => set[name] === undefined)
  const missingKeys = Object.keys(KEYS).filter((name) => set[name] === undefined)
  const own = Object.keys(LINES).filter((name) => set[name] !== undefined && !isSandbox(name, set))
  if (own.length > 0) {
    if (missingKeys.length === 0) return { outcome: "present" }
    return { outcome: "incomplete", missing: missingKeys }
  }
  if (missing.length === 0) return { outcome: "present" }
  const newline = text.includes("\r\n") ? "\r\n" : "\n"
  const gap = text === "" || text.endsWith("\n") ? "" : newline
  const lines = [HEADER, ...missing.map((name) => `${name}=${LINES[name]}`)]
  const block = lines.join(newline) + newline
  return { outcome: "add", lines, text: text + gap + (text ? newline : "") + block }
}

function isOther(set: NodeJS.ProcessEnv): boolean {
  if (set.NODE_ENV === "production" || set.PAGOEFECTIVO_ENVIRONMENT === "production") return true
  const { PAGOEFECTIVO_GATEWAY: gateway = DEFAULT_GATEWAY } = set
  return gateway !== DEFAULT_GATEWAY || OTHER.some((name) => set[name] !== undefined)
}

/** A sandbox may listen elsewhere; its keys are always the same. */
function isSandbox(name: string, set: NodeJS.ProcessEnv): boolean {
  return name === "PAGOEFECTIVO_BASE_URL"
    ? /^http:\/\/(localhost|127\.0\.0\.1)[:/]/.test(set[name] ?? "")
    : set[name] === LINES[name]
}

function withoutEmpty(set: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(set).filter(([, value]) => value?.trim()))
}
