import type { MedusaContainer } from "@medusajs/framework/types"
import { pagoEfectivo } from "../container"
import { orderPlaced } from "../../modules/pagoefectivo"
import { findCartOfOrder } from "./purchase"

/** Writes the order into the vouchers of its cart and announces the code to the shopper's side. */
export async function attachOrder(container: MedusaContainer, orderId: string): Promise<void> {
  const cartId = await findCartOfOrder(container, orderId)
  if (!cartId) return
  const service = pagoEfectivo(container)
  const vouchers = await service.listVouchers({ cart_id: cartId, order_id: null })
  for (const voucher of vouchers) {
    await service.changeVoucher(voucher.id, orderPlaced(orderId))
  }
}
