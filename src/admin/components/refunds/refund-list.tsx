import { Text } from "@medusajs/ui"
import { useText } from "../../hooks/use-text"
import type { AdminRefund } from "../../../http-types"
import { MoneyText } from "../common/money"
import { RefundState } from "../common/status"
import { MadeBy } from "./made-by"
import { RecordTransfer } from "./record-transfer"

/** The refunds of one code: which were made, under which number, and which somebody has to make. */
export function RefundList({ refunds, cip }: { refunds: AdminRefund[]; cip: string }) {
  const { t } = useText()
  return (
    <ul className="flex flex-col gap-y-2" aria-label={t("widget.refunds")}>
      {refunds.map((refund) => (
        <li key={refund.id} className="bg-ui-bg-subtle flex flex-col gap-y-2 rounded-lg px-3 py-2">
          <div className="flex items-center justify-between gap-x-2">
            <Text size="small" leading="compact" weight="plus" as="div">
              <MoneyText amount={refund.amount} currency={refund.currency_code} />
            </Text>
            <RefundState status={refund.status} />
          </div>
          <Text size="xsmall" className="text-ui-fg-subtle break-words" as="div">
            {refund.status === "to_transfer" ? t("refund.by_hand") : <MadeBy refund={refund} />}
          </Text>
          <RecordTransfer refund={refund} cip={cip} />
        </li>
      ))}
    </ul>
  )
}
