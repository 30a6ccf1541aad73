import { eventually } from "../support/eventually"
import { http, Shopper, voucherOf, type Order } from "../support/shopper"

type AdminCall = (method: string, route: string, body?: unknown) => Promise<Record<string, unknown>>

/** What a new merchant enters in the admin before the first sale: a key for the shop and a product. */
async function furnish(admin: AdminCall): Promise<{ publishableKey: string; variantId: string }> {
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
  return { publishableKey: api_key.token, variantId: product.variants[0]?.id ?? "" }
}

/** A guest buys, pays the code in the sandbox, and the order becomes paid; resolves with it. */
export async function makeFirstSale(input: {
  admin: AdminCall
  backendUrl: string
  sandboxUrl: string
  hook: string
  regionId: string
}): Promise<Order> {
  const { backendUrl, sandboxUrl, regionId } = input
  const { publishableKey, variantId } = await furnish(input.admin)
  const control = (action: string, body: object) =>
    http(`${sandboxUrl}/_control/${action}`, { body })
  await control("webhook", { url: `${backendUrl}${input.hook}` })
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
  await control("pay", { cip: voucherOf(body.order).cip })
  return eventually(
    () => shopper.order(body.order.id),
    (order) => order.payment_status === "captured",
    { what: "the paid test order" },
  )
}
