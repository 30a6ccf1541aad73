import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { handleEditedOrder } from "../workflows/orders/handle-edited-order"

/** A code follows what its order owes; Medusa tells of a credit line nothing, which polling finds. */
export default async function onOrderEdited({
  event,
  container,
}: SubscriberArgs<{ order_id: string }>) {
  await handleEditedOrder(container, event.data.order_id)
}

export const config: SubscriberConfig = {
  event: [
    "order-edit.confirmed",
    "order.exchange_created",
    "order.claim_created",
    "order.return_requested",
    "order.return_received",
  ],
  context: { subscriberId: "pagoefectivo-order-edited" },
}
