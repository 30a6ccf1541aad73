import { defineRouteConfig } from "@medusajs/admin-sdk"
import { ArrowUturnLeft, CheckCircle, MagnifyingGlass } from "@medusajs/icons"
import { Text } from "@medusajs/ui"
import { Crumb } from "../../../components/common/crumb"
import { DataList, type Column } from "../../../components/common/data-list"
import { EmptyState } from "../../../components/common/empty-state"
import { ErrorNote } from "../../../components/common/error-note"
import { ExportMenu } from "../../../components/common/export-menu"
import { ChoiceFilter, chosen, FilterBar } from "../../../components/common/filter-bar"
import { Moment } from "../../../components/common/moment"
import { MoneyText } from "../../../components/common/money"
import { Page, PageCard } from "../../../components/common/page"
import { Pager } from "../../../components/common/pager"
import { RefundState } from "../../../components/common/status"
import { MadeBy } from "../../../components/refunds/made-by"
import { RecordTransfer } from "../../../components/refunds/record-transfer"
import { OrderLink } from "../../../components/vouchers/order-link"
import { VoucherDrawer } from "../../../components/vouchers/voucher-drawer"
import {
  PAGE_SIZE,
  useAddressFilters,
  type AddressFilters,
} from "../../../hooks/use-address-filters"
import { useResource } from "../../../hooks/use-resource"
import { useText } from "../../../hooks/use-text"
import type { AdminListedRefund, AdminRefundListResponse } from "../../../../http-types"

const STATUSES: AdminListedRefund["status"][] = [
  "to_transfer",
  "transferred",
  "in_process",
  "approved",
  "rejected",
]
/** What there is to do, unless one asks for more. */
const DEFAULT_STATUS = "to_transfer"
const DEFAULT_ORDER = "-created_at"

/** What somebody has to transfer back, and what was given back. */
const RefundsPage = () => {
  const { t } = useText()
  const filters = useAddressFilters()
  const order = filters.order ?? DEFAULT_ORDER
  const filter = { status: chosen(filters, "status", DEFAULT_STATUS), q: filters.values.q }
  const list = useResource<AdminRefundListResponse>(
    "/refunds",
    { ...filter, order, limit: PAGE_SIZE, offset: filters.offset },
    { keepsPrevious: true },
  )
  const columns = useColumns()
  const rows = list.data?.refunds
  return (
    <Page>
      <PageCard
        title={t("menu.refunds")}
        description={t("refunds.description")}
        actions={<ExportMenu right="voucher:export" path="/refunds" query={filter} />}
      >
        <FilterBar filters={filters} searchLabel={t("refunds.search")}>
          <ChoiceFilter
            filters={filters}
            name="status"
            label={t("voucher.status")}
            otherwise={DEFAULT_STATUS}
            options={STATUSES.map((value) => ({ value, label: t(`refund_status.${value}`) }))}
          />
        </FilterBar>
        {list.error ? (
          <ErrorNote error={list.error} retry={list.refetch} />
        ) : rows?.length === 0 ? (
          <NoRefunds filters={filters} />
        ) : (
          <DataList
            label={t("menu.refunds")}
            columns={columns}
            rows={rows}
            idOf={({ id }) => id}
            order={order}
            onOrder={(next) => filters.set({ order: next, offset: null })}
            onOpen={({ voucher_id }) => filters.set({ voucher: voucher_id })}
          />
        )}
        <Pager
          count={list.data?.count ?? 0}
          offset={filters.offset}
          onOffset={(offset) => filters.set({ offset: String(offset) })}
        />
      </PageCard>
      {filters.values.voucher && (
        <VoucherDrawer id={filters.values.voucher} onClose={() => filters.set({ voucher: null })} />
      )}
    </Page>
  )
}

function NoRefunds({ filters }: { filters: AddressFilters }) {
  const { t } = useText()
  if (filters.values.q) {
    return (
      <EmptyState icon={MagnifyingGlass} title={t("list.nothing_found")}>
        {t("list.nothing_found_text")}
      </EmptyState>
    )
  }
  return filters.isFiltered ? (
    <EmptyState icon={ArrowUturnLeft} title={t("refunds.none")}>
      {t("refunds.none_text")}
    </EmptyState>
  ) : (
    <EmptyState icon={CheckCircle} title={t("refunds.none_to_transfer")}>
      {t("refunds.none_text")}
    </EmptyState>
  )
}

function useColumns(): Column<AdminListedRefund>[] {
  const { t } = useText()
  return [
    {
      id: "cip",
      header: t("voucher.code"),
      cell: (row) => (
        <>
          <span className="text-ui-fg-base font-mono">{row.cip}</span>
          <Text size="xsmall" className="text-ui-fg-subtle md:hidden" as="div">
            <Moment at={row.created_at} as="relative" />
          </Text>
        </>
      ),
    },
    {
      id: "order",
      header: t("voucher.order"),
      from: "medium",
      cell: (row) => <OrderLink {...row} />,
    },
    {
      id: "asked",
      header: t("refund.asked"),
      from: "wide",
      sort: "created_at",
      cell: (row) => <Moment at={row.created_at} />,
    },
    {
      id: "status",
      header: t("voucher.status"),
      from: "medium",
      cell: (row) => <RefundState status={row.status} />,
    },
    {
      id: "amount",
      header: t("money.amount"),
      align: "end",
      sort: "amount",
      cell: (row) => <MoneyText amount={row.amount} currency={row.currency_code} />,
    },
    {
      id: "made",
      header: t("refund.made"),
      align: "end",
      cell: (row) =>
        row.status === "to_transfer" ? (
          <RecordTransfer refund={row} cip={row.cip} />
        ) : (
          <MadeBy refund={row} />
        ),
    },
  ]
}

export const handle = { breadcrumb: () => <Crumb name="refunds" /> }

export const config = defineRouteConfig({
  label: "menu.refunds",
  translationNs: "pagoefectivo",
  rank: 4,
})

export default RefundsPage
