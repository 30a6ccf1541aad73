import { Heading } from "@modules/common/components/ui"
import OrderDetails from "@modules/order/components/order-details"
import PaymentDetails from "@modules/order/components/payment-details"
import { HttpTypes } from "@medusajs/types"

export default async function OrderCompletedTemplate({
  order,
}: {
  order: HttpTypes.StoreOrder
}) {
  return (
    <div>
      <div>
        <div data-testid="order-complete-container">
          <Heading
            level="h1"
            className="flex flex-col gap-y-3 text-ui-fg-base text-3xl mb-4"
          >
            <span>Thank you!</span>
            <span>Your order was placed successfully.</span>
          </Heading>
          <OrderDetails order={order} />
          <PaymentDetails order={order} />
        </div>
      </div>
    </div>
  )
}
