import { cancelOrderWorkflow } from "@medusajs/medusa/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError, Modules } from "@medusajs/framework/utils"
import type { Actor, KeptReason, VoucherRow } from "../../modules/pagoefectivo"
import { endAbandonedOrderChanges } from "./abandoned-order-change"
import { pagoEfectivo } from "../container"
import { isCanceled, loadPurchase, type Purchase } from "./purchase"
import { refused } from "../../errors/refusal"

/**
 * Cancels the order of a code that expired unpaid and gives its stock back. The caller holds the
 * purchase's lock and knows from the gateway that the code can't be paid any more.
 *
 * Nothing is cancelled when the order owes nothing, when the code is not its current one, or when
 * any other payment of it exists.
 *
 * @param actor an admin's user id, or `system`
 * @returns why it was kept; null when it is cancelled, or was before
 */
export async function cancelUnpaidOrder(
  container: MedusaContainer,
  voucher: VoucherRow,
  actor: Actor = "system",
): Promise<KeptReason | null> {
  const purchase = await loadPurchase(container, voucher)
  const { order } = purchase
  if (!order || isCanceled(order)) return null
  const service = pagoEfectivo(container)
  const kept = await reasonToKeep(container, voucher, purchase)
  if (kept) {
    await service.note(voucher.id, { kind: "order_kept", actor, data: { reason: kept } })
    return kept
  }
  await endAbandonedOrderChanges(container, order.id)
  try {
    await cancelOrderWorkflow(container).run({ input: { order_id: order.id } })
  } catch (error) {
    return settleRefusal(container, voucher, error)
  }
  await service.note(voucher.id, {
    kind: "order_canceled",
    actor,
    data: { order_id: order.id },
  })
  return null
}

async function reasonToKeep(
  container: MedusaContainer,
  voucher: VoucherRow,
  { order }: Purchase,
): Promise<KeptReason | null> {
  if (!order) return "no_order"
  if (order.owedCentimos <= 0) return "owes_nothing"
  if (order.payments.length > 0) return "order_has_another_payment"
  const others = await pagoEfectivo(container).listVouchers({
    order_id: order.id,
    id: { $ne: voucher.id },
  })
  const newer = others.some((other) => new Date(other.issued_at) > new Date(voucher.issued_at))
  if (newer) return "not_the_current_code"
  if (others.some(({ status }) => status === "paid")) return "another_code_is_paid"
  if (others.every(({ closed_at }) => closed_at)) return null
  // The older code closes by its own task; until then nobody knows whether the order is paid by it.
  throw refused("older_code_open")
}

/**
 * The platform refused: somebody else cancelled meanwhile, or goods are already on their way.
 * @throws the error itself, which is tried again, unless it is a clear refusal
 */
async function settleRefusal(
  container: MedusaContainer,
  voucher: VoucherRow,
  error: unknown,
): Promise<KeptReason | null> {
  const { order } = await loadPurchase(container, voucher)
  if (order && isCanceled(order)) {
    await releaseStock(container, order.id)
    return null
  }
  const isRefusal = MedusaError.isMedusaError(error) && error.type === MedusaError.Types.NOT_ALLOWED
  if (!isRefusal) throw error
  await pagoEfectivo(container).note(voucher.id, {
    kind: "order_kept",
    actor: "system",
    data: { reason: "platform_refused", message: error.message },
  })
  return "platform_refused"
}

/**
 * Deletes what a cancelled order still holds in stock. Two cancellations at the same time can leave
 * the reservation behind: the loser's compensation puts it back.
 */
export async function releaseStock(container: MedusaContainer, orderId: string): Promise<number> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: ["items.id"],
    filters: { id: orderId },
  })
  const order = data[0] as { items?: ({ id: string } | null)[] } | undefined
  const items = (order?.items ?? []).flatMap((item) => (item ? [item.id] : []))
  if (items.length === 0) return 0
  const inventory = container.resolve(Modules.INVENTORY)
  const held = await inventory.listReservationItems({ line_item_id: items })
  if (held.length > 0) await inventory.deleteReservationItemsByLineItem(items)
  return held.length
}
