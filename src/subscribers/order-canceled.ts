import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { handleCanceledOrder } from "../workflows/orders/handle-canceled-order"

/** Kills the code with the order. If this is lost, polling notices that the order is cancelled. */
export default async function onOrderCanceled({
  event,
  container,
}: SubscriberArgs<{ id: string }>) {
  await handleCanceledOrder(container, event.data.id)
}

export const config: SubscriberConfig = {
  event: "order.canceled",
  context: { subscriberId: "pagoefectivo-order-canceled" },
}
