"use server"

import { sdk } from "@lib/config"
import { HttpTypes } from "@medusajs/types"
import { revalidatePath } from "next/cache"
import { redirect } from "next/navigation"
import { getCartId, removeCartId, setCartId } from "./cookies"
import { getRegion } from "./regions"

export async function retrieveCart() {
  const id = await getCartId()
  return id ? sdk.store.cart.retrieve(id).then(({ cart }) => cart) : null
}

export async function addToCart(countryCode: string, variantId: string) {
  const region = await getRegion(countryCode)
  const existing = await retrieveCart()
  const cart =
    existing ?? (await sdk.store.cart.create({ region_id: region?.id })).cart
  await sdk.store.cart.createLineItem(cart.id, {
    variant_id: variantId,
    quantity: 1,
  })
  await setCartId(cart.id)
  redirect(`/${countryCode}/cart`)
}

export async function setAddresses(countryCode: string, form: FormData) {
  const field = (name: string) => String(form.get(name) ?? "")
  const address = {
    first_name: field("shipping_address.first_name"),
    last_name: field("shipping_address.last_name"),
    address_1: field("shipping_address.address_1"),
    city: field("shipping_address.city"),
    country_code: countryCode,
  }
  await sdk.store.cart.update((await getCartId())!, {
    email: field("email"),
    shipping_address: address,
    billing_address: address,
  })
  redirect(`/${countryCode}/checkout?step=delivery`)
}

export async function setShippingMethod(cartId: string, optionId: string) {
  await sdk.store.cart.addShippingMethod(cartId, { option_id: optionId })
  revalidatePath("/", "layout")
}

export async function initiatePaymentSession(
  cart: HttpTypes.StoreCart,
  data: HttpTypes.StoreInitializePaymentSession
) {
  const response = await sdk.store.payment.initiatePaymentSession(cart, data)
  revalidatePath("/", "layout")
  return response
}

export async function placeOrder() {
  const cartRes = await sdk.store.cart
    .complete((await getCartId())!)
    .then(async (cartRes) => {
      revalidatePath("/", "layout")
      return cartRes
    })

  if (cartRes?.type === "order") {
    const countryCode =
      cartRes.order.shipping_address?.country_code?.toLowerCase()

    await removeCartId()
    redirect(`/${countryCode}/order/${cartRes.order.id}/confirmed`)
  }

  return cartRes.cart
}
