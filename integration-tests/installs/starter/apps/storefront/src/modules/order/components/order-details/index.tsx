import { convertToLocale } from "@lib/util/money"
import { HttpTypes } from "@medusajs/types"
import { Text } from "@modules/common/components/ui"

export default function OrderDetails({
  order,
  showStatus,
}: {
  order: HttpTypes.StoreOrder
  showStatus?: boolean
}) {
  return (
    <div>
      <Text>Order number: {order.display_id}</Text>
      {showStatus && <Text>Payment status: {order.payment_status}</Text>}
      {order.items?.map((item) => (
        <Text key={item.id}>
          {item.quantity} × {item.product_title}
        </Text>
      ))}
      <Text>
        Total{" "}
        {convertToLocale({
          amount: order.total,
          currency_code: order.currency_code,
        })}
      </Text>
    </div>
  )
}
