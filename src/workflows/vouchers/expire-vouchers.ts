import type { MedusaContainer } from "@medusajs/framework/types"
import { closingRequested, deadlinePassed, reminded } from "../../modules/pagoefectivo"
import { attachVoucher } from "../orders/attach-order"
import { closeVoucher } from "./close-voucher"
import { releaseStock } from "../orders/cancel-unpaid-order"
import { pagoEfectivo } from "../container"
import { WORKFLOW_LIMITS as LIMITS } from "../limits"
import { minutesAgo } from "../minutes-ago"
import { finishCancellations } from "../orders/finish-cancellations"
import { findOrderOf } from "../orders/purchase"
import { strikeLateDoubleEntries } from "../orders/strike-double-entries"
import { cancelUnfinishedCheckouts } from "../orders/unfinished-checkouts"
import { finishRefunds } from "../payments/finish-refunds"
import { untilFailing } from "../until-failing"
import { refreshSessionData } from "./refresh-session-data"

const MINUTE_MS = 60_000

/** The name under which the job's runs are recorded. */
export const EXPIRY_JOB = "expire-vouchers"

/**
 * The two clocks. At its deadline a voucher closes for the shopper; after the grace its code is
 * voided at the gateway and its order cancelled. Each phase is a bounded batch and may be repeated.
 */
export async function expireVouchers(container: MedusaContainer): Promise<Record<string, number>> {
  return {
    attached: await attachForgottenOrders(container),
    reminded: await remind(container),
    expired: await announceDeadlines(container),
    overdue: await openOverdueTasks(container),
    orphans: await openOrphanTasks(container),
    ...(await drainClosingTasks(container)),
    double_entries_struck: await strikeLateDoubleEntries(container),
    refunds_finished: await finishRefunds(container),
    checkouts_canceled: await cancelUnfinishedCheckouts(container),
    cancellations_finished: await finishCancellations(container),
    stock_released: await releaseForgottenStock(container),
  }
}

/**
 * Orders whose `order.placed` event was lost between the bus and the subscriber, and what an order
 * owes whose code was issued by a process that died before it could say for which.
 */
async function attachForgottenOrders(container: MedusaContainer): Promise<number> {
  const loose = await pagoEfectivo(container).listVouchers(
    { order_id: null, issued_at: { $lte: minutesAgo(1) } },
    { order: { issued_at: "DESC" }, take: LIMITS.expiryBatch },
  )
  let attached = 0
  for (const voucher of loose) {
    const orderId = await findOrderOf(container, voucher)
    if (!orderId) continue
    await attachVoucher(container, voucher, orderId)
    attached++
  }
  return attached
}

async function remind(container: MedusaContainer): Promise<number> {
  const service = pagoEfectivo(container)
  const { reminderMinutes } = service.options
  if (reminderMinutes === 0) return 0
  const now = new Date()
  const due = await service.listVouchers(
    {
      status: "waiting",
      reminded_at: null,
      order_id: { $ne: null },
      expires_at: { $gt: now, $lte: new Date(now.getTime() + reminderMinutes * MINUTE_MS) },
    },
    { order: { expires_at: "ASC" }, take: LIMITS.expiryBatch },
  )
  for (const voucher of due) {
    await service.changeVoucher(voucher.id, reminded)
  }
  return due.length
}

async function announceDeadlines(container: MedusaContainer): Promise<number> {
  const service = pagoEfectivo(container)
  const due = await service.listVouchers(
    { status: "waiting", expires_at: { $lte: new Date() } },
    { order: { expires_at: "ASC" }, take: LIMITS.expiryBatch },
  )
  let announced = 0
  for (const voucher of due) {
    const { changed } = await service.changeVoucher(voucher.id, deadlinePassed, {
      beforeEvent: () => refreshSessionData(container, voucher),
    })
    if (changed) announced++
  }
  return announced
}

async function openOverdueTasks(container: MedusaContainer): Promise<number> {
  const service = pagoEfectivo(container)
  const overdue = await service.listVouchers(
    {
      status: "expired",
      // Also of codes that the gateway itself has let expire: their orders wait for nothing.
      deadline_followed_at: null,
      closing_reason: null,
      expires_at: { $lte: minutesAgo(service.options.cancelGraceMinutes) },
    },
    { order: { expires_at: "ASC" }, take: LIMITS.expiryBatch },
  )
  for (const { id } of overdue) {
    await service.changeVoucher(id, closingRequested("deadline", "system"))
  }
  return overdue.length
}

/** Codes whose order never came to be: nobody should pay them any more. */
async function openOrphanTasks(container: MedusaContainer): Promise<number> {
  const service = pagoEfectivo(container)
  const orphans = await service.listVouchers(
    {
      status: "waiting",
      order_id: null,
      closing_reason: null,
      issued_at: { $lte: minutesAgo(LIMITS.orphanAfterMinutes) },
    },
    { order: { issued_at: "ASC" }, take: LIMITS.orphanBatch },
  )
  for (const voucher of orphans) {
    if (await findOrderOf(container, voucher)) continue
    await service.changeVoucher(voucher.id, closingRequested("orphan", "system"))
  }
  return orphans.length
}

/**
 * Every open closing task whose time has come, whoever opened it, until the gateway fails several
 * times in a row.
 */
export async function drainClosingTasks(
  container: MedusaContainer,
): Promise<{ closed: number; paid: number; postponed: number }> {
  const due = await pagoEfectivo(container).listVouchers(
    { closing_reason: { $ne: null }, closing_next_try_at: { $lte: new Date() } },
    { order: { closing_next_try_at: "ASC" }, take: LIMITS.expiryBatch, select: ["id"] },
  )
  const count = { closed: 0, paid: 0, postponed: 0 }
  await untilFailing(due, async ({ id }) => {
    const closing = await closeVoucher(container, id)
    if (closing !== "nothing_to_do") count[closing]++
    return closing !== "postponed"
  })
  return count
}

/** See `releaseStock`: what the loser of two cancellations has taken back, whenever that was. */
async function releaseForgottenStock(container: MedusaContainer): Promise<number> {
  const { interruptedOrders } = pagoEfectivo(container)
  let released = 0
  for (const orderId of await interruptedOrders.canceledWithStock(LIMITS.expiryBatch)) {
    released += await releaseStock(container, orderId)
  }
  return released
}
