import type { Admin } from "./admin"
import type { StoreProcess } from "./start-store"
import { DEFAULT_PRODUCT, PROVIDER_ID, type CartWishes } from "./shopper"

interface RegionWishes {
  currency: string
  /** A country that no other region has. */
  country: string
  /** Price of the product that carts hold by default, in the currency's major unit. */
  price: number
  /** Ids of the payment providers; PagoEfectivo's own unless told otherwise. */
  providers?: string[]
}

/**
 * Adds a region with another currency to a running store, with prices and delivery, and gives the
 * store as a shopper of that region sees it.
 */
export async function openRegion(
  admin: Admin,
  store: StoreProcess,
  { currency, country, price, providers = [PROVIDER_ID] }: RegionWishes,
): Promise<Pick<StoreProcess, "url" | "shop">> {
  const body = await admin.must<{ region: { id: string } }>("/admin/regions", {
    body: {
      name: `${country} ${currency}`,
      currency_code: currency,
      countries: [country],
      payment_providers: providers,
    },
  })
  await priceProduct(admin, currency, price)
  await deliverTo(admin, currency, country)
  return { url: store.url, shop: { ...store.shop, regionId: body.region.id } }
}

async function priceProduct(admin: Admin, currency: string, amount: number): Promise<void> {
  const body = await admin.must<{ products: ProductWithPrices[] }>(
    `/admin/products?handle=${DEFAULT_PRODUCT}&fields=id,variants.id,*variants.prices`,
  )
  for (const product of body.products) {
    for (const variant of product.variants) {
      const prices = variant.prices.map(({ id, amount, currency_code }) => ({
        id,
        amount,
        currency_code,
      }))
      await admin.must(`/admin/products/${product.id}/variants/${variant.id}`, {
        body: { prices: [...prices, { currency_code: currency, amount }] },
      })
    }
  }
}

interface ProductWithPrices {
  id: string
  variants: { id: string; prices: { id: string; amount: number; currency_code: string }[] }[]
}

async function deliverTo(admin: Admin, currency: string, country: string): Promise<void> {
  const body = await admin.must<{
    shipping_options: {
      id: string
      prices: { id: string; amount: number; currency_code: string }[]
      service_zone: {
        id: string
        fulfillment_set_id: string
        geo_zones: { type: string; country_code: string }[]
      }
    }[]
  }>("/admin/shipping-options?fields=id,*prices,*service_zone,*service_zone.geo_zones")
  const zone = body.shipping_options[0]!.service_zone
  await admin.must(`/admin/fulfillment-sets/${zone.fulfillment_set_id}/service-zones/${zone.id}`, {
    body: {
      geo_zones: [...zone.geo_zones, { type: "country", country_code: country }].map(
        ({ type, country_code }) => ({ type, country_code }),
      ),
    },
  })
  for (const { id, prices } of body.shipping_options) {
    const kept = prices.map(({ id, amount, currency_code }) => ({ id, amount, currency_code }))
    await admin.must(`/admin/shipping-options/${id}`, {
      body: { prices: [...kept, { currency_code: currency, amount: 5 }] },
    })
  }
}

/** Sets what one product costs in soles and gives the wishes that buy it without paid delivery. */
export async function sellAt(
  admin: Admin,
  handle: string,
  soles: number,
): Promise<Pick<CartWishes, "handle">> {
  const body = await admin.must<{ products: ProductWithPrices[] }>(
    `/admin/products?handle=${handle}&fields=id,variants.id,*variants.prices`,
  )
  const product = body.products[0]!
  const prices = product.variants[0]!.prices.map(({ id, currency_code, amount }) => ({
    id,
    currency_code,
    amount: currency_code === "pen" ? soles : amount,
  }))
  await admin.must(`/admin/products/${product.id}/variants/${product.variants[0]!.id}`, {
    body: { prices },
  })
  return { handle }
}
