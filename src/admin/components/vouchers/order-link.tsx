import { Link } from "react-router-dom"
import { useText } from "../../hooks/use-text"

interface Props {
  order_id: string | null
  order_display_id: number | null
}

/** Leads from a row to its order, without opening the row. */
export function OrderLink({ order_id, order_display_id }: Props) {
  const { t } = useText()
  return order_id ? (
    <Link
      className="text-ui-tag-blue-text hover:underline"
      to={`/orders/${order_id}`}
      onClick={(event) => event.stopPropagation()}
    >
      #{order_display_id ?? "…"}
    </Link>
  ) : (
    <span className="text-ui-fg-subtle">{t("voucher.no_order")}</span>
  )
}
