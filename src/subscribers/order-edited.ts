import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { handleEditedOrder } from "../workflows/orders/handle-edited-order"

/** An edited order's code follows its new total. */
export default async function onOrderEdited({
  event,
  container,
}: SubscriberArgs<{ order_id: string }>) {
  await handleEditedOrder(container, event.data.order_id)
}

export const config: SubscriberConfig = {
  event: "order-edit.confirmed",
  context: { subscriberId: "pagoefectivo-order-edited" },
}
