import type { MedusaContainer } from "@medusajs/framework/types"
import { closingRequested, type VoucherRow } from "../../modules/pagoefectivo"
import { pagoEfectivo } from "../container"
import { isCanceled, loadPurchase } from "../orders/purchase"

/**
 * A code must not outlive its order, nor ask for more than the order owes. The event of a
 * cancellation may have been lost, and the platform emits none for a credit line. The closing job
 * carries it out, and issues a code over what is left.
 */
export async function closeWhatIsNotOwed(
  container: MedusaContainer,
  voucher: VoucherRow,
): Promise<void> {
  if (!voucher.order_id || voucher.closing_reason) return
  const { order } = await loadPurchase(container, voucher)
  if (!order) return
  const reason = isCanceled(order)
    ? "order_canceled"
    : order.owedCentimos < voucher.amount_centimos
      ? "superseded"
      : null
  if (!reason) return
  await pagoEfectivo(container).changeVoucher(voucher.id, closingRequested(reason, "system"))
}
