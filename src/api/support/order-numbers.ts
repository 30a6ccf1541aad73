import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** PostgreSQL's `integer`, which display ids are. */
export const MAX_DISPLAY_ID = 2_147_483_647

/** The numbers by which people know orders. Orders that are gone have none. */
export async function orderNumbers(
  container: MedusaContainer,
  orderIds: (string | null)[],
): Promise<Map<string, number>> {
  const ids = [...new Set(orderIds.filter((id) => id !== null))]
  if (ids.length === 0) return new Map()
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "order",
    fields: ["id", "display_id"],
    filters: { id: ids },
  })
  return new Map(data.map((order) => [order.id, Number(order.display_id)]))
}

/** The orders that a search text may mean: by id, or by number with or without `#`. */
export async function ordersNamed(container: MedusaContainer, q: string): Promise<string[]> {
  if (q.startsWith("order_")) return [q]
  const number = /^#?(\d{1,10})$/.exec(q)?.[1]
  if (!number || Number(number) > MAX_DISPLAY_ID) return []
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "order",
    fields: ["id"],
    filters: { display_id: Number(number) } as never,
  })
  return data.map(({ id }) => id)
}
