import type { MedusaContainer } from "@medusajs/framework/types"
import type { RefundRow } from "../../../../modules/pagoefectivo"
import { pagoEfectivo } from "../../../../workflows/container"
import { orderNumbers } from "../../../support/order-numbers"
import type { RefundContext } from "./present-refund"

/** The codes and orders of a page of refunds. */
export async function loadRefundContext(
  container: MedusaContainer,
  refunds: RefundRow[],
): Promise<RefundContext> {
  const ids = [...new Set(refunds.map(({ voucher_id }) => voucher_id))]
  const vouchers = await pagoEfectivo(container).listVouchers(
    { id: ids },
    { select: ["id", "cip", "provider_id", "order_id"], take: ids.length },
  )
  return {
    vouchers: new Map(vouchers.map((voucher) => [voucher.id, voucher] as const)),
    orderNumbers: await orderNumbers(
      container,
      vouchers.map(({ order_id }) => order_id),
    ),
  }
}
