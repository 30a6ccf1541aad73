import type { MedusaContainer } from "@medusajs/framework/types"
import type { VoucherRow } from "../../modules/pagoefectivo"
import { loadPurchase } from "../orders/purchase"
import { seenReversal } from "../../reconciliation"
import { reportFinding, seenPayment } from "../cases/report-finding"

/** The collector took the money back: the order may be shipped, or on its way, without payment. */
export async function reportReversal(
  container: MedusaContainer,
  voucher: VoucherRow,
): Promise<void> {
  const { order } = await loadPurchase(container, voucher)
  await reportFinding(container, voucher, seenReversal(seenPayment(voucher, order?.id ?? null)))
}
