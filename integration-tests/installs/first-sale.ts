import { eventually } from "../support/eventually"
import { http, Shopper, voucherOf, type Order } from "../support/shopper"

export type AdminCall = (
  method: string,
  route: string,
  body?: unknown,
) => Promise<Record<string, unknown>>

/** What a new merchant enters in the admin before the first sale. */
export interface Furniture {
  publishableKey: string
  variantId: string
  regionId: string
}

/** A region with the plugin's payment provider, a key for the shop and a product. */
export async function furnish(admin: AdminCall): Promise<Furniture> {
  const { region } = (await admin("POST", "/admin/regions", {
    name: "Perú",
    currency_code: "pen",
    countries: ["pe"],
    payment_providers: ["pp_pagoefectivo_pagoefectivo"],
  })) as { region: { id: string } }
  const { stores } = (await admin("GET", "/admin/stores")) as {
    stores: { default_sales_channel_id: string }[]
  }
  const channelId = stores[0]?.default_sales_channel_id
  const { api_key } = (await admin("POST", "/admin/api-keys", {
    title: "Web",
    type: "publishable",
  })) as { api_key: { id: string; token: string } }
  await admin("POST", `/admin/api-keys/${api_key.id}/sales-channels`, { add: [channelId] })
  const { product } = (await admin("POST", "/admin/products", {
    title: "Chullo de alpaca",
    status: "published",
    options: [{ title: "Talla", values: ["Única"] }],
    variants: [
      {
        title: "Única",
        manage_inventory: false,
        options: { Talla: "Única" },
        prices: [{ currency_code: "pen", amount: 79.9 }],
      },
    ],
    sales_channels: [{ id: channelId }],
  })) as { product: { variants: { id: string }[] } }
  return {
    publishableKey: api_key.token,
    variantId: product.variants[0]?.id ?? "",
    regionId: region.id,
  }
}

/** A guest buys, pays the code in the sandbox, and the order becomes paid; resolves with it. */
export async function sell(input: {
  furniture: Furniture
  backendUrl: string
  sandboxUrl: string
}): Promise<Order> {
  const { backendUrl, sandboxUrl } = input
  const { publishableKey, regionId, variantId } = input.furniture
  const shopper = new Shopper({
    url: backendUrl,
    shop: { publishableKey, regionId, productsAdded: 1 },
  })
  const address = {
    first_name: "Ana",
    last_name: "Quispe",
    address_1: "Av. Larco 345",
    city: "Lima",
    country_code: "pe",
  }
  const { body: made } = await shopper.call<{ cart: { id: string } }>("/store/carts", {
    body: {
      region_id: regionId,
      email: "ana@example.pe",
      shipping_address: address,
      items: [{ variant_id: variantId, quantity: 1 }],
    },
  })
  await shopper.choosePagoEfectivo(made.cart.id)
  const { body } = await shopper.complete(made.cart.id)
  if (body.type !== "order") throw new Error(`No order was placed: ${JSON.stringify(body)}`)
  await http(`${sandboxUrl}/_control/pay`, { body: { cip: voucherOf(body.order).cip } })
  return eventually(
    () => shopper.order(body.order.id),
    (order) => order.payment_status === "captured",
    { what: "the paid test order", timeoutMs: 120_000 },
  )
}
