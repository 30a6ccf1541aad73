import Decimal from "decimal.js"
import type { GatewayCurrency, Money } from "../gateway"
import { asText } from "./json"
import { AMOUNT_INTEGER_DIGITS } from "./limits"

const CURRENCIES: readonly string[] = ["PEN", "USD"] satisfies GatewayCurrency[]
const DECIMALS = 2
const REQUEST_AMOUNT = new RegExp(
  `^(?:0|[1-9]\\d{0,${AMOUNT_INTEGER_DIGITS - 1}})\\.\\d{${DECIMALS}}$`,
)
const ANSWER_AMOUNT = new RegExp(`^\\d{1,${AMOUNT_INTEGER_DIGITS}}(?:\\.\\d{1,12})?$`)

export function isGatewayCurrency(value: unknown): value is GatewayCurrency {
  return typeof value === "string" && CURRENCIES.includes(value)
}

/** Whether this can be asked for: two decimals, above zero, at most N(18,2). */
export function isChargeableAmount(amount: string): boolean {
  return REQUEST_AMOUNT.test(amount) && !new Decimal(amount).isZero()
}

/**
 * Money as an answer or a notice states it. The gateway drops trailing zeros (`25` for 25.00). Null
 * when amount or currency can't be read exactly: a guess would be compared as if it were a fact.
 */
export function readMoney(amount: unknown, currency: unknown): Money | null {
  const lexeme = asText(amount)
  const code = asText(currency)?.toUpperCase()
  if (lexeme === null || !ANSWER_AMOUNT.test(lexeme) || !isGatewayCurrency(code)) {
    return null
  }
  const decimal = new Decimal(lexeme)
  return decimal.decimalPlaces() > DECIMALS
    ? null
    : { amount: decimal.toFixed(DECIMALS), currency: code }
}
