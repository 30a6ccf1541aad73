import type { MedusaContainer } from "@medusajs/framework/types"
import { closingRequested, type VoucherRow } from "../../modules/pagoefectivo"
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
  const request = closingRequested("order_canceled", "system")
  await pagoEfectivo(container).changeVoucher(voucher.id, request)
}
