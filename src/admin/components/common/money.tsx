import { clx } from "@medusajs/ui"
import { formatMoney } from "../../lib/money"

interface Props {
  amount: string
  currency: string
  className?: string
}

export function Money({ amount, currency, className }: Props) {
  return (
    <span className={clx("whitespace-nowrap tabular-nums", className)}>
      {formatMoney(amount, currency)}
    </span>
  )
}
