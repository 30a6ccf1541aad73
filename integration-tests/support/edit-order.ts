import type { Admin } from "./admin"

/** A person edits the order in the admin: two of its first item, so it costs more. */
export async function doubleQuantity(admin: Admin, orderId: string): Promise<void> {
  await admin.must("/admin/order-edits", { body: { order_id: orderId } })
  const { order } = await admin.must<{ order: { items: { id: string }[] } }>(
    `/admin/orders/${orderId}?fields=items.id`,
  )
  await admin.must(`/admin/order-edits/${orderId}/items/item/${order.items[0]?.id}`, {
    body: { quantity: 2 },
  })
  await admin.must(`/admin/order-edits/${orderId}/confirm`, { method: "POST" })
}
