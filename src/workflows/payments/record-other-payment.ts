import {
  capturePaymentWorkflow,
  createOrUpdateOrderPaymentCollectionWorkflow,
  createPaymentSessionsWorkflow,
} from "@medusajs/medusa/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { Actor } from "../../modules/pagoefectivo"
import { formatCentimos } from "../../peru/centimos"
import { pagoEfectivo } from "../container"
import { withPurchaseLock } from "../locks"
import { closeKnownCodes } from "../orders/close-codes-of-order"
import { debtOf } from "../orders/order-debt"
import { refused } from "../../errors/refusal"

/** Medusa's own method for money that somebody has received by hand. */
const BY_HAND = "pp_system_default"

export interface OtherPayment {
  /** When it came. */
  paidAt: Date
  /** For example "Yape" or "bank transfer". */
  means: string
  reference: string | null
}

/**
 * The shopper paid by other means: the codes are closed, by the gateway's word, and then what the
 * order owes counts as paid. Repeating it books nothing twice: the order owes nothing any more.
 * @throws MedusaError (not_allowed) when the order is cancelled or owes nothing; see also
 *   `closeKnownCodes`.
 */
export async function recordOtherPayment(
  container: MedusaContainer,
  orderId: string,
  { paidAt, means, reference }: OtherPayment,
  actor: Actor,
): Promise<void> {
  const code = await closeKnownCodes(container, orderId, actor)
  await withPurchaseLock(container, code, async () => {
    const debt = await debtOf(container, orderId)
    if (!debt) throw refused("order_is_cancelled", { id: orderId })
    if (!debt.collection || debt.dueCentimos === 0)
      throw refused("order_owes_nothing", { id: orderId })
    if (debt.collection.amountCentimos !== debt.dueCentimos) {
      const input = { order_id: orderId }
      await createOrUpdateOrderPaymentCollectionWorkflow(container).run({ input })
    }
    await payByHand(container, debt.collection.id, actor)
    await pagoEfectivo(container).note(code.id, {
      kind: "paid_by_other_means",
      actor,
      data: {
        amount: formatCentimos(debt.dueCentimos),
        currency: code.currency_code,
        paid_at: paidAt.toISOString(),
        means,
        reference,
      },
    })
  })
}

async function payByHand(
  container: MedusaContainer,
  collectionId: string,
  actor: Actor,
): Promise<void> {
  const { result: session } = await createPaymentSessionsWorkflow(container).run({
    input: { payment_collection_id: collectionId, provider_id: BY_HAND },
  })
  const payments = container.resolve(Modules.PAYMENT)
  const payment = await payments.authorizePaymentSession(session.id, {})
  if (!payment) throw refused("not_payable_by_hand")
  await capturePaymentWorkflow(container).run({
    input: { payment_id: payment.id, captured_by: actor },
  })
}
