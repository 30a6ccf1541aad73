import type { Context } from "@medusajs/framework/types"
import { transactionOf, type ModuleData } from "../module-data"
import type { SqlConnection } from "../sql/connection"
import type { RefundRow, VoucherRow } from "../types"
import { unknownToPlatform } from "./unknown-to-platform"

/** Refunds that the gateway makes, or has made. */
const BY_GATEWAY: ReadonlySet<RefundRow["status"]> = new Set(["in_process", "approved"] as const)

/** A voucher's refunds that were not refused, oldest first. */
export interface RefundBooks {
  all: RefundRow[]
  /**
   * Asked of the gateway, and unknown to the platform: it undid its own record when no answer came.
   */
  lost: RefundRow[]
  /** All but the lost ones: what the platform knows to be given back, or on its way. */
  booked: RefundRow[]
}

export async function readRefundBooks(
  data: ModuleData,
  sql: SqlConnection,
  voucherId: string,
  context: Context = {},
): Promise<RefundBooks> {
  const all = await data.listRefunds(
    { voucher_id: voucherId, status: { $ne: "rejected" } },
    { order: { created_at: "ASC" } },
    context,
  )
  const connection = context.transactionManager ? transactionOf(context) : sql
  const unknown = await unknownToPlatform(connection, all)
  const lost = all.filter(({ id, status }) => unknown.has(id) && BY_GATEWAY.has(status))
  return { all, lost, booked: all.filter((one) => !lost.includes(one)) }
}

/** In céntimos. */
export function refundTotal(refunds: RefundRow[]): number {
  return refunds.reduce((sum, { amount_centimos }) => sum + amount_centimos, 0)
}

/** Whether all that was paid is given back with a refund, as the platform knows it. */
export function isRest(
  { paid_centimos }: VoucherRow,
  { booked }: RefundBooks,
  refund: { id: string | undefined; amount_centimos: number },
): boolean {
  const others = booked.filter(({ id }) => id !== refund.id)
  return refundTotal(others) + refund.amount_centimos === paid_centimos
}
