import type { MedusaContainer } from "@medusajs/framework/types"
import type { VoucherRow } from "../../modules/pagoefectivo"
import { fromCentimos } from "../../modules/pagoefectivo/amounts"
import { loadPurchase } from "../orders/purchase"
import { paymentCase, reportCase } from "../cases/report-case"

/** The collector took the money back: the order may be shipped, or on its way, without payment. */
export async function reportReversal(
  container: MedusaContainer,
  voucher: VoucherRow,
): Promise<void> {
  const { order } = await loadPurchase(container, voucher)
  const captured = voucher.captured_at ? "yes" : "no"
  await reportCase(
    container,
    paymentCase("reversed", voucher, {
      orderId: order?.id ?? null,
      // As the reconciliation words it: it never counted as paid here.
      ...(!voucher.paid_at && !voucher.captured_at && { detail: "returned_to_payer" }),
      expected: { status: "paid", amount: fromCentimos(voucher.amount_centimos) },
      actual: { status: "reversed", amount: "0.00", captured },
    }),
  )
}
