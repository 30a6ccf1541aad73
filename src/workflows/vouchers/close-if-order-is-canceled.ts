import type { MedusaContainer } from "@medusajs/framework/types"
import type { VoucherRow } from "../../modules/pagoefectivo"
import { pagoEfectivo } from "../container"
import { isCanceled, loadPurchase } from "../orders/purchase"

/** The event of a cancellation may have been lost; a code must not outlive its order. */
export async function closeIfOrderIsCanceled(
  container: MedusaContainer,
  voucher: VoucherRow,
): Promise<void> {
  if (!voucher.order_id || voucher.closing_reason) return
  const { order } = await loadPurchase(container, voucher)
  if (!order || !isCanceled(order)) return
  await pagoEfectivo(container).requestClosing(voucher.id, "order_canceled", "system")
}
