import { listCartShippingMethods } from "@lib/data/fulfillment"
import { listCartPaymentMethods } from "@lib/data/payment"
import { HttpTypes } from "@medusajs/types"
import Addresses from "@modules/checkout/components/addresses"
import Payment from "@modules/checkout/components/payment"
import Review from "@modules/checkout/components/review"
import Shipping from "@modules/checkout/components/shipping"

export default async function CheckoutForm({
  cart,
  step,
}: {
  cart: HttpTypes.StoreCart
  step?: string
}) {
  const shippingMethods = await listCartShippingMethods(cart.id)
  const paymentMethods = await listCartPaymentMethods(cart.region?.id ?? "")

  if (!shippingMethods || !paymentMethods) {
    return null
  }

  return (
    <div>
      <Addresses cart={cart} />
      {step !== "address" && (
        <Shipping cart={cart} availableShippingMethods={shippingMethods} />
      )}
      {(step === "payment" || step === "review") && (
        <Payment cart={cart} availablePaymentMethods={paymentMethods} />
      )}
      {step === "review" && <Review cart={cart} />}
    </div>
  )
}
