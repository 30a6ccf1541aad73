import { Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import type { AdminPayout } from "../../../http-types"
import { useFormat } from "../../hooks/use-format"
import { useText } from "../../hooks/use-text"
import { displayMoney } from "../../../peru/money-text"
import { takenOff } from "../../lib/money"
import type { Column } from "../common/data-list"
import { MoneyText } from "../common/money"
import { DepositActions } from "./deposit-actions"
import { TieOut } from "./tie-out"

export function usePayoutColumns(): Column<AdminPayout>[] {
  const { t } = useText()
  const { day } = useFormat()
  const amount = (pick: (row: AdminPayout) => string | null) =>
    function Amount(row: AdminPayout) {
      const found = pick(row)
      return found === null ? "—" : <MoneyText amount={found} currency={row.currency_code} />
    }
  return [
    {
      id: "payout",
      header: t("payout.title"),
      sort: "payout_id",
      cell: (row) => <Payout payout={row} />,
    },
    {
      id: "date",
      header: t("payouts.date"),
      from: "medium",
      sort: "credited_on",
      cell: (row) => (
        <span className="whitespace-nowrap">{row.credited_on ? day(row.credited_on) : "—"}</span>
      ),
    },
    {
      id: "gross",
      header: t("money.gross"),
      align: "end",
      from: "wide",
      sort: "gross",
      cell: amount((row) => row.gross),
    },
    {
      id: "fee",
      header: t("money.fee_with_igv"),
      align: "end",
      from: "wide",
      cell: (row) => displayMoney(takenOff(row.fees), row.currency_code),
    },
    {
      id: "net",
      header: t("money.net"),
      align: "end",
      sort: "net",
      cell: (row) => <Net payout={row} />,
    },
    {
      id: "deposit",
      header: t("payout.deposit"),
      align: "end",
      from: "medium",
      sort: "bank_deposit",
      cell: amount((row) => row.bank_deposit),
    },
    {
      id: "ties",
      header: t("payout.ties_out"),
      from: "medium",
      sort: "difference",
      cell: (row) => <TieOut payout={row} />,
    },
    {
      id: "enter",
      header: t("payout.enter"),
      align: "end",
      from: "medium",
      cell: (row) => <DepositActions payout={row} />,
    },
  ]
}

function Payout({ payout }: { payout: AdminPayout }) {
  const { t } = useText()
  const { day } = useFormat()
  return (
    <>
      <Link
        className="text-ui-tag-blue-text break-all font-mono text-xs hover:underline"
        to={`/pagoefectivo/payouts/${payout.id}`}
      >
        {payout.payout_id}
      </Link>
      <Text size="xsmall" className="text-ui-fg-subtle">
        {payout.credited_on && <span className="md:hidden">{`${day(payout.credited_on)} · `}</span>}
        {t("payout.lines", { count: payout.lines_count })}
      </Text>
      <div className="txt-small md:hidden">
        <TieOut payout={payout} />
      </div>
    </>
  )
}

function Net({ payout }: { payout: AdminPayout }) {
  const { t } = useText()
  const { net, announced_net, currency_code } = payout
  return (
    <>
      <MoneyText amount={net} currency={currency_code} />
      {announced_net && (
        <Text size="xsmall" className="text-ui-fg-subtle">
          {t("payout.announced", { amount: displayMoney(announced_net, currency_code) })}
        </Text>
      )}
    </>
  )
}
