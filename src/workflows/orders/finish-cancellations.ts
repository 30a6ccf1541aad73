import { cancelOrderWorkflow } from "@medusajs/medusa/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { Actor, VoucherRow } from "../../modules/pagoefectivo"
import { seenHalfCanceled } from "../../reconciliation"
import { reportFinding, seenPayment } from "../cases/report-finding"
import { pagoEfectivo } from "../container"
import { WORKFLOW_LIMITS as LIMITS } from "../limits"
import { withPurchaseLock } from "../locks"
import { minutesAgo } from "../minutes-ago"
import { endAbandonedOrderChanges } from "./abandoned-order-change"
import { bookRefunds } from "./book-refunds"
import { loadMoneyOnOrder, type MoneyOnOrder } from "./money-on-order"
import { refused } from "../../errors/refusal"

const HALF_CANCELED = "half_canceled"

/**
 * Cancellations of paid orders that died with their process, or whose open change keeps the order from
 * being cancelled by anybody. One whose money is all given back is carried to its end; of any other,
 * a person decides.
 * @returns how many were carried to their end
 */
export async function finishCancellations(container: MedusaContainer): Promise<number> {
  const service = pagoEfectivo(container)
  const before = minutesAgo(LIMITS.abandonedChangeMinutes)
  const changed = await service.interruptedOrders.withOpenChange(before, LIMITS.expiryBatch)
  for (const id of changed) await endAbandonedOrderChanges(container, id)
  const from = minutesAgo(LIMITS.abandonedLookBackDays * 24 * 60)
  const refunded = await service.interruptedOrders.refundedAndStanding(
    { from, before },
    LIMITS.expiryBatch,
  )
  const open = await service.listCases(
    { reason: "late_payment", detail: HALF_CANCELED, status: "open" },
    { select: ["id", "voucher_id"], take: LIMITS.expiryBatch },
  )
  let finished = 0
  for (const id of new Set([...refunded, ...open.flatMap(({ voucher_id }) => voucher_id ?? [])])) {
    if (await finishCancellation(container, id)) finished++
  }
  return finished
}

/**
 * Looks at the order of a booked code: does it stand although a cancellation was at it? It is finished
 * when all the money is given back, and a case when only the stock is.
 * @returns whether it is cancelled with that
 */
export async function finishCancellation(
  container: MedusaContainer,
  voucherId: string,
): Promise<boolean> {
  const service = pagoEfectivo(container)
  const known = await service.retrieveVoucher(voucherId)
  return withPurchaseLock(container, known, async () => {
    const voucher = await service.retrieveVoucher(voucherId)
    const { order_id } = voucher
    const traces = order_id ? await service.interruptedOrders.tracesOn(order_id) : null
    const money = order_id ? await loadMoneyOnOrder(container, order_id) : null
    const isAllBack = money?.leftCentimos === 0 && traces?.isRefunded
    if (!money || !(traces?.stockIsBack || isAllBack)) {
      await healHalfCanceled(container, voucher)
      return false
    }
    // A cancellation or a refund may be under way at this moment.
    if (money.lastRefundAt && money.lastRefundAt > minutesAgo(LIMITS.abandonedChangeMinutes)) {
      return false
    }
    if (money.leftCentimos > 0) {
      const seen = seenPayment(voucher, money.orderId)
      await reportFinding(container, voucher, seenHalfCanceled(seen, money.leftCentimos))
      return false
    }
    await cancelRest(container, voucher, money, "system")
    await healHalfCanceled(container, voucher)
    return true
  })
}

/**
 * A person wants the cancellation that died half-way: what is left of the money is refunded with it.
 * @throws MedusaError of the platform, when it refuses
 */
export async function cancelHalfCanceled(
  container: MedusaContainer,
  voucherId: string,
  actor: Actor,
): Promise<void> {
  const voucher = await pagoEfectivo(container).retrieveVoucher(voucherId)
  await withPurchaseLock(container, voucher, async () => {
    const money = voucher.order_id ? await loadMoneyOnOrder(container, voucher.order_id) : null
    if (!money) {
      throw refused("order_is_gone", { cip: voucher.cip })
    }
    await cancelRest(container, voucher, money, actor)
  })
}

async function cancelRest(
  container: MedusaContainer,
  voucher: VoucherRow,
  money: MoneyOnOrder,
  actor: Actor,
): Promise<void> {
  const { orderId } = money
  await endAbandonedOrderChanges(container, orderId)
  await bookRefunds(container, money)
  await cancelOrderWorkflow(container).run({
    input: { order_id: orderId, ...(actor !== "system" && { canceled_by: actor }) },
  })
  await pagoEfectivo(container).note(voucher.id, {
    kind: "order_canceled",
    actor,
    data: { order_id: orderId },
  })
}

async function healHalfCanceled(container: MedusaContainer, voucher: VoucherRow): Promise<void> {
  const service = pagoEfectivo(container)
  const open = await service.listCases({
    voucher_id: voucher.id,
    reason: "late_payment",
    detail: HALF_CANCELED,
    status: "open",
  })
  if (open.length === 0) return
  await service.cases.write([], {
    examinedKeys: open.map(({ key }) => key),
    why: "The order is cancelled, or holds its stock again",
  })
}
