import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { roundToCentimos } from "../../peru/rounding"
import { isCanceled } from "./purchase"

/** What was paid on an order that stands, and what of it went back; of all its payments. */
export interface MoneyOnOrder {
  orderId: string
  currencyCode: string
  /** Captured and not refunded. */
  leftCentimos: number
  lastRefundAt: Date | null
  /** Refunds that are not among the order's transactions. */
  unbooked: { paymentId: string; centimos: number } | null
}

interface FoundPayment {
  id: string
  captures: { amount: number | string }[]
  refunds: { amount: number | string; created_at: Date | string }[]
}

interface FoundOrder {
  id: string
  status: string
  canceled_at: Date | null
  currency_code: string
  transactions?: { amount: number | string; reference: string }[]
  payment_collections?: { payments?: FoundPayment[] }[]
}

/** Null for an order that is cancelled or does not exist. */
export async function loadMoneyOnOrder(
  container: MedusaContainer,
  orderId: string,
): Promise<MoneyOnOrder | null> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "order",
    fields: [
      "id",
      "status",
      "canceled_at",
      "currency_code",
      "transactions.amount",
      "transactions.reference",
      "payment_collections.payments.id",
      "payment_collections.payments.captures.amount",
      "payment_collections.payments.refunds.amount",
      "payment_collections.payments.refunds.created_at",
    ],
    filters: { id: orderId },
  })
  const order = data[0] as unknown as FoundOrder | undefined
  if (!order || isCanceled(order)) return null
  const payments = (order.payment_collections ?? []).flatMap(({ payments: some }) => some ?? [])
  const refunds = payments.flatMap((payment) => payment.refunds)
  const refunded = sum(refunds)
  const booked = -sum((order.transactions ?? []).filter(({ reference }) => reference === "refund"))
  const refundedPayment = payments.find((payment) => payment.refunds.length > 0)
  return {
    orderId: order.id,
    currencyCode: order.currency_code,
    leftCentimos: sum(payments.flatMap(({ captures }) => captures)) - refunded,
    lastRefundAt: newest(refunds),
    unbooked:
      refundedPayment && refunded > booked
        ? { paymentId: refundedPayment.id, centimos: refunded - booked }
        : null,
  }
}

function sum(parts: { amount: number | string }[]): number {
  return parts.reduce((total, { amount }) => total + roundToCentimos(String(amount)), 0)
}

function newest(refunds: FoundPayment["refunds"]): Date | null {
  const times = refunds.map(({ created_at }) => new Date(created_at).getTime())
  return times.length > 0 ? new Date(Math.max(...times)) : null
}
