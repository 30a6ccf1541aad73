import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminOrder, DetailWidgetProps } from "@medusajs/framework/types"
import { Container, Heading, Text } from "@medusajs/ui"
import { useState } from "react"
import { ChargeOrder } from "../components/vouchers/charge-order"
import { OrderVoucher } from "../components/vouchers/order-voucher"
import { UnpaidOrder } from "../components/vouchers/unpaid-order"
import { VoucherState } from "../components/common/status"
import { VoucherMenu } from "../components/vouchers/voucher-menu"
import { useResource } from "../hooks/use-resource"
import { useText } from "../hooks/use-text"
import type { AdminVoucher, AdminVoucherListResponse } from "../../http-types"

/** Codes of one order; more than a few means that something else is wrong. */
const MAX_CODES = 20

/** The order's payment code and its money trail, or a way to issue one where something is owed. */
const OrderVoucherWidget = ({ data: order }: DetailWidgetProps<AdminOrder>) => {
  const { data } = useResource<AdminVoucherListResponse>("/vouchers", {
    order_id: order.id,
    order: "-issued_at",
    limit: MAX_CODES,
  })
  const [chosen, setChosen] = useState<string | null>(null)
  const vouchers = data?.vouchers ?? []
  const voucher = vouchers.find(({ id }) => id === chosen) ?? currentOf(vouchers)
  if (!data) return null
  if (!voucher) return <ChargeOrder order={order} />
  return (
    <Container data-pagoefectivo className="divide-y p-0">
      <div className="flex items-center justify-between gap-x-2 px-6 py-4">
        <Heading level="h2">PagoEfectivo</Heading>
        <div className="flex items-center gap-x-2">
          <VoucherState status={voucher.status} />
          <VoucherMenu voucher={voucher} />
        </div>
      </div>
      <UnpaidOrder order={order} vouchers={vouchers} />
      <OrderVoucher key={voucher.id} voucher={voucher} />
      <OtherCodes vouchers={vouchers.filter((one) => one !== voucher)} choose={setChosen} />
    </Container>
  )
}

/** What was paid counts before what was issued last. */
function currentOf(vouchers: AdminVoucher[]): AdminVoucher | undefined {
  return vouchers.find(({ status }) => status === "paid") ?? vouchers[0]
}

function OtherCodes({
  vouchers,
  choose,
}: {
  vouchers: AdminVoucher[]
  choose: (id: string) => void
}) {
  const { t } = useText()
  if (vouchers.length === 0) return null
  return (
    <div className="px-6 py-4">
      <Text size="small" leading="compact" weight="plus" className="mb-2">
        {t("widget.other_codes")}
      </Text>
      {vouchers.map((voucher) => (
        <button
          key={voucher.id}
          type="button"
          className="hover:bg-ui-bg-base-hover focus-visible:shadow-borders-focus -mx-2 flex w-full items-center justify-between rounded-md px-2 py-1 outline-none"
          onClick={() => choose(voucher.id)}
        >
          <span className="text-ui-tag-blue-text hover:underline font-mono text-sm">
            {voucher.cip}
          </span>
          <VoucherState status={voucher.status} />
        </button>
      ))}
    </div>
  )
}

export const config = defineWidgetConfig({
  id: "pagoefectivo:order-voucher",
  zone: "order.details.side",
})

export default OrderVoucherWidget
