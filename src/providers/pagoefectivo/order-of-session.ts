import type { VoucherRow } from "../../modules/pagoefectivo"
import { roundToCentimos } from "../../peru/rounding"
import type { ProviderQuery } from "./cradle"

type PaidVoucher = Pick<VoucherRow, "payment_session_id" | "amount_centimos">

/** An order that a payment session's collection belongs to. */
export interface SessionOrder {
  id: string
  isCanceled: boolean
}

/** Null while the collection is only a cart's. */
export async function orderOfCollection(
  query: ProviderQuery,
  collectionId: string,
): Promise<SessionOrder | null> {
  const { data } = await query.graph({
    entity: "order_payment_collection",
    fields: ["order_id", "order.status", "order.canceled_at"],
    filters: { payment_collection_id: collectionId },
  })
  const link = data[0] as
    { order_id: string; order?: { status?: string; canceled_at?: unknown } | null } | undefined
  if (!link) return null
  const { status, canceled_at } = link.order ?? {}
  return { id: link.order_id, isCanceled: status === "canceled" || Boolean(canceled_at) }
}

export async function orderOfSession(
  query: ProviderQuery,
  sessionId: string,
): Promise<SessionOrder | null> {
  const { data } = await query.graph({
    entity: "payment_session",
    fields: ["payment_collection_id"],
    filters: { id: sessionId },
  })
  const session = data[0] as { payment_collection_id: string } | undefined
  return session ? orderOfCollection(query, session.payment_collection_id) : null
}

/**
 * Whether a paid code's money may be booked on its order as it stands: not when the order is
 * cancelled, or when another payment of it was captured and it does not owe as much any more.
 */
export async function mayBeBooked(
  query: ProviderQuery,
  { payment_session_id, amount_centimos }: PaidVoucher,
): Promise<boolean> {
  const order = await orderOfSession(query, payment_session_id)
  if (!order) return true
  if (order.isCanceled) return false
  const { data } = await query.graph({
    entity: "order",
    fields: [
      "summary",
      "payment_collections.payments.captured_at",
      "payment_collections.payments.payment_session_id",
    ],
    filters: { id: order.id },
  })
  const found = data[0] as OrderBooks | undefined
  const owed = roundToCentimos(String(found?.summary?.pending_difference ?? 0))
  if (owed >= amount_centimos) return true
  const payments = (found?.payment_collections ?? []).flatMap(({ payments }) => payments ?? [])
  return !payments.some(
    (payment) => payment.captured_at && payment.payment_session_id !== payment_session_id,
  )
}

interface OrderBooks {
  summary?: { pending_difference?: number | string }
  payment_collections?: { payments?: { captured_at: unknown; payment_session_id: string }[] }[]
}
