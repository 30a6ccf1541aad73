import type { ReactElement } from "react"
import { orderVoucher, type OrderWithSessions } from "./order-voucher"
import { PagoEfectivoVoucher, type PagoEfectivoVoucherProps } from "./pagoefectivo-voucher"

export interface PagoEfectivoOrderVoucherProps extends Omit<
  PagoEfectivoVoucherProps,
  "voucher" | "amount" | "currencyCode"
> {
  /** Read with `*payment_collections.payment_sessions`. */
  order: OrderWithSessions
}

/** The code of an order, and nothing for an order that is paid in another way. */
export function PagoEfectivoOrderVoucher({
  order,
  ...shown
}: PagoEfectivoOrderVoucherProps): ReactElement | null {
  const data = orderVoucher(order)
  if (!data) return null
  const { amount, currency_code, voucher } = data
  return (
    <PagoEfectivoVoucher
      {...shown}
      voucher={voucher}
      amount={amount}
      currencyCode={currency_code}
    />
  )
}
