import { HttpTypes } from "@medusajs/types"
import { Heading } from "@modules/common/components/ui"
import PaymentButton from "../payment-button"

export default function Review({ cart }: { cart: HttpTypes.StoreCart }) {
  return (
    <div>
      <Heading>Review</Heading>
      <PaymentButton cart={cart} />
    </div>
  )
}
