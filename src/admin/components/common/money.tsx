import { clx } from "@medusajs/ui"
import { displayMoney } from "../../../peru/money-text"

interface Props {
  amount: string
  currency: string
  className?: string
}

export function MoneyText({ amount, currency, className }: Props) {
  return (
    <span className={clx("whitespace-nowrap tabular-nums", className)}>
      {displayMoney(amount, currency)}
    </span>
  )
}
