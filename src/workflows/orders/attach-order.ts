import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { closingRequested, orderPlaced, type VoucherRow } from "../../modules/pagoefectivo"
import { pagoEfectivo } from "../container"
import { findCartOfOrder, isCanceled } from "./purchase"

/** Ties the codes of an order's cart to the order. */
export async function attachOrder(container: MedusaContainer, orderId: string): Promise<void> {
  const cartId = await findCartOfOrder(container, orderId)
  if (!cartId) return
  const vouchers = await pagoEfectivo(container).listVouchers({ cart_id: cartId, order_id: null })
  for (const voucher of vouchers) await attachVoucher(container, voucher, orderId)
}

/**
 * Writes the order into a voucher and announces the code to the shopper's side. The code of an order
 * that is cancelled meanwhile is closed instead, and nobody is asked to pay it.
 */
export async function attachVoucher(
  container: MedusaContainer,
  voucher: VoucherRow,
  orderId: string,
): Promise<void> {
  const service = pagoEfectivo(container)
  if (!(await isOrderCanceled(container, orderId))) {
    await service.changeVoucher(voucher.id, orderPlaced(orderId))
    return
  }
  await service.changeVoucher(voucher.id, orderPlaced(orderId, { isAnnounced: false }))
  await service.changeVoucher(voucher.id, closingRequested("order_canceled", "system"))
}

async function isOrderCanceled(container: MedusaContainer, orderId: string): Promise<boolean> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "order",
    fields: ["status", "canceled_at"],
    filters: { id: orderId },
  })
  const order = data[0] as { status: string; canceled_at: Date | null } | undefined
  return order !== undefined && isCanceled(order)
}
