import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { VoucherRow } from "../../modules/pagoefectivo"
import { roundDebtToCentimos, roundToCentimos } from "../../peru/rounding"

export interface PurchasePayment {
  id: string
  amount: number | string
  provider_id: string
  payment_session_id: string | null
  created_at: Date | string
  captured_at: Date | string | null
  canceled_at: Date | string | null
  captures: { id: string; amount: number | string; created_at: Date | string }[]
  refunds: { id: string; amount: number | string }[]
}

export interface PurchaseOrder {
  id: string
  display_id: number
  status: string
  canceled_at: Date | string | null
  /** Total less credit lines and what is paid, in céntimos; below zero when it was paid too much. */
  owedCentimos: number
  /** Ids of the captures that the order's books know. */
  bookedCaptures: Set<string>
  /** Ids of transactions beyond the first of one capture, see `strikeDoubleEntries`. */
  doubleEntries: string[]
  payments: PurchasePayment[]
}

export interface PurchaseSession {
  id: string
  payment_collection_id: string
}

/** What the store believes about a voucher. */
export interface Purchase {
  /** Null once another method took its place. */
  session: PurchaseSession | null
  /** What the platform made of the session when it was authorized: it outlives the session. */
  payment: PurchasePayment | null
  order: PurchaseOrder | null
}

const PAYMENT_FIELDS = [
  "id",
  "amount",
  "provider_id",
  "payment_session_id",
  "created_at",
  "captured_at",
  "canceled_at",
  "captures.id",
  "captures.amount",
  "captures.created_at",
  "refunds.id",
  "refunds.amount",
]

export async function loadPurchase(
  container: MedusaContainer,
  voucher: Pick<VoucherRow, "cart_id" | "order_id" | "payment_session_id">,
): Promise<Purchase> {
  const [session, payment, orderId] = await Promise.all([
    loadSession(container, voucher.payment_session_id),
    loadPayment(container, voucher.payment_session_id),
    voucher.order_id ?? findOrderOf(container, voucher),
  ])
  return { session, payment, order: orderId ? await loadOrder(container, orderId) : null }
}

/** The order that a voucher's cart became, or whose debt its payment session is about. */
export async function findOrderOf(
  container: MedusaContainer,
  { cart_id, payment_session_id }: Pick<VoucherRow, "cart_id" | "payment_session_id">,
): Promise<string | null> {
  if (cart_id) return findOrderId(container, "order_cart", { cart_id })
  const session = await loadSession(container, payment_session_id)
  if (!session) return null
  const { payment_collection_id } = session
  return findOrderId(container, "order_payment_collection", { payment_collection_id })
}

async function findOrderId(
  container: MedusaContainer,
  entity: "order_cart" | "order_payment_collection",
  filters: object,
): Promise<string | null> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity, fields: ["order_id"], filters })
  return (data[0] as { order_id?: string } | undefined)?.order_id ?? null
}

export async function findCartOfOrder(
  container: MedusaContainer,
  orderId: string,
): Promise<string | null> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order_cart",
    fields: ["cart_id"],
    filters: { order_id: orderId },
  })
  return (data[0] as { cart_id?: string } | undefined)?.cart_id ?? null
}

async function loadSession(
  container: MedusaContainer,
  sessionId: string,
): Promise<PurchaseSession | null> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "payment_session",
    fields: ["id", "payment_collection_id"],
    filters: { id: sessionId },
  })
  return (data[0] as PurchaseSession | undefined) ?? null
}

async function loadPayment(
  container: MedusaContainer,
  sessionId: string,
): Promise<PurchasePayment | null> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "payment",
    fields: PAYMENT_FIELDS,
    filters: { payment_session_id: sessionId },
  })
  return (data[0] as unknown as PurchasePayment | undefined) ?? null
}

async function loadOrder(
  container: MedusaContainer,
  orderId: string,
): Promise<PurchaseOrder | null> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: [
      "id",
      "display_id",
      "status",
      "canceled_at",
      "summary",
      "transactions.id",
      "transactions.reference",
      "transactions.reference_id",
      ...PAYMENT_FIELDS.map((field) => `payment_collections.payments.${field}`),
    ],
    filters: { id: orderId },
  })
  const found = data[0] as unknown as
    | {
        id: string
        display_id: number
        status: string
        canceled_at: Date | null
        summary?: { pending_difference?: number | string }
        transactions?: { id: string; reference: string; reference_id: string }[]
        payment_collections?: { payments?: PurchasePayment[] }[]
      }
    | undefined
  if (!found) return null
  const booked = (found.transactions ?? []).filter(({ reference }) => reference === "capture")
  return {
    id: found.id,
    display_id: found.display_id,
    status: found.status,
    canceled_at: found.canceled_at,
    owedCentimos: roundDebtToCentimos(String(found.summary?.pending_difference ?? 0)),
    bookedCaptures: new Set(booked.map(({ reference_id }) => reference_id)),
    doubleEntries: beyondTheFirst(booked),
    payments: (found.payment_collections ?? []).flatMap(({ payments }) => payments ?? []),
  }
}

/** In the order of their ids, which is that of their time: all who look keep the same one. */
function beyondTheFirst(booked: { id: string; reference_id: string }[]): string[] {
  const known = new Set<string>()
  const inTime = [...booked].sort((a, b) => (a.id < b.id ? -1 : 1))
  return inTime.flatMap(({ id, reference_id }) => {
    if (known.has(reference_id)) return id
    known.add(reference_id)
    return []
  })
}

export function isCanceled(order: Pick<PurchaseOrder, "status" | "canceled_at">): boolean {
  return order.status === "canceled" || Boolean(order.canceled_at)
}

/** The platform has captured the whole, whether or not payment and order say so already. */
export function isCaptured({ payment }: Purchase): boolean {
  if (!payment?.captures.length) return false
  const captured = payment.captures.reduce((sum, { amount }) => sum + centimosOf(amount), 0)
  return captured >= centimosOf(payment.amount)
}

/** Captured, and the order's own books know it: a crash between the two is healed by a retry. */
export function isBooked({ payment, order }: Purchase): boolean {
  if (!payment?.captured_at || !order) return false
  return payment.captures.every(({ id }) => order.bookedCaptures.has(id))
}

/** The store has refunded this voucher's payment, or a part of it. */
export function isGivenBack(
  order: PurchaseOrder,
  { payment_session_id }: Pick<VoucherRow, "payment_session_id">,
): boolean {
  const own = order.payments.find((payment) => payment.payment_session_id === payment_session_id)
  return (own?.refunds.length ?? 0) > 0
}

function centimosOf(amount: number | string): number {
  return roundToCentimos(String(amount))
}
