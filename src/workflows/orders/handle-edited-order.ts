import type { MedusaContainer } from "@medusajs/framework/types"
import { closingRequested } from "../../modules/pagoefectivo"
import { isPayable } from "../../modules/pagoefectivo/vouchers/voucher-state"
import { closeVoucher } from "../vouchers/close-voucher"
import { pagoEfectivo } from "../container"
import { debtOf } from "./order-debt"

/**
 * An order was edited, or goods come back or go out after it: a code over another amount than what is
 * owed now must close before a new one is payable. When the gateway gives no clear answer the closing
 * task stays open and visible, and the new code is issued when it ends.
 */
export async function handleEditedOrder(
  container: MedusaContainer,
  orderId: string,
): Promise<void> {
  const service = pagoEfectivo(container)
  const debt = await debtOf(container, orderId)
  const vouchers = await service.listVouchers({ order_id: orderId })
  for (const voucher of vouchers.filter(isPayable)) {
    if (voucher.amount_centimos === debt?.dueCentimos) continue
    await service.changeVoucher(voucher.id, closingRequested("superseded", "system"))
    await closeVoucher(container, voucher.id)
  }
}
