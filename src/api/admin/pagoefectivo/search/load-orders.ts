import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

export interface KnownOrder {
  id: string
  displayId: number
  status: string
  placedAt: Date
  shopper: string | null
}

interface Person {
  first_name?: string | null
  last_name?: string | null
}

const FIELDS = ["id", "display_id", "status", "created_at"]
const PEOPLE = ["shipping_address", "billing_address", "customer"] as const
const PEOPLE_FIELDS = PEOPLE.flatMap((one) => [`${one}.first_name`, `${one}.last_name`])

/** Orders by id, with their shopper's name where the caller may know it. */
export async function loadOrders(
  container: MedusaContainer,
  ids: (string | null)[],
  withShopper: boolean,
): Promise<Map<string, KnownOrder>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  if (wanted.length === 0) return new Map()
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "order",
    fields: withShopper ? [...FIELDS, ...PEOPLE_FIELDS] : FIELDS,
    filters: { id: wanted },
  })
  return new Map(
    data.map((order) => [
      order.id,
      {
        id: order.id,
        displayId: Number(order.display_id),
        status: order.status,
        placedAt: new Date(order.created_at),
        shopper: shopperOf(order as Partial<Record<(typeof PEOPLE)[number], Person | null>>),
      },
    ]),
  )
}

function shopperOf(order: Partial<Record<(typeof PEOPLE)[number], Person | null>>): string | null {
  const names = PEOPLE.map((one) =>
    [order[one]?.first_name, order[one]?.last_name].filter(Boolean).join(" "),
  )
  return names.find((name) => name !== "") ?? null
}
