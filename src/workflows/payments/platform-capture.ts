import { capturePaymentWorkflow, processPaymentWorkflow } from "@medusajs/medusa/core-flows"
import type { MedusaContainer, UpdatePaymentDTO } from "@medusajs/framework/types"
import { Modules, PaymentActions } from "@medusajs/framework/utils"
import type { VoucherRow } from "../../modules/pagoefectivo"
import { formatCentimos } from "../../peru/centimos"
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
 * A voucher's purchase. A capture that a process did not live to end is ended in the store's books
 * first, on a cancelled order, too: otherwise its refund would stand there alone.
 */
export async function loadEndedPurchase(
  container: MedusaContainer,
  voucher: VoucherRow,
): Promise<Purchase> {
  const purchase = await loadPurchase(container, voucher)
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
