import { DocumentText, MagnifyingGlass } from "@medusajs/icons"
import { Text } from "@medusajs/ui"
import type { AdminPayout, AdminPayoutLine, AdminPayoutLineListResponse } from "../../../http-types"
import { PAGE_SIZE, useAddressFilters } from "../../hooks/use-address-filters"
import { useFormat } from "../../hooks/use-format"
import { useResource } from "../../hooks/use-resource"
import { useText } from "../../hooks/use-text"
import { limaDayOf } from "../../lib/dates"
import { DataList, type Column } from "../common/data-list"
import { EmptyState } from "../common/empty-state"
import { ErrorNote } from "../common/error-note"
import { ChoiceFilter, chosen, FilterBar } from "../common/filter-bar"
import { MoneyText } from "../common/money"
import { Card } from "../common/page"
import { Pager } from "../common/pager"
import { OrderLink } from "../vouchers/order-link"
import { LineCases, LineKind, LinePayment, LineReport } from "./line-links"

const DEFAULT_ORDER = "credited_at"
const STATUSES: AdminPayoutLine["status"][] = ["settled", "held", "reversed"]
const TYPES: AdminPayoutLine["type"][] = ["payment", "refund", "reversal"]

/** The lines that name a payout, each with its code, its order, its row and its cases. */
export function PayoutLines({ payout }: { payout: AdminPayout }) {
  const { t } = useText()
  const filters = useAddressFilters()
  const order = filters.order ?? DEFAULT_ORDER
  const list = useResource<AdminPayoutLineListResponse>(
    `/payouts/${payout.id}/lines`,
    {
      status: chosen(filters, "status"),
      type: chosen(filters, "type"),
      trouble: chosen(filters, "trouble"),
      q: filters.values.q,
      order,
      limit: PAGE_SIZE,
      offset: filters.offset,
    },
    { keepsPrevious: true },
  )
  const columns = useColumns()
  const rows = list.data?.lines
  return (
    <Card title={t("payout_page.lines")}>
      <FilterBar filters={filters} searchLabel={t("payout_page.search")}>
        <ChoiceFilter
          filters={filters}
          name="trouble"
          label={t("payout_page.trouble")}
          options={[{ value: "true", label: t("payout_page.trouble_only") }]}
        />
        <ChoiceFilter
          filters={filters}
          name="status"
          label={t("payout_page.status")}
          options={STATUSES.map((value) => ({ value, label: t(`line_status.${value}`) }))}
        />
        <ChoiceFilter
          filters={filters}
          name="type"
          label={t("payout_page.type")}
          options={TYPES.map((value) => ({ value, label: t(`line_type.${value}`) }))}
        />
      </FilterBar>
      {list.error ? (
        <ErrorNote error={list.error} retry={list.refetch} />
      ) : rows?.length === 0 ? (
        <NoLines isFiltered={filters.isFiltered} />
      ) : (
        <DataList
          label={t("payout_page.lines")}
          columns={columns}
          rows={rows}
          idOf={({ id }) => id}
          order={order}
          onOrder={(next) => filters.set({ order: next, offset: null })}
        />
      )}
      <Pager
        count={list.data?.count ?? 0}
        offset={filters.offset}
        onOffset={(offset) => filters.set({ offset: String(offset) })}
      />
    </Card>
  )
}

function NoLines({ isFiltered }: { isFiltered: boolean }) {
  const { t } = useText()
  return isFiltered ? (
    <EmptyState icon={MagnifyingGlass} title={t("list.nothing_found")}>
      {t("list.nothing_found_text")}
    </EmptyState>
  ) : (
    <EmptyState icon={DocumentText} title={t("payout_page.lines_none")}>
      {t("payout_page.lines_none_text")}
    </EmptyState>
  )
}

function useColumns(): Column<AdminPayoutLine>[] {
  const { t } = useText()
  const { day } = useFormat()
  const amount = (pick: (row: AdminPayoutLine) => string | null) =>
    function Amount(row: AdminPayoutLine) {
      const found = pick(row)
      return found === null ? "—" : <MoneyText amount={found} currency={row.currency_code} />
    }
  return [
    {
      id: "payment",
      header: t("line.reference"),
      sort: "type",
      cell: (row) => <Payment line={row} />,
    },
    {
      id: "credited",
      header: t("payouts.date"),
      from: "wide",
      sort: "credited_at",
      cell: (row) => (
        <span className="whitespace-nowrap">
          {row.credited_at ? day(limaDayOf(new Date(row.credited_at))) : "—"}
        </span>
      ),
    },
    {
      id: "amount",
      header: t("money.amount"),
      align: "end",
      from: "medium",
      sort: "amount",
      cell: amount((row) => row.amount),
    },
    {
      id: "fee",
      header: t("money.fee_with_igv"),
      align: "end",
      from: "medium",
      sort: "fee",
      cell: amount((row) => row.fee),
    },
    {
      id: "net",
      header: t("money.net"),
      align: "end",
      sort: "net",
      cell: (row) =>
        row.net === null ? (
          "—"
        ) : (
          <MoneyText amount={row.net} currency={row.settlement_currency ?? row.currency_code} />
        ),
    },
    {
      id: "report",
      header: t("payout_page.row"),
      from: "wide",
      cell: (row) => <LineReport line={row} />,
    },
    {
      id: "cases",
      header: t("payout_page.cases"),
      from: "medium",
      cell: (row) => <LineCases line={row} />,
    },
  ]
}

function Payment({ line }: { line: AdminPayoutLine }) {
  return (
    <>
      <LinePayment line={line} />
      <Text size="xsmall" as="div">
        <LineKind line={line} />
        {line.order && (
          <>
            {" · "}
            <OrderLink order_id={line.order.id} order_display_id={line.order.display_id} />
          </>
        )}
      </Text>
      <div className="txt-xsmall md:hidden">
        <LineCases line={line} />
      </div>
    </>
  )
}
