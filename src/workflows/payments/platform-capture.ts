import { setTimeout as pause } from "node:timers/promises"
import { capturePaymentWorkflow, processPaymentWorkflow } from "@medusajs/medusa/core-flows"
import type { MedusaContainer, UpdatePaymentDTO } from "@medusajs/framework/types"
import { Modules, PaymentActions } from "@medusajs/framework/utils"
import type { VoucherRow } from "../../modules/pagoefectivo"
import { formatCentimos } from "../../peru/centimos"
import { WORKFLOW_LIMITS as LIMITS } from "../limits"
import { isBooked, isCaptured, loadPurchase, type Purchase } from "../orders/purchase"

/** The platform captures the payment and books it on its order; what is done already is left out. */
export async function letPlatformCapture(
  container: MedusaContainer,
  voucher: Pick<VoucherRow, "payment_session_id" | "amount_centimos">,
): Promise<void> {
  await processPaymentWorkflow(container).run({
    input: {
      action: PaymentActions.SUCCESSFUL,
      data: {
        session_id: voucher.payment_session_id,
        amount: formatCentimos(voucher.amount_centimos),
      },
    },
  })
}

/**
 * The platform is at it right now, by its own hook or a person's "Check status". A second capture at
 * that moment would enter the money into the order's books twice, before 2.21 above all.
 */
function isBeingBooked(purchase: Purchase): boolean {
  const { payment } = purchase
  if (!payment || payment.canceled_at || isBooked(purchase)) return false
  const steps = [payment, ...payment.captures].map(({ created_at }) => new Date(created_at))
  const last = Math.max(...steps.map((at) => at.getTime()))
  return Date.now() - last < LIMITS.captureSettlesSeconds * 1000
}

/**
 * A voucher's purchase. A capture that a process did not live to end is ended in the store's books
 * first, on a cancelled order, too: otherwise its refund would stand there alone.
 */
export async function loadEndedPurchase(
  container: MedusaContainer,
  voucher: VoucherRow,
): Promise<Purchase> {
  let purchase = await loadPurchase(container, voucher)
  while (isBeingBooked(purchase)) {
    await pause(LIMITS.captureLookMs)
    purchase = await loadPurchase(container, voucher)
  }
  const { payment } = purchase
  if (!payment || !purchase.order || !isCaptured(purchase) || isBooked(purchase)) return purchase
  // The platform writes the capture first and the payment's own date later, and refuses to capture again.
  if (!payment.captured_at) {
    const ended: UpdatePaymentDTO & { captured_at: Date } = {
      id: payment.id,
      captured_at: new Date(),
    }
    await container.resolve(Modules.PAYMENT).updatePayment(ended)
  }
  const amount = formatCentimos(voucher.amount_centimos)
  await capturePaymentWorkflow(container).run({ input: { payment_id: payment.id, amount } })
  return loadPurchase(container, voucher)
}
