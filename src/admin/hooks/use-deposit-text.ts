import type { AdminDepositChange, AdminDepositValues } from "../../http-types"
import { displayMoney } from "../../peru/money-text"
import { useFormat } from "./use-format"
import { useText } from "./use-text"

const FIELDS = ["bank_deposit", "bank_deposited_at", "bank_reference", "declared_total"] as const
type Field = (typeof FIELDS)[number]

/** What a change of a deposit did, one sentence for each field that is another than before. */
export function useDepositText() {
  const { t } = useText()
  const { date } = useFormat()
  const valueOf = (field: Field, values: AdminDepositValues | null, currency: string) => {
    const value = values?.[field]
    if (value == null) return null
    if (field === "bank_deposited_at") return date(value)
    return field === "bank_reference" ? value : displayMoney(value, currency)
  }
  return ({ from, to }: AdminDepositChange, currency: string): string[] =>
    FIELDS.flatMap((field) => {
      const [before, after] = [from, to].map((values) => valueOf(field, values, currency))
      if (before === after) return []
      const name = t(`deposit_field.${field}`)
      if (before == null) return t("deposit.set", { name, after: after ?? "" })
      if (after == null) return t("deposit.withdrawn", { name, before })
      return t("deposit.replaced", { name, before, after })
    })
}
