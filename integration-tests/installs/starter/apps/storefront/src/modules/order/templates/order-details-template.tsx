"use client"

import { HttpTypes } from "@medusajs/types"
import OrderDetails from "@modules/order/components/order-details"

export default function OrderDetailsTemplate({
  order,
}: {
  order: HttpTypes.StoreOrder
}) {
  return (
    <div>
      <h1>Order details</h1>
      <div data-testid="order-details-container">
        <OrderDetails order={order} showStatus />
      </div>
    </div>
  )
}
