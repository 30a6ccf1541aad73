import { MAX_VOUCHER_CENTIMOS } from "./limits"

export const CURRENCIES = ["PEN", "USD"] as const
export type SandboxCurrency = (typeof CURRENCIES)[number]

const DECIMAL = /^(\d{1,16})(?:\.(\d{1,2}))?$/
const SYMBOLS: Record<SandboxCurrency, string> = { PEN: "S/", USD: "US$" }

/**
 * Reads a positive amount, given as a JSON number or a string, into céntimos.
 * Null when it has more than two decimals, is not above zero or is above the limit.
 */
export function fromDecimalText(value: unknown): number | null {
  if (typeof value !== "number" && typeof value !== "string") {
    return null
  }
  const match = DECIMAL.exec(String(value))
  if (!match) {
    return null
  }
  const centimos = Number(`${match[1] ?? ""}${(match[2] ?? "").padEnd(2, "0")}`)
  return centimos > 0 && centimos <= MAX_VOUCHER_CENTIMOS ? centimos : null
}

/** Céntimos as a decimal string with two digits: 6990 is `"69.90"`. */
export function toDecimalText(centimos: number): string {
  const digits = String(Math.abs(centimos)).padStart(3, "0")
  return `${centimos < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** The JSON number of the vendor's answers, which loses trailing zeros: 2500 is `25`. */
export function toVendorNumber(centimos: number): number {
  return Number(toDecimalText(centimos))
}

/** `S/ 1,234.50`, as people read it in Peru. */
export function formatForPeople(centimos: number, currency: SandboxCurrency): string {
  const [whole = "", cents = ""] = toDecimalText(centimos).split(".")
  return `${SYMBOLS[currency]} ${whole.replace(/\B(?=(\d{3})+$)/g, ",")}.${cents}`
}
