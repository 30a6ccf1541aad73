import { defineRouteConfig } from "@medusajs/admin-sdk"
import { CheckCircle, MagnifyingGlass, Receipt } from "@medusajs/icons"
import { Button, Text } from "@medusajs/ui"
import { DataList, type Column } from "../../../components/common/data-list"
import { EmptyState } from "../../../components/common/empty-state"
import { Crumb } from "../../../components/common/crumb"
import { ErrorNote } from "../../../components/common/error-note"
import { ExportMenu } from "../../../components/common/export-menu"
import { ChoiceFilter, chosen, FilterBar } from "../../../components/common/filter-bar"
import { Moment } from "../../../components/common/moment"
import { MoneyText } from "../../../components/common/money"
import { Page, PageCard } from "../../../components/common/page"
import { Pager } from "../../../components/common/pager"
import { VoucherState } from "../../../components/common/status"
import { OrderLink } from "../../../components/vouchers/order-link"
import { VoucherDrawer } from "../../../components/vouchers/voucher-drawer"
import { VoucherMenu } from "../../../components/vouchers/voucher-menu"
import {
  PAGE_SIZE,
  useAddressFilters,
  type AddressFilters,
} from "../../../hooks/use-address-filters"
import { useResource } from "../../../hooks/use-resource"
import { useText } from "../../../hooks/use-text"
import type { AdminVoucher, AdminVoucherListResponse } from "../../../../http-types"
import type { Query } from "../../../lib/client"
import { PERIOD_DAYS, since } from "../../../lib/since"

const DEFAULT_ORDER = "-created_at"
const STATUSES: AdminVoucher["status"][] = ["waiting", "paid", "expired", "voided", "reversed"]

/** All payment codes that were ever issued. */
const VouchersPage = () => {
  const { t } = useText()
  const filters = useAddressFilters()
  const order = filters.order ?? DEFAULT_ORDER
  const list = useResource<AdminVoucherListResponse>(
    "/vouchers",
    {
      ...query(filters),
      ...(!ownList(filters) && { order }),
      limit: PAGE_SIZE,
      offset: filters.offset,
    },
    { keepsPrevious: true },
  )
  const rows = list.data?.vouchers
  return (
    <Page>
      <PageCard
        title={t("vouchers.title")}
        description={t("vouchers.description")}
        actions={<ExportMenu right="voucher:export" path="/vouchers" query={query(filters)} />}
      >
        {ownList(filters) ? (
          <OwnListNote filters={filters} />
        ) : (
          <VoucherFilters filters={filters} />
        )}
        {list.error ? (
          <ErrorNote error={list.error} retry={list.refetch} />
        ) : rows?.length === 0 ? (
          <NoVouchers filters={filters} />
        ) : (
          <VoucherList rows={rows} filters={filters} order={order} />
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

/**
 * Lists of their own, which take no other filter. `owed`: paid and on no report yet; `stranded`: of
 * orders that wait, and none of whose codes can be paid any more.
 */
function ownList({ values }: AddressFilters): "owed" | "stranded" | null {
  if (values.settled === "false") return "owed"
  return values.stranded === "true" ? "stranded" : null
}

function query(filters: AddressFilters): Query {
  const own = ownList(filters)
  if (own) return own === "owed" ? { settled: "false" } : { stranded: "true" }
  return {
    status: chosen(filters, "status"),
    has_closing_task: chosen(filters, "closing"),
    issued_at: since(filters.values.days, new Date()),
    q: filters.values.q,
  }
}

function OwnListNote({ filters }: { filters: AddressFilters }) {
  const { t } = useText()
  const own = ownList(filters)
  return (
    <div className="flex items-center justify-between gap-x-3 px-6 py-4">
      <div>
        <Text size="small" weight="plus">
          {t(own === "stranded" ? "vouchers.stranded" : "summary.paid_not_settled")}
        </Text>
        <Text size="small" className="text-ui-fg-subtle">
          {t(own === "stranded" ? "vouchers.stranded_text" : "vouchers.owed_text")}
        </Text>
      </div>
      <Button size="small" variant="secondary" className="shrink-0" onClick={filters.clear}>
        {t("list.clear_filters")}
      </Button>
    </div>
  )
}

function VoucherFilters({ filters }: { filters: AddressFilters }) {
  const { t } = useText()
  return (
    <FilterBar filters={filters} searchLabel={t("vouchers.search")}>
      <ChoiceFilter
        filters={filters}
        name="status"
        label={t("voucher.status")}
        options={STATUSES.map((value) => ({ value, label: t(`voucher_status.${value}`) }))}
      />
      <ChoiceFilter
        filters={filters}
        name="days"
        label={t("voucher.issued")}
        options={PERIOD_DAYS.map((value) => ({ value, label: t("list.days", { days: value }) }))}
      />
      <ChoiceFilter
        filters={filters}
        name="closing"
        label={t("vouchers.closing")}
        options={[{ value: "true", label: t("vouchers.closing_open") }]}
      />
      <Button
        size="small"
        variant="secondary"
        onClick={() => filters.set({ stranded: "true", offset: null })}
      >
        {t("vouchers.stranded")}
      </Button>
    </FilterBar>
  )
}

function NoVouchers({ filters }: { filters: AddressFilters }) {
  const { t } = useText()
  const own = ownList(filters)
  if (own) {
    return (
      <EmptyState icon={CheckCircle} title={t(`vouchers.none_${own}`)}>
        {t(`vouchers.none_${own}_text`)}
      </EmptyState>
    )
  }
  return filters.isFiltered ? (
    <EmptyState icon={MagnifyingGlass} title={t("list.nothing_found")}>
      {t("list.nothing_found_text")}
    </EmptyState>
  ) : (
    <EmptyState icon={Receipt} title={t("vouchers.none")}>
      {t("vouchers.none_text")}
    </EmptyState>
  )
}

interface ListProps {
  rows: AdminVoucher[] | undefined
  filters: AddressFilters
  order: string
}

function VoucherList({ rows, filters, order }: ListProps) {
  const { t } = useText()
  const own = ownList(filters)
  const all = useColumns(own === "owed" ? "paid" : "expires")
  // What is owed is paid, all of it.
  const columns = own === "owed" ? all.filter(({ id }) => id !== "status") : all
  return (
    <DataList
      label={t("vouchers.title")}
      columns={columns}
      rows={rows}
      idOf={({ id }) => id}
      order={own ? undefined : order}
      onOrder={own ? undefined : (next) => filters.set({ order: next, offset: null })}
      onOpen={({ id }) => filters.set({ voucher: id })}
    />
  )
}

/** @param moment which of a code's two moments is told: of money that is owed, when it was paid */
function useColumns(moment: "paid" | "expires"): Column<AdminVoucher>[] {
  const { t } = useText()
  const moments: Record<typeof moment, Column<AdminVoucher>> = {
    paid: { id: "paid", header: t("trail.paid"), cell: (row) => <Moment at={row.paid_at} /> },
    expires: {
      id: "expires",
      header: t("voucher.deadline"),
      from: "medium",
      sort: "expires_at",
      cell: (row) => <Moment at={row.expires_at} />,
    },
  }
  return [
    {
      id: "cip",
      header: t("voucher.code"),
      cell: (row) => (
        <>
          <span className="text-ui-fg-base font-mono">{row.cip}</span>
          <Text size="xsmall" className="text-ui-fg-subtle md:hidden" as="div">
            <Moment at={row.issued_at} as="relative" />
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
      id: "status",
      header: t("voucher.status"),
      cell: (row) => <VoucherState status={row.status} />,
    },
    {
      id: "issued",
      header: t("voucher.issued"),
      from: "wide",
      sort: "issued_at",
      cell: (row) => <Moment at={row.issued_at} />,
    },
    moments[moment],
    {
      id: "amount",
      header: t("money.amount"),
      align: "end",
      sort: "amount",
      cell: (row) => <MoneyText amount={row.amount} currency={row.currency_code} />,
    },
    {
      id: "menu",
      header: t("list.actions"),
      hidesHeader: true,
      align: "end",
      from: "medium",
      cell: (row) => <VoucherMenu voucher={row} />,
    },
  ]
}

export const handle = { breadcrumb: () => <Crumb name="vouchers" /> }

export const config = defineRouteConfig({
  label: "menu.vouchers",
  translationNs: "pagoefectivo",
  rank: 3,
})

export default VouchersPage
