import type { AdminOrder } from "@medusajs/framework/types"
import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { useText } from "../../hooks/use-text"
import { useUnpaidOrder } from "../../hooks/use-unpaid-order"
import type { AdminVoucher } from "../../../http-types"
import { ChargeForm } from "./charge-form"
import { OtherPaymentForm } from "./other-payment-form"
import { Guarded } from "../common/guarded"

interface Props {
  order: Pick<AdminOrder, "id" | "status" | "payment_status">
  vouchers: AdminVoucher[]
}

/** What can be done for an order that nobody has paid; says so when none of its codes can be paid. */
export function UnpaidOrder({ order, vouchers }: Props) {
  const { t } = useText()
  const { pay, charge, askAndClose, isClosing } = useUnpaidOrder(order.id)
  const [form, setForm] = useState<"pay" | "charge" | null>(null)
  const close = () => setForm(null)
  if (!isUnpaid(order) || vouchers.some(({ status }) => status === "paid")) return null
  const isStranded = !vouchers.some(({ status }) => status === "waiting")
  return (
    <div className="px-6 py-4">
      {isStranded && (
        <Text size="small" className="text-ui-tag-orange-text mb-3">
          {t("unpaid.no_code")}
        </Text>
      )}
      <div className="flex flex-wrap gap-2">
        <Guarded right="voucher:update">
          <Button size="small" variant="secondary" onClick={() => setForm("charge")}>
            {t("unpaid.another")}
          </Button>
        </Guarded>
        <Guarded right="voucher:update">
          <Button size="small" variant="secondary" onClick={() => setForm("pay")}>
            {t("unpaid.pay")}
          </Button>
        </Guarded>
        <Guarded right="voucher:update">
          <Button size="small" variant="secondary" isLoading={isClosing} onClick={askAndClose}>
            {t("unpaid.close")}
          </Button>
        </Guarded>
      </div>
      {form === "pay" && <OtherPaymentForm pay={pay} onClose={close} />}
      {form === "charge" && <ChargeForm charge={charge} onClose={close} />}
    </div>
  )
}

function isUnpaid({ status, payment_status }: Props["order"]): boolean {
  return status === "pending" && ["awaiting", "not_paid"].includes(payment_status)
}
