import {
  createOrUpdateOrderPaymentCollectionWorkflow,
  createPaymentSessionsWorkflow,
} from "@medusajs/medusa/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { VoucherRow } from "../../modules/pagoefectivo"
import { isPayable } from "../../modules/pagoefectivo/vouchers/voucher-state"
import { pagoEfectivo } from "../container"
import { debtOf } from "./order-debt"

/**
 * Issues a code over what an order still owes, once its earlier code is closed. Does nothing when
 * nothing is owed or the right code exists. The caller holds the purchase's lock.
 */
export async function reissueForOrder(
  container: MedusaContainer,
  { order_id, provider_id }: VoucherRow,
): Promise<void> {
  const debt = order_id ? await debtOf(container, order_id) : null
  if (!order_id || !debt?.collection || debt.dueCentimos === 0) return
  const { dueCentimos, collection } = debt
  // A new session takes the place of all others: another method that was chosen is left alone.
  if (collection.providerIds.some((id) => id !== provider_id)) return
  if (await hasRightCode(container, order_id, dueCentimos)) return
  if (collection.amountCentimos !== dueCentimos) {
    await createOrUpdateOrderPaymentCollectionWorkflow(container).run({ input: { order_id } })
  }
  // A session for what an order owes brings its code with it.
  await createPaymentSessionsWorkflow(container).run({
    input: { payment_collection_id: collection.id, provider_id },
  })
}

async function hasRightCode(
  container: MedusaContainer,
  orderId: string,
  centimos: number,
): Promise<boolean> {
  const vouchers = await pagoEfectivo(container).listVouchers({ order_id: orderId })
  return vouchers.some((voucher) => isPayable(voucher) && voucher.amount_centimos === centimos)
}
