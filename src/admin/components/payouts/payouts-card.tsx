import { ArrowUpTray, BuildingTax, CheckMini, History, XMarkMini } from "@medusajs/icons"
import { Button, IconButton, Text } from "@medusajs/ui"
import { useState } from "react"
import { useFormat } from "../../hooks/use-format"
import { useResource } from "../../hooks/use-resource"
import { useText } from "../../hooks/use-text"
import type { AdminPayout, AdminPayoutListResponse } from "../../../http-types"
import { PAGE_SIZE } from "../../hooks/use-address-filters"
import { tieOut } from "../../lib/tie-out"
import { displayMoney } from "../../../peru/money-text"
import { DataList, type Column } from "../common/data-list"
import { DepositForm } from "./deposit-form"
import { DepositHistory } from "./deposit-history"
import { EmptyState } from "../common/empty-state"
import { ErrorNote } from "../common/error-note"
import { MoneyText } from "../common/money"
import { Card } from "../common/page"
import { Pager } from "../common/pager"
import { TableUpload } from "../settlement/table-upload"

const DEPOSIT_COLUMNS = "payout_id,currency,amount,deposited_at,reference,declared_total"

/** The same payout may hold several currencies. */
function keyOf({ provider_id, payout_id, currency_code }: AdminPayout): string {
  return [provider_id, payout_id, currency_code].join(":")
}

/** What was transferred to the bank, and whether it ties out to the céntimo. */
export function PayoutsCard() {
  const { t } = useText()
  const [offset, setOffset] = useState(0)
  const [entering, setEntering] = useState<AdminPayout | null>(null)
  const [looking, setLooking] = useState<AdminPayout | null>(null)
  const [isUploading, setUploading] = useState(false)
  const { data, error, refetch } = useResource<AdminPayoutListResponse>(
    "/payouts",
    { limit: PAGE_SIZE, offset },
    { keepsPrevious: true },
  )
  const columns = useColumns(setEntering, setLooking)
  return (
    <div id="payouts">
      <Card
        title={t("payout.list")}
        aside={
          <Button size="small" variant="secondary" onClick={() => setUploading(true)}>
            <ArrowUpTray />
            {t("table.open")}
          </Button>
        }
      >
        {error ? (
          <ErrorNote error={error} retry={refetch} />
        ) : data?.payouts.length === 0 ? (
          <EmptyState icon={BuildingTax} title={t("payout.none")}>
            {t("payout.none_text")}
          </EmptyState>
        ) : (
          <DataList label={t("payout.list")} columns={columns} rows={data?.payouts} idOf={keyOf} />
        )}
        <Pager count={data?.count ?? 0} offset={offset} onOffset={setOffset} />
      </Card>
      {isUploading && (
        <TableUpload
          title={t("payout.upload")}
          description={t("payout.upload_text")}
          path="/payouts/import"
          kind="bank_deposits"
          columns={DEPOSIT_COLUMNS}
          hasProvider
          onClose={() => setUploading(false)}
        />
      )}
      {looking && <DepositHistory payout={looking} onClose={() => setLooking(null)} />}
      {entering && <DepositForm payout={entering} onClose={() => setEntering(null)} />}
    </div>
  )
}

function useColumns(
  enter: ActionsProps["enter"],
  look: ActionsProps["look"],
): Column<AdminPayout>[] {
  const { t } = useText()
  const amount = (pick: (row: AdminPayout) => string | null) =>
    function Amount(row: AdminPayout) {
      const found = pick(row)
      return found === null ? "—" : <MoneyText amount={found} currency={row.currency_code} />
    }
  return [
    {
      id: "payout",
      header: t("payout.title"),
      cell: (row) => (
        <>
          <span className="text-ui-fg-base break-all font-mono text-xs">{row.payout_id}</span>
          <Text size="xsmall" className="text-ui-fg-subtle">
            {t("payout.lines", { count: row.lines_count })}
          </Text>
          <div className="md:hidden">
            <TieOut payout={row} />
          </div>
        </>
      ),
    },
    {
      id: "gross",
      header: t("money.gross"),
      align: "end",
      from: "wide",
      cell: amount((row) => row.gross),
    },
    {
      id: "fee",
      header: t("money.fee_with_igv"),
      align: "end",
      from: "wide",
      cell: (row) => displayMoney(`-${row.fees}`, row.currency_code),
    },
    { id: "net", header: t("money.net"), align: "end", cell: (row) => <Net payout={row} /> },
    {
      id: "deposit",
      header: t("payout.deposit"),
      align: "end",
      from: "medium",
      cell: amount((row) => row.bank_deposit),
    },
    {
      id: "ties",
      header: t("payout.ties_out"),
      from: "medium",
      cell: (row) => <TieOut payout={row} />,
    },
    {
      id: "enter",
      header: t("list.actions"),
      hidesHeader: true,
      align: "end",
      cell: (row) => <Actions payout={row} enter={enter} look={look} />,
    },
  ]
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

interface ActionsProps {
  payout: AdminPayout
  enter: (payout: AdminPayout) => void
  look: (payout: AdminPayout) => void
}

function Actions({ payout, enter, look }: ActionsProps) {
  const { t } = useText()
  return (
    <div className="flex items-center justify-end">
      {payout.deposit_changes_count > 0 && (
        <IconButton
          size="small"
          variant="transparent"
          aria-label={t("deposit.history_of", { payout: payout.payout_id })}
          onClick={() => look(payout)}
        >
          <History />
        </IconButton>
      )}
      <Button size="small" variant="transparent" onClick={() => enter(payout)}>
        {payout.bank_deposit ? t("payout.correct") : t("payout.enter")}
      </Button>
    </div>
  )
}

function TieOut({ payout }: { payout: AdminPayout }) {
  const { t } = useText()
  const { day } = useFormat()
  if (payout.unmatched) {
    return (
      <>
        <span className="text-ui-tag-orange-text">{t("payout.unmatched")}</span>
        <Text size="xsmall" className="text-ui-fg-subtle">
          {t("payout.case_after", { day: day(payout.unmatched.case_after) })}
        </Text>
      </>
    )
  }
  const { state, difference } = tieOut(payout)
  if (state === "unknown") {
    return <span className="text-ui-fg-subtle">{t("payout.unknown")}</span>
  }
  return state === "whole" ? (
    <span className="text-ui-tag-green-text inline-flex items-center gap-x-1">
      <CheckMini aria-hidden /> {t("payout.whole")}
    </span>
  ) : (
    <span className="text-ui-tag-red-text inline-flex items-center gap-x-1 whitespace-nowrap">
      <XMarkMini aria-hidden /> {displayMoney(difference, payout.currency_code)}
    </span>
  )
}
