import type { VoucherRow } from "../../modules/pagoefectivo"
import { roundDebtToCentimos } from "../../peru/rounding"
import type { ProviderQuery } from "./cradle"

type PaidVoucher = Pick<VoucherRow, "payment_session_id" | "amount_centimos">

/** An order that a payment session's collection belongs to. */
export interface SessionOrder {
  id: string
  isCanceled: boolean
  /** Total less credit lines and what is paid, in céntimos. */
  owedCentimos: number
  /** Its captured payments, by the sessions that they came from. */
  paidSessions: string[]
}

interface OrderBooks {
  id: string
  status: string
  canceled_at: unknown
  summary?: { pending_difference?: number | string }
  payment_collections?: { payments?: { captured_at: unknown; payment_session_id: string }[] }[]
}

/** Null while the collection is only a cart's. */
export async function orderOfCollection(
  query: ProviderQuery,
  collectionId: string,
): Promise<SessionOrder | null> {
  const { data: links } = await query.graph({
    entity: "order_payment_collection",
    fields: ["order_id"],
    filters: { payment_collection_id: collectionId },
  })
  const link = links[0] as { order_id: string } | undefined
  if (!link) return null
  const { data } = await query.graph({
    entity: "order",
    fields: [
      "id",
      "status",
      "canceled_at",
      "summary",
      "payment_collections.payments.captured_at",
      "payment_collections.payments.payment_session_id",
    ],
    filters: { id: link.order_id },
  })
  const order = data[0] as OrderBooks | undefined
  return order ? read(order) : null
}

function read({ id, status, canceled_at, summary, payment_collections }: OrderBooks): SessionOrder {
  const payments = (payment_collections ?? []).flatMap(({ payments: own }) => own ?? [])
  return {
    id,
    isCanceled: status === "canceled" || Boolean(canceled_at),
    owedCentimos: roundDebtToCentimos(String(summary?.pending_difference ?? 0)),
    paidSessions: payments
      .filter(({ captured_at }) => captured_at)
      .map(({ payment_session_id }) => payment_session_id),
  }
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
  return (
    order.owedCentimos >= amount_centimos ||
    order.paidSessions.every((id) => id === payment_session_id)
  )
}
