import { displayMoney } from "../../peru/money-text"
import { isMoney } from "./money"

const DAY = /^\d{4}-\d{2}-\d{2}$/

type Values = Record<string, string | number>

/** A refusal's values as people read them: money with its currency, days in their language. */
export function refusalValues(
  { currency = "pen", ...values }: Values,
  day: (day: string) => string,
): Values {
  const shown = (value: string | number) => {
    if (typeof value === "number") return value
    if (isMoney(value)) return displayMoney(value, String(currency))
    return DAY.test(value) ? day(value) : value
  }
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, shown(value)]))
}
