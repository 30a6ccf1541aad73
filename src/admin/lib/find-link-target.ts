import type { AdminVoucherListResponse } from "../../http-types"
import { get } from "./client"

/**
 * What a person means by a code or an order's number; null when it names none, or several codes
 * of different orders.
 */
export async function findLinkTarget(
  text: string,
): Promise<{ voucher_id?: string; order_id?: string } | null> {
  const q = text.trim().replace(/^#/, "")
  if (!q) return null
  const { vouchers } = await get<AdminVoucherListResponse>("/vouchers", { q, limit: 2 })
  const [first, second] = vouchers
  if (!first) return null
  if (!second) return { voucher_id: first.id, ...(first.order_id && { order_id: first.order_id }) }
  const isOneOrder = first.order_id !== null && first.order_id === second.order_id
  return isOneOrder ? { order_id: first.order_id as string } : null
}
