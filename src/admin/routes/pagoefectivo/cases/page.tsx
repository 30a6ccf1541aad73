import { defineRouteConfig } from "@medusajs/admin-sdk"
import { CheckCircle, MagnifyingGlass } from "@medusajs/icons"
import { Button } from "@medusajs/ui"
import { BulkBar } from "../../../components/cases/bulk-bar"
import { CaseDrawer } from "../../../components/cases/case-drawer"
import { CaseFilters, DEFAULT_STATUS } from "../../../components/cases/case-filters"
import { useCaseColumns } from "../../../components/cases/use-case-columns"
import { DataList } from "../../../components/common/data-list"
import { EmptyState } from "../../../components/common/empty-state"
import { Crumb } from "../../../components/common/crumb"
import { ErrorNote } from "../../../components/common/error-note"
import { ExportMenu } from "../../../components/common/export-menu"
import { chosen } from "../../../components/common/filter-bar"
import { Page, PageCard } from "../../../components/common/page"
import { Pager } from "../../../components/common/pager"
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
import { since } from "../../../lib/since"

const DEFAULT_ORDER = "-amount_at_risk"

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
  return (
    <Page>
      <PageCard
        title={t("cases.title")}
        description={t("cases.description")}
        actions={<ExportMenu right="case:export" path="/cases" query={filter} />}
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
        page={rows ?? []}
        all={
          filter.status && list.data ? { count: list.data.count, filter: forBulk(filter) } : null
        }
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
    assigned_to: chosen(filters, "assigned_to"),
    claimed: chosen(filters, "claimed"),
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
  const columns = useCaseColumns()
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

export const handle = { breadcrumb: () => <Crumb name="cases" /> }

export const config = defineRouteConfig({
  label: "menu.cases",
  translationNs: "pagoefectivo",
  rank: 1,
})

export default CasesPage
