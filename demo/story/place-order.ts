import Medusa from "@medusajs/js-sdk"
import type { HttpTypes } from "@medusajs/framework/types"
import { HOME_DELIVERY, SHOPPER, SHOPPER_ADDRESS, WANTED_HANDLE } from "./shopper"
import { VOUCHER_FIELDS, voucherOf, type StoryVoucher } from "./voucher"

export type Sdk = Medusa

export function storeClient(baseUrl: string, publishableKey: string): Sdk {
  return new Medusa({ baseUrl, publishableKey })
}

/** A guest's cart with one product, an address and a way of delivery. */
export async function fillCart(sdk: Sdk, regionId: string): Promise<HttpTypes.StoreCart> {
  const { products } = await sdk.store.product.list({ handle: WANTED_HANDLE, region_id: regionId })
  const variantId = products[0]?.variants?.[0]?.id
  if (!variantId) throw new Error(`The shop does not list "${WANTED_HANDLE}".`)
  const { cart } = await sdk.store.cart.create({
    region_id: regionId,
    email: SHOPPER.email,
    shipping_address: SHOPPER_ADDRESS,
    billing_address: SHOPPER_ADDRESS,
    items: [{ variant_id: variantId, quantity: 1 }],
  })
  const { shipping_options } = await sdk.store.fulfillment.listCartOptions({ cart_id: cart.id })
  const option = shipping_options.find(({ name }) => name === HOME_DELIVERY)
  if (!option) throw new Error(`The shop does not offer "${HOME_DELIVERY}".`)
  const filled = await sdk.store.cart.addShippingMethod(cart.id, { option_id: option.id })
  return filled.cart
}

export interface Placed {
  order: HttpTypes.StoreOrder
  voucher: StoryVoucher
}

/** Chooses PagoEfectivo and completes the cart. */
export async function placeOrder(sdk: Sdk, cart: HttpTypes.StoreCart): Promise<Placed> {
  const { payment_providers } = await sdk.store.payment.listPaymentProviders({
    region_id: cart.region_id ?? "",
  })
  const provider = payment_providers.find(({ id }) => id.startsWith("pp_pagoefectivo"))
  if (!provider) throw new Error("The shop does not offer PagoEfectivo.")
  await sdk.store.payment.initiatePaymentSession(cart, { provider_id: provider.id })
  const completion = await sdk.store.cart.complete(cart.id, { fields: VOUCHER_FIELDS })
  if (completion.type === "cart") throw new Error(completion.error.message)
  return { order: completion.order, voucher: voucherOf(completion.order) }
}
