import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { attachOrder } from "../workflows/orders/attach-order"

/** Ties the order to the codes of its cart. If this is lost, the expiry job does it. */
export default async function onOrderPlaced({ event, container }: SubscriberArgs<{ id: string }>) {
  await attachOrder(container, event.data.id)
}

export const config: SubscriberConfig = {
  event: "order.placed",
  context: { subscriberId: "pagoefectivo-order-placed" },
}
