import {
  createOrUpdateOrderPaymentCollectionWorkflow,
  createPaymentSessionsWorkflow,
} from "@medusajs/medusa/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { Actor, VoucherRow } from "../../modules/pagoefectivo"
import { pagoEfectivo } from "../container"
import { namedProvider } from "../settlement/providers"
import { closeCodesOfOrder } from "./close-codes-of-order"
import { debtOf } from "./order-debt"
import { refused } from "../../errors/refusal"

export interface Charge {
  /** Unless named: the provider of the order's last code, or the store's only one. */
  providerId?: string | null
  /** Why another code is issued; required where the order had one. */
  reason?: string | null
}

/**
 * Issues a code over what an order owes because a person wants it so: for an order that never had one
 * (a draft order, an exchange), or in place of one that was voided. Earlier codes close first. The new
 * code has the usual hours, and the order waits for its deadline.
 * @throws MedusaError (not_allowed) when the order is cancelled or owes nothing, (invalid_data) without
 *   a reason or a provider; see also `closeCodesOfOrder`; what the gateway answers to a new code.
 */
export async function chargeOrder(
  container: MedusaContainer,
  orderId: string,
  { providerId, reason }: Charge,
  actor: Actor,
): Promise<VoucherRow> {
  const service = pagoEfectivo(container)
  const [known] = await service.listVouchers({ order_id: orderId }, { take: 1 })
  if (known && !reason?.trim()) {
    throw refused("reason_needed")
  }
  const last = await closeCodesOfOrder(container, orderId, actor)
  const provider_id = namedProvider(service.options, providerId ?? last?.provider_id)
  const collectionId = await collectionOverDebt(container, orderId)
  const { result: session } = await createPaymentSessionsWorkflow(container).run({
    input: { payment_collection_id: collectionId, provider_id },
  })
  // A session for what an order owes brings its code with it.
  const [voucher] = await service.listVouchers(
    { payment_session_id: session.id },
    { order: { attempt: "DESC" }, take: 1 },
  )
  if (!voucher) {
    throw refused("session_has_no_code", { id: session.id })
  }
  const data = { reason: reason?.trim() ?? null }
  await service.note(voucher.id, { kind: "issued_by_hand", actor, data })
  return voucher
}

/** The order's open payment collection, over all that it owes. */
async function collectionOverDebt(container: MedusaContainer, orderId: string): Promise<string> {
  if (!(await debtOf(container, orderId))) throw refused("order_is_cancelled", { id: orderId })
  const input = { order_id: orderId }
  await createOrUpdateOrderPaymentCollectionWorkflow(container).run({ input })
  const debt = await debtOf(container, orderId)
  if (debt?.collection && debt.dueCentimos > 0) return debt.collection.id
  throw refused("order_owes_nothing", { id: orderId })
}
