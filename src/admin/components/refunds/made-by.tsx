import { useFormat } from "../../hooks/use-format"
import { useText } from "../../hooks/use-text"
import type { AdminRefund } from "../../../http-types"
import { limaDayOf } from "../../lib/dates"

/** When a refund was made, and under which number. */
export function MadeBy({ refund }: { refund: AdminRefund }) {
  const { t } = useText()
  const { day } = useFormat()
  const { transferred_at, reference } = refund
  const on = transferred_at && day(limaDayOf(new Date(transferred_at)))
  if (!reference) return on
  return on ? t("refund.told", { text: on, reference }) : t("refund.number", { reference })
}
