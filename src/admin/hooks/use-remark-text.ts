import type { AdminRemark } from "../../http-types"
import { localeOf } from "../lib/dates"
import { displayMoney } from "../../peru/money-text"
import { useFormat } from "./use-format"
import { useText } from "./use-text"

/** What the store says in short by codes, in the reader's language. */
export function useRemarkText() {
  const { t, language } = useText()
  const { day } = useFormat()
  return {
    list: (items: string[]) =>
      new Intl.ListFormat(localeOf(language), { type: "conjunction" }).format(items),
    why: ({ code, values }: AdminRemark) =>
      t(`why.${code}`, {
        reason: values.reason && t(`reason_title.${values.reason}`),
        day: values.day && day(values.day),
      }),
    against: ({ code, values }: AdminRemark, currency: string) =>
      t(`against.${code}`, {
        reference: values.reference,
        payment_id: values.payment_id,
        amount: values.amount && displayMoney(values.amount, currency),
        count: Number(values.days ?? 0),
      }),
  }
}
