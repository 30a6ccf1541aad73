import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { AdminCaseShopper } from "../../../../http-types"

interface Address {
  first_name?: string | null
  last_name?: string | null
  phone?: string | null
}

const FIELDS = ["first_name", "last_name", "phone"]

/** Whom to call about an order, by its addresses, the delivery's first. */
export async function loadCaseShopper(
  container: MedusaContainer,
  orderId: string | null,
): Promise<AdminCaseShopper | null> {
  if (orderId === null) return null
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "order",
    fields: [
      ...FIELDS.map((field) => `shipping_address.${field}`),
      ...FIELDS.map((field) => `billing_address.${field}`),
    ],
    filters: { id: orderId },
  })
  const [order] = data as { shipping_address?: Address | null; billing_address?: Address | null }[]
  const addresses = [order?.shipping_address, order?.billing_address]
  const name = first(addresses.map(nameOf))
  const phone = first(addresses.map((address) => address?.phone))
  return name || phone ? { name, phone } : null
}

function nameOf(address: Address | null | undefined): string {
  return [address?.first_name, address?.last_name].filter(Boolean).join(" ")
}

function first(values: (string | null | undefined)[]): string | null {
  return values.find((value) => value?.trim())?.trim() ?? null
}
