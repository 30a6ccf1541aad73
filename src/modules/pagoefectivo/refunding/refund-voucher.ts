import { formatCentimos } from "../../../peru/centimos"
import { checkSoon } from "../vouchers/decisions"
import { askForRefund, type RefundInput } from "./ask-for-refund"
import { takeUpLostRefund } from "./take-up-lost-refund"

/** What a payment's data tells about its refunds. */
export interface RefundsView {
  method: "bank_transfer" | "gateway"
  /** Decimal text, of all refunds of this payment. */
  total: string
  note?: string
}

/**
 * Gives money back: through the gateway where it can, otherwise as a bank transfer that the merchant
 * has to make. The amount is set aside in the books first, so that all refunds together never exceed
 * what was paid, whatever dies in between; and what became of an earlier refund is known before
 * another is asked for. The same refund may be asked for again after a crash: it stays one.
 * @throws MedusaError (not_allowed) when more would go back than was paid, or the gateway refuses.
 */
export async function refundVoucher(input: RefundInput): Promise<RefundsView> {
  const { service, gateway, voucher, amount, idempotencyKey } = input
  const byGateway = gateway.refund !== undefined
  if (byGateway) await refundAtGateway(input)
  else await service.refunds.record(voucher.id, { idempotencyKey, amount, status: "to_transfer" })
  const refunds = await service.listRefunds({
    voucher_id: voucher.id,
    status: { $ne: "rejected" },
  })
  const total = formatCentimos(refunds.reduce((sum, refund) => sum + refund.amount_centimos, 0))
  if (byGateway) return { method: "gateway", total }
  return {
    method: "bank_transfer",
    total,
    note: "PagoEfectivo has no refund call: this goes back by bank transfer. Whether it was made, and under which number, is on the order's widget.",
  }
}

async function refundAtGateway(input: RefundInput): Promise<void> {
  if (await takeUpLostRefund(input)) return
  const { service, voucher, amount, idempotencyKey } = input
  const { refund, takesRest, isRepeat } = await service.refunds.record(voucher.id, {
    idempotencyKey,
    amount,
    status: "in_process",
  })
  await askForRefund(input, refund, { takesRest, isRepeat })
  // What somebody gave back in the gateway's panel may be accounted for now.
  if (voucher.refunded_centimos !== null) await service.changeVoucher(voucher.id, checkSoon)
}
