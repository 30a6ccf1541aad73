"use client"

import { setShippingMethod } from "@lib/data/cart"
import { convertToLocale } from "@lib/util/money"
import { HttpTypes } from "@medusajs/types"
import { Button, Heading } from "@modules/common/components/ui"
import { usePathname, useRouter } from "next/navigation"

export default function Shipping({
  cart,
  availableShippingMethods,
}: {
  cart: HttpTypes.StoreCart
  availableShippingMethods: HttpTypes.StoreCartShippingOption[]
}) {
  const router = useRouter()
  const pathname = usePathname()

  return (
    <div>
      <Heading>Delivery</Heading>
      {availableShippingMethods.map((option) => (
        <label key={option.id}>
          <input
            type="radio"
            name="delivery"
            data-testid="delivery-option-radio"
            onChange={() => setShippingMethod(cart.id, option.id)}
          />{" "}
          {option.name}{" "}
          {convertToLocale({
            amount: option.amount ?? 0,
            currency_code: cart.currency_code,
          })}
        </label>
      ))}
      <Button
        disabled={!cart.shipping_methods?.[0]}
        onClick={() =>
          router.push(pathname + "?step=payment", { scroll: false })
        }
        data-testid="submit-delivery-option-button"
      >
        Continue to payment
      </Button>
    </div>
  )
}
