import { retrieveCart } from "@lib/data/cart"
import CheckoutForm from "@modules/checkout/templates/checkout-form"
import { notFound } from "next/navigation"

export default async function Checkout(props: {
  searchParams: Promise<{ step?: string }>
}) {
  const { step } = await props.searchParams
  const cart = await retrieveCart()

  return cart ? <CheckoutForm cart={cart} step={step} /> : notFound()
}
