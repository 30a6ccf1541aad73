import { plain } from "../lib/event-text"
import { displayMoney } from "../../peru/money-text"
import { isMoney } from "../lib/money"
import { useFormat } from "./use-format"
import { useText } from "./use-text"

const INSTANT = /^\d{4}-\d{2}-\d{2}T/
const DAY = /^\d{4}-\d{2}-\d{2}$/

/** Names and values of what a case compares, for people. */
export function useFieldText(currency: string) {
  const { t, knows } = useText()
  const format = useFormat()
  const nameOf = (name: string) => (knows(`field.${name}`) ? t(`field.${name}`) : plain(name))
  const valueOf = (name: string, value: string | null): string => {
    if (value === null) return "—"
    if (isMoney(value)) return displayMoney(value, currency)
    if (INSTANT.test(value)) return format.dateTime(value)
    if (DAY.test(value)) return format.day(value)
    if (name.includes("currency")) return value.toUpperCase()
    return knows(`field_value.${value}`) ? t(`field_value.${value}`) : value
  }
  return { nameOf, valueOf }
}
