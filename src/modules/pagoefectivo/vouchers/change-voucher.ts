import type { Context } from "@medusajs/framework/types"
import { queueEvents } from "../events/outbox"
import { lockRow, transactionOf, type ModuleData } from "../module-data"
import type { VoucherRow } from "../types"
import type { Change, Decision } from "./decisions"
import type { TimelineLine } from "./timeline"
import { forgetPaidDays } from "./voucher-days"

export interface ChangedVoucher {
  voucher: VoucherRow
  /** False when there was nothing to do. */
  changed: boolean
}

/**
 * Locks a voucher, decides, and writes row, timeline and events, all within the context's
 * transaction.
 * @returns also the stored events, to be announced after the transaction
 */
export async function changeVoucher(
  data: ModuleData,
  id: string,
  decide: Decision,
  context: Context,
): Promise<ChangedVoucher & { change: Change | null; eventIds: string[] }> {
  await lockRow(context, "pagoefectivo_voucher", id)
  const known = await data.retrieveVoucher(id, {}, context)
  const change = decide(known, new Date())
  if (!change) return { voucher: known, changed: false, change, eventIds: [] }
  const voucher = await data.updateVouchers({ id, ...change.set }, context)
  const { paid_at } = change.set
  if (paid_at) {
    const moments = [known.paid_at, paid_at].filter((moment) => moment !== null)
    await forgetPaidDays(transactionOf(context), moments)
  }
  if (change.line) await addLine(data, id, change.line, context)
  return { voucher, changed: true, change, eventIds: await queueEvent(change, id, context) }
}

/** Adds a line to a voucher's timeline. */
export async function addLine(
  data: ModuleData,
  voucherId: string,
  line: TimelineLine,
  context: Context = {},
): Promise<void> {
  await data.createVoucherEvents(
    { voucher_id: voucherId, at: new Date(), ...line, data: line.data ?? null },
    context,
  )
}

async function queueEvent({ event }: Change, subjectId: string, context: Context) {
  if (!event) return []
  const data: Record<string, string> = event.orderId ? { order_id: event.orderId } : {}
  return queueEvents(transactionOf(context), [{ name: event.name, subjectId, data }])
}
