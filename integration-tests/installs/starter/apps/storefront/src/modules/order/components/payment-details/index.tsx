import { paymentInfoMap } from "@lib/constants"
import { convertToLocale } from "@lib/util/money"
import { HttpTypes } from "@medusajs/types"
import { Heading, Text } from "@modules/common/components/ui"

type PaymentDetailsProps = {
  order: HttpTypes.StoreOrder
}

const PaymentDetails = ({ order }: PaymentDetailsProps) => {
  const payment = order.payment_collections?.[0].payments?.[0]

  return (
    <div>
      <Heading>Payment</Heading>
      {payment && (
        <Text>
          {paymentInfoMap[payment.provider_id].title}{" "}
          {convertToLocale({
            amount: payment.amount,
            currency_code: order.currency_code,
          })}
        </Text>
      )}
    </div>
  )
}

export default PaymentDetails
