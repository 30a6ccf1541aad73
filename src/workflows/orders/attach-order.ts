import type { MedusaContainer } from "@medusajs/framework/types"
import { announce } from "../announce"
import { pagoEfectivo } from "../container"
import { PagoEfectivoEvents } from "../events"
import { findCartOfOrder } from "./purchase"

/** Writes the order into the vouchers of its cart and announces the code to the shopper's side. */
export async function attachOrder(container: MedusaContainer, orderId: string): Promise<void> {
  const cartId = await findCartOfOrder(container, orderId)
  if (!cartId) return
  const service = pagoEfectivo(container)
  const vouchers = await service.listVouchers({ cart_id: cartId, order_id: null })
  for (const voucher of vouchers) {
    await service.recordOrder(voucher.id, orderId)
    await announce(container, PagoEfectivoEvents.VOUCHER_ISSUED, voucher.id)
  }
}
