import { createPaymentSessionsWorkflow } from "@medusajs/medusa/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { VoucherRow } from "../../modules/pagoefectivo"
import { roundToCentimos } from "../../peru/rounding"
import { isPayable } from "../../modules/pagoefectivo/vouchers/voucher-state"
import { pagoEfectivo } from "../container"

interface OpenCollection {
  id: string
  amountCentimos: number
  /** The providers of its payment sessions. */
  providerIds: string[]
}

/**
 * Issues a code over what an edited order still owes, once its earlier code is closed. Does nothing
 * when nothing is owed or the right code exists. The caller holds the purchase's lock.
 */
export async function reissueForOrder(
  container: MedusaContainer,
  closed: VoucherRow,
): Promise<void> {
  if (!closed.order_id) return
  const owed = await openCollectionOf(container, closed.order_id)
  if (!owed || owed.amountCentimos <= 0) return
  // A new session takes the place of all others: another method that was chosen is left alone.
  if (owed.providerIds.some((id) => id !== closed.provider_id)) return
  if (await hasRightCode(container, closed.order_id, owed.amountCentimos)) return
  // A session for what an order owes brings its code with it.
  await createPaymentSessionsWorkflow(container).run({
    input: { payment_collection_id: owed.id, provider_id: closed.provider_id },
  })
}

/** What the order still owes, in the collection that has no payment yet; null when cancelled. */
export async function openCollectionOf(
  container: MedusaContainer,
  orderId: string,
): Promise<OpenCollection | null> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: [
      "status",
      "payment_collections.id",
      "payment_collections.amount",
      "payment_collections.status",
      "payment_collections.payment_sessions.provider_id",
    ],
    filters: { id: orderId },
  })
  const order = data[0] as
    | {
        status: string
        payment_collections?: {
          id: string
          amount: number
          status: string
          payment_sessions?: { provider_id: string }[]
        }[]
      }
    | undefined
  if (!order || order.status === "canceled") return null
  const open = order.payment_collections?.find(
    ({ status }) => status === "not_paid" || status === "awaiting",
  )
  if (!open) return null
  return {
    id: open.id,
    amountCentimos: roundToCentimos(String(open.amount)),
    providerIds: (open.payment_sessions ?? []).map(({ provider_id }) => provider_id),
  }
}

async function hasRightCode(
  container: MedusaContainer,
  orderId: string,
  centimos: number,
): Promise<boolean> {
  const vouchers = await pagoEfectivo(container).listVouchers({ order_id: orderId })
  return vouchers.some((voucher) => isPayable(voucher) && voucher.amount_centimos === centimos)
}
