"use client"

import { isManual, isStripeLike } from "@lib/constants"
import { placeOrder } from "@lib/data/cart"
import { HttpTypes } from "@medusajs/types"
import { Button } from "@modules/common/components/ui"
import { useState } from "react"
import ErrorMessage from "../error-message"

export default function PaymentButton({ cart }: { cart: HttpTypes.StoreCart }) {
  const notReady = !cart.email || !cart.shipping_methods?.length

  const paymentSession = cart.payment_collection?.payment_sessions?.[0]

  switch (true) {
    case isStripeLike(paymentSession?.provider_id):
      return <Button disabled>Cards are not taken here</Button>
    case isManual(paymentSession?.provider_id):
      return <ManualTestPaymentButton notReady={notReady} />
    default:
      return <Button disabled>Select a payment method</Button>
  }
}

const ManualTestPaymentButton = ({ notReady }: { notReady: boolean }) => {
  const [error, setError] = useState<string | null>(null)

  return (
    <>
      <Button
        disabled={notReady}
        onClick={() => placeOrder().catch(({ message }) => setError(message))}
      >
        Place order
      </Button>
      <ErrorMessage error={error} />
    </>
  )
}
