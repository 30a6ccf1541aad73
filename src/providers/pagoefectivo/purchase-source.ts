import type { Payer } from "../../gateways/gateway"
import type { ProviderQuery } from "./cradle"
import { orderOfCollection, type SessionOrder } from "./order-of-session"

/** What the store knows about the purchase behind a payment session, read when it is needed. */
export interface PurchaseSource {
  cartId: string | null
  /** The order that the session's payment collection belongs to; null during a checkout's choices. */
  order: SessionOrder | null
  amount: string | number
  currencyCode: string
  payer: Payer
  shopName: string | null
}

interface Address {
  first_name?: string | null
  last_name?: string | null
  phone?: string | null
  country_code?: string | null
  metadata?: Record<string, unknown> | null
}

interface Buyer {
  email?: string | null
  customer?: {
    id?: string
    email?: string | null
    first_name?: string | null
    last_name?: string | null
    phone?: string | null
  } | null
  shipping_address?: Address | null
  billing_address?: Address | null
}

const ADDRESS = ["first_name", "last_name", "phone", "country_code", "metadata"]
const BUYER_FIELDS = [
  "id",
  "email",
  "customer.id",
  "customer.email",
  "customer.first_name",
  "customer.last_name",
  "customer.phone",
  ...ADDRESS.map((field) => `shipping_address.${field}`),
  ...ADDRESS.map((field) => `billing_address.${field}`),
]

/**
 * Reads amount and payer from the store at the moment of completion: the session carries no
 * personal data, and any storefront works unchanged. Null when the session does not exist.
 */
export async function readPurchase(
  query: ProviderQuery,
  sessionId: string,
): Promise<PurchaseSource | null> {
  const { data: sessions } = await query.graph({
    entity: "payment_session",
    fields: ["id", "amount", "currency_code", "payment_collection_id"],
    filters: { id: sessionId },
  })
  const session = sessions[0] as
    { amount: number; currency_code: string; payment_collection_id: string } | undefined
  if (!session) return null
  const order = await orderOfCollection(query, session.payment_collection_id)
  const { cartId, buyer } = await readBuyer(query, session.payment_collection_id, order)
  return {
    cartId,
    order,
    amount: session.amount,
    currencyCode: session.currency_code,
    payer: payerOf(buyer),
    shopName: await readShopName(query),
  }
}

/** The cart's buyer; for an order's outstanding amount (an edited order), the order's. */
async function readBuyer(
  query: ProviderQuery,
  collectionId: string,
  order: SessionOrder | null,
): Promise<{ cartId: string | null; buyer: Buyer }> {
  const { data: carts } = await query.graph({
    entity: "cart_payment_collection",
    fields: ["cart_id"],
    filters: { payment_collection_id: collectionId },
  })
  const cartId = (carts[0] as { cart_id?: string } | undefined)?.cart_id ?? null
  if (cartId) return { cartId, buyer: await readOne(query, "cart", cartId) }
  return { cartId: null, buyer: order ? await readOne(query, "order", order.id) : {} }
}

async function readOne(query: ProviderQuery, entity: string, id: string): Promise<Buyer> {
  const { data } = await query.graph({ entity, fields: BUYER_FIELDS, filters: { id } })
  return (data[0] as Buyer | undefined) ?? {}
}

async function readShopName(query: ProviderQuery): Promise<string | null> {
  const { data } = await query.graph({ entity: "store", fields: ["name"] })
  return (data[0] as { name?: string } | undefined)?.name ?? null
}

function payerOf(buyer: Buyer): Payer {
  const addresses = [buyer.shipping_address, buyer.billing_address]
  const first = (pick: (address: Address) => string | null | undefined) =>
    addresses
      .map((address) => address && pick(address))
      .find((value) => value?.trim())
      ?.trim()
  const { customer } = buyer
  return {
    email: (buyer.email ?? customer?.email ?? "").trim(),
    firstName: first((a) => a.first_name) ?? customer?.first_name ?? undefined,
    lastName: first((a) => a.last_name) ?? customer?.last_name ?? undefined,
    phone: first((a) => a.phone) ?? customer?.phone ?? undefined,
    countryCode: first((a) => a.country_code),
    document: addresses.map((address) => documentOf(address?.metadata)).find(Boolean),
    customerId: customer?.id,
  }
}

/**
 * An identity document that the store collects in an address's metadata: `document_type` and
 * `document_number`, or just `dni`, `ruc` or `passport`.
 */
function documentOf(
  metadata: Record<string, unknown> | null | undefined,
): Payer["document"] | undefined {
  if (!metadata) return undefined
  const text = (name: string) => {
    const value = metadata[name]
    return typeof value === "string" || typeof value === "number" ? String(value).trim() : ""
  }
  const number = text("document_number")
  if (number) return { type: text("document_type") || "DNI", number }
  for (const [name, type] of [
    ["dni", "DNI"],
    ["ruc", "RUC"],
    ["passport", "PAS"],
  ] as const) {
    if (text(name)) return { type, number: text(name) }
  }
  return undefined
}
