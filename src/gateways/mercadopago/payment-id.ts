import { asText } from "../shared/json"
import { PAYMENT_ID_MAX_DIGITS } from "./limits"

const DIGITS = new RegExp(`^[1-9]\\d{0,${PAYMENT_ID_MAX_DIGITS - 1}}$`)

/** A payment's or refund's id as text, whether it came as number or string; null when it is none. */
export function asPaymentId(value: unknown): string | null {
  const text = asText(value)
  return text !== null && DIGITS.test(text) ? text : null
}
