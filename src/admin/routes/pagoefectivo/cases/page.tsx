import { defineRouteConfig } from "@medusajs/admin-sdk"
import { CheckCircle, MagnifyingGlass } from "@medusajs/icons"
import { Button, Text } from "@medusajs/ui"
import { RECONCILIATION_REASONS } from "../../../../reconciliation/reasons"
import { BulkBar } from "../../../components/cases/bulk-bar"
import { CaseDrawer } from "../../../components/cases/case-drawer"
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
import { CaseState } from "../../../components/common/status"
import {
  PAGE_SIZE,
  useAddressFilters,
  type AddressFilters,
} from "../../../hooks/use-address-filters"
import { useResource } from "../../../hooks/use-resource"
import { useSelection } from "../../../hooks/use-selection"
import { useText } from "../../../hooks/use-text"
import type { AdminCase, AdminCaseListResponse } from "../../../../http-types"
import { nextOpen } from "../../../lib/next-open"
import { PERIOD_DAYS, since } from "../../../lib/since"

const DEFAULT_STATUS: AdminCase["status"] = "open"
const DEFAULT_ORDER = "-amount_at_risk"
const STATUSES: AdminCase["status"][] = ["open", "resolved", "ignored"]

/** What does not add up, why, and what to do. */
const CasesPage = () => {
  const { t } = useText()
  const filters = useAddressFilters()
  const filter = filterOf(filters)
  const order = filters.order ?? DEFAULT_ORDER
  const query = { ...filter, order, limit: PAGE_SIZE, offset: filters.offset }
  const list = useResource<AdminCaseListResponse>("/cases", query, { keepsPrevious: true })
  const rows = list.data?.cases
  const selection = useSelection((rows ?? []).map(({ id }) => id))
  const selected = (rows ?? []).filter(({ id }) => selection.selected.has(id))
  const openCase = filters.values.case
  const next = openCase ? nextOpen(rows ?? [], openCase) : null
  const isOpenOnly = filter.status === DEFAULT_STATUS
  return (
    <Page>
      <PageCard
        title={t("cases.title")}
        description={t("cases.description")}
        actions={<ExportMenu query={filter} />}
      >
        <CaseFilters filters={filters} />
        {list.error ? (
          <ErrorNote error={list.error} retry={list.refetch} />
        ) : rows?.length === 0 ? (
          <NoCases filters={filters} />
        ) : (
          <CaseList rows={rows} filters={filters} order={order} selection={selection} />
        )}
        <Pager
          count={list.data?.count ?? 0}
          offset={filters.offset}
          onOffset={(offset) => filters.set({ offset: String(offset) })}
        />
      </PageCard>
      <BulkBar
        cases={selected}
        clear={selection.clear}
        all={isOpenOnly && list.data ? { count: list.data.count, filter: forBulk(filter) } : null}
      />
      {openCase && (
        <CaseDrawer
          id={openCase}
          onClose={() => filters.set({ case: null })}
          onDecided={() => filters.set({ case: next })}
        />
      )}
    </Page>
  )
}

function filterOf(filters: AddressFilters) {
  const { q, days, order_id, voucher_id } = filters.values
  return {
    status: chosen(filters, "status", DEFAULT_STATUS),
    reason: chosen(filters, "reason"),
    opened_at: since(days, new Date()),
    order_id,
    voucher_id,
    q,
  }
}

/** The body's filter takes no empty fields. */
function forBulk(filter: ReturnType<typeof filterOf>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined))
}

function CaseFilters({ filters }: { filters: AddressFilters }) {
  const { t } = useText()
  return (
    <FilterBar filters={filters} searchLabel={t("cases.search")}>
      <ChoiceFilter
        filters={filters}
        name="status"
        label={t("case.status")}
        otherwise={DEFAULT_STATUS}
        options={STATUSES.map((value) => ({ value, label: t(`case_status.${value}`) }))}
      />
      <ChoiceFilter
        filters={filters}
        name="reason"
        label={t("case.reason")}
        options={RECONCILIATION_REASONS.map((value) => ({
          value,
          label: t(`reason_title.${value}`),
        }))}
      />
      <ChoiceFilter
        filters={filters}
        name="days"
        label={t("case.opened")}
        options={PERIOD_DAYS.map((value) => ({ value, label: t("list.days", { days: value }) }))}
      />
    </FilterBar>
  )
}

function NoCases({ filters }: { filters: AddressFilters }) {
  const { t } = useText()
  if (filters.isFiltered) {
    return (
      <EmptyState
        icon={MagnifyingGlass}
        title={t("list.nothing_found")}
        action={
          <Button size="small" variant="secondary" onClick={filters.clear}>
            {t("list.clear_filters")}
          </Button>
        }
      >
        {t("list.nothing_found_text")}
      </EmptyState>
    )
  }
  return (
    <EmptyState icon={CheckCircle} title={t("cases.none")}>
      {t("cases.none_text")}
    </EmptyState>
  )
}

interface ListProps {
  rows: AdminCase[] | undefined
  filters: AddressFilters
  order: string
  selection: ReturnType<typeof useSelection>
}

function CaseList({ rows, filters, order, selection }: ListProps) {
  const { t } = useText()
  const columns = useColumns()
  return (
    <DataList
      label={t("cases.title")}
      columns={columns}
      rows={rows}
      idOf={({ id }) => id}
      order={order}
      onOrder={(next) => filters.set({ order: next, offset: null })}
      onOpen={({ id }) => filters.set({ case: id })}
      selection={selection}
      selectLabel={(row) => t("list.select", { name: t(`reason_title.${row.reason}`) })}
    />
  )
}

function useColumns(): Column<AdminCase>[] {
  const { t } = useText()
  return [
    {
      id: "reason",
      header: t("case.reason"),
      sort: "reason",
      cell: (row) => (
        <>
          <Text size="small" leading="compact" weight="plus" className="text-ui-fg-base">
            {t(`reason_title.${row.reason}`)}
          </Text>
          <Text size="xsmall" className="text-ui-fg-subtle" as="div">
            {row.order_display_id !== null && `${t("voucher.order")} #${row.order_display_id} · `}
            <Moment at={row.opened_at} as="relative" />
          </Text>
        </>
      ),
    },
    {
      id: "subject",
      header: t("case.subject"),
      from: "medium",
      cell: (row) => <span className="break-all font-mono">{subjectOf(row)}</span>,
    },
    {
      id: "status",
      header: t("case.status"),
      from: "medium",
      cell: (row) => <CaseState status={row.status} />,
    },
    {
      id: "opened",
      header: t("case.opened"),
      from: "wide",
      sort: "opened_at",
      cell: (row) => <Moment at={row.opened_at} />,
    },
    {
      id: "risk",
      header: t("case.at_risk"),
      align: "end",
      sort: "amount_at_risk",
      cell: (row) => <MoneyText amount={row.amount_at_risk} currency={row.currency_code} />,
    },
  ]
}

/** The code, or what the report calls a payment that has none. */
function subjectOf({ cip, payout_id, actual }: AdminCase): string {
  const paymentId = typeof actual.payment_id === "string" ? actual.payment_id : null
  return cip ?? paymentId ?? payout_id ?? "—"
}

export const handle = { breadcrumb: () => <Crumb name="cases" /> }

export const config = defineRouteConfig({
  label: "menu.cases",
  translationNs: "pagoefectivo",
  rank: 1,
})

export default CasesPage
