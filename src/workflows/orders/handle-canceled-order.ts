import type { MedusaContainer } from "@medusajs/framework/types"
import { closingRequested, type VoucherRow } from "../../modules/pagoefectivo"
import { isPayable } from "../../modules/pagoefectivo/vouchers/voucher-state"
import { releaseStock } from "./cancel-unpaid-order"
import { finishCancellation } from "./finish-cancellations"
import { closeVoucher } from "../vouchers/close-voucher"
import { pagoEfectivo } from "../container"
import { withPurchaseLock } from "../locks"
import { findCartOfOrder, isCanceled, isGivenBack, loadPurchase } from "./purchase"
import { reportFinding, seenPayment } from "../cases/report-finding"
import { overpaidOrderKey, seenLatePayment } from "../../reconciliation"

/**
 * An order was cancelled, by whomever: its codes must not be payable any more, and money that came
 * all the same must not be forgotten. Safe to repeat.
 */
export async function handleCanceledOrder(
  container: MedusaContainer,
  orderId: string,
): Promise<void> {
  const service = pagoEfectivo(container)
  const cartId = await findCartOfOrder(container, orderId)
  const vouchers = await service.listVouchers({
    $or: [{ order_id: orderId }, ...(cartId ? [{ cart_id: cartId }] : [])],
  })
  for (const voucher of vouchers) {
    if (isPayable(voucher)) {
      await service.changeVoucher(voucher.id, closingRequested("order_canceled", "system"))
      await closeVoucher(container, voucher.id)
    } else if (voucher.status === "paid") {
      await withPurchaseLock(container, voucher, () => reportUnreturnedPayment(container, voucher))
    }
  }
  if (vouchers.length > 0) await releaseStock(container, orderId)
}

/**
 * Looks at a paid voucher whose order's cancellation may have been lost with the process that
 * announced it, or that died in its midst: money on a cancelled order must not stay without a case.
 */
export async function reviewPaidVoucher(
  container: MedusaContainer,
  voucher: VoucherRow,
): Promise<void> {
  const { order } = await loadPurchase(container, voucher)
  if (!order) return
  if (isCanceled(order)) {
    await withPurchaseLock(container, voucher, () => reportUnreturnedPayment(container, voucher))
    return
  }
  const { stockIsBack } = await pagoEfectivo(container).interruptedOrders.tracesOn(order.id)
  if (stockIsBack) await finishCancellation(container, voucher.id)
}

/**
 * The platform gives captured money back when it cancels (here: a recorded bank transfer). Where it
 * did not see the capture in time, nobody would: that is a late payment. What was paid beyond the
 * order's debt is a part of that money, and no case of its own any more.
 */
export async function reportUnreturnedPayment(
  container: MedusaContainer,
  voucher: VoucherRow,
): Promise<void> {
  const { order } = await loadPurchase(container, voucher)
  if (!order) return
  await pagoEfectivo(container).cases.write([], {
    examinedKeys: [overpaidOrderKey(voucher.id)],
    why: "The order is cancelled: the difference is a part of what goes back to the shopper",
  })
  if (isGivenBack(order, voucher)) return
  await reportFinding(container, voucher, seenLatePayment(seenPayment(voucher, order.id)))
}
