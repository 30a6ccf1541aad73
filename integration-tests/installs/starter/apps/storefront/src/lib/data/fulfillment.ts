"use server"

import { sdk } from "@lib/config"

export const listCartShippingMethods = async (cartId: string) =>
  sdk.store.fulfillment
    .listCartOptions({ cart_id: cartId })
    .then(({ shipping_options }) => shipping_options)
    .catch(() => null)
