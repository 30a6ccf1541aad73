import React from "react"

export default function PaymentContainer({
  paymentProviderId,
  selectedPaymentOptionId,
  paymentInfoMap,
  children,
}: {
  paymentProviderId: string
  selectedPaymentOptionId: string | null
  paymentInfoMap: Record<string, { title: string; icon: React.JSX.Element }>
  children?: React.ReactNode
}) {
  const method = paymentInfoMap[paymentProviderId]

  return (
    <label>
      <input
        type="radio"
        checked={selectedPaymentOptionId === paymentProviderId}
        readOnly
      />{" "}
      <span>{method?.title || paymentProviderId}</span> {method?.icon}
      {children}
    </label>
  )
}
