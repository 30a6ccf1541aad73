import { Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import type { AdminPayout } from "../../../http-types"
import { useFormat } from "../../hooks/use-format"
import { useText } from "../../hooks/use-text"
import { takenOff } from "../../lib/money"
import { MoneyText } from "../common/money"
import { TieOut } from "./tie-out"

/** From gross to net to the bank, as it would stand on a statement. */
export function PayoutFigures({ payout }: { payout: AdminPayout }) {
  const { t } = useText()
  const { date } = useFormat()
  const { currency_code, announced_net, declared_total, bank_deposit } = payout
  const money = (amount: string | null) =>
    amount === null ? "—" : <MoneyText amount={amount} currency={currency_code} />
  return (
    <div className="px-6 py-4">
      <dl className="grid grid-cols-2 gap-x-6 gap-y-4 md:grid-cols-4">
        <Item name={t("money.gross")} remark={t("payout.lines", { count: payout.lines_count })}>
          {money(payout.gross)}
        </Item>
        <Item name={t("payout_page.fee_base")}>{money(takenOff(payout.fee_base))}</Item>
        <Item name={t("payout_page.igv")}>{money(takenOff(payout.igv))}</Item>
        <Item
          name={t("money.net")}
          remark={
            announced_net && (
              <>
                {t("line_status.announced")}: {money(announced_net)}
              </>
            )
          }
        >
          {money(payout.net)}
        </Item>
        {declared_total && <Item name={t("payout_page.declared")}>{money(declared_total)}</Item>}
        <Item
          name={t("payout.deposit")}
          remark={[
            payout.bank_deposited_at && date(payout.bank_deposited_at),
            payout.bank_reference,
          ]
            .filter(Boolean)
            .join(" · ")}
        >
          {money(bank_deposit)}
        </Item>
        <Item name={t("payout_page.difference")} remark={<TieOut payout={payout} />}>
          {money(payout.difference ?? payout.declared_difference)}
        </Item>
      </dl>
      <Text size="xsmall" className="text-ui-fg-subtle mt-4">
        {t("payout_page.igv_computed")}
      </Text>
    </div>
  )
}

function Item({
  name,
  remark,
  children,
}: {
  name: string
  remark?: ReactNode
  children: ReactNode
}) {
  return (
    <div className="min-w-0">
      <dt className="txt-small text-ui-fg-subtle">{name}</dt>
      <dd className="text-ui-fg-base text-lg font-medium tabular-nums">{children}</dd>
      {remark && <dd className="txt-xsmall text-ui-fg-subtle break-words">{remark}</dd>}
    </div>
  )
}
