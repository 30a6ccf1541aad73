import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { roundDebtToCentimos, roundToCentimos } from "../../peru/rounding"

/** What an order asks to be paid now. */
export interface OrderDebt {
  /** What its open payment collection asks for, at most what it owes; never below zero. */
  dueCentimos: number
  /** The collection that has no payment yet; null when there is none. */
  collection: { id: string; amountCentimos: number; providerIds: string[] } | null
}

interface FoundOrder {
  status: string
  summary?: { pending_difference?: number | string }
  payment_collections?: {
    id: string
    amount: number
    status: string
    payment_sessions?: { provider_id: string }[]
  }[]
}

/**
 * Total less credit lines and what is paid: a credit line changes what is owed, and leaves the
 * collection as it was. Null for an order that is cancelled or does not exist.
 */
export async function debtOf(
  container: MedusaContainer,
  orderId: string,
): Promise<OrderDebt | null> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: [
      "status",
      "summary",
      "payment_collections.id",
      "payment_collections.amount",
      "payment_collections.status",
      "payment_collections.payment_sessions.provider_id",
    ],
    filters: { id: orderId },
  })
  const order = data[0] as FoundOrder | undefined
  if (!order || order.status === "canceled") return null
  const open = order.payment_collections?.find(
    ({ status }) => status === "not_paid" || status === "awaiting",
  )
  if (!open) return { dueCentimos: 0, collection: null }
  const amountCentimos = roundToCentimos(String(open.amount))
  const owed = roundDebtToCentimos(String(order.summary?.pending_difference ?? 0))
  const providerIds = (open.payment_sessions ?? []).map(({ provider_id }) => provider_id)
  return {
    dueCentimos: Math.max(Math.min(amountCentimos, owed), 0),
    collection: { id: open.id, amountCentimos, providerIds },
  }
}
