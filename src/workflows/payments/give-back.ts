import { refundPaymentWorkflow } from "@medusajs/medusa/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { CaseRow } from "../../modules/pagoefectivo"
import { formatCentimos } from "../../peru/centimos"
import { pagoEfectivo } from "../container"
import { loadPurchase } from "../orders/purchase"
import { refused } from "../../errors/refusal"

/**
 * Refunds a case's amount at risk on the voucher's payment, as any refund of the store: through the
 * gateway where it can, otherwise recorded as a transfer to be made. What was refunded meanwhile by
 * other ways is not refunded again.
 * @throws MedusaError (not_allowed) when there is no payment, or nothing of the amount is left.
 */
export async function giveBack(
  container: MedusaContainer,
  voucherId: string,
  { amount_at_risk_centimos }: Pick<CaseRow, "amount_at_risk_centimos">,
  actor: string,
): Promise<void> {
  const service = pagoEfectivo(container)
  const voucher = await service.retrieveVoucher(voucherId)
  const { payment } = await loadPurchase(container, voucher)
  if (!payment) {
    throw refused("nothing_booked_to_refund", { cip: voucher.cip })
  }
  const refunds = await service.listRefunds({ voucher_id: voucherId, status: { $ne: "rejected" } })
  const refunded = refunds.reduce((sum, { amount_centimos: part }) => sum + part, 0)
  const amount = Math.min(amount_at_risk_centimos, voucher.excess_centimos - refunded)
  if (amount <= 0) {
    throw refused("given_back_already", { cip: voucher.cip })
  }
  await refundPaymentWorkflow(container).run({
    input: {
      payment_id: payment.id,
      amount: Number(formatCentimos(amount)),
      created_by: actor,
    },
  })
}
