import { ArrowPath, MagnifyingGlass } from "@medusajs/icons"
import { Text } from "@medusajs/ui"
import { Crumb } from "../../../components/common/crumb"
import { DataList, type Column } from "../../../components/common/data-list"
import { EmptyState } from "../../../components/common/empty-state"
import { ExportMenu } from "../../../components/common/export-menu"
import { ErrorNote } from "../../../components/common/error-note"
import { ChoiceFilter, chosen, FilterBar } from "../../../components/common/filter-bar"
import { Moment } from "../../../components/common/moment"
import { Page, PageCard } from "../../../components/common/page"
import { Pager } from "../../../components/common/pager"
import { RunState } from "../../../components/common/status"
import { RunDrawer } from "../../../components/reconciliation/run-drawer"
import { RunOutcome } from "../../../components/reconciliation/run-outcome"
import { RunRange } from "../../../components/reconciliation/run-range"
import {
  PAGE_SIZE,
  useAddressFilters,
  type AddressFilters,
} from "../../../hooks/use-address-filters"
import { usePeople } from "../../../hooks/use-people"
import { useResource } from "../../../hooks/use-resource"
import { useText } from "../../../hooks/use-text"
import type { AdminReconciliation, AdminReconciliationListResponse } from "../../../../http-types"

const DEFAULT_ORDER = "-created_at"
const STATUSES: AdminReconciliation["status"][] = ["completed", "failed", "running", "pending"]
const TRIGGERS: AdminReconciliation["trigger"][] = ["schedule", "manual"]

/** Every reconciliation, with what it found and changed. In the menu it would be one entry too many. */
const RunsPage = () => {
  const { t } = useText()
  const filters = useAddressFilters()
  const order = filters.order ?? DEFAULT_ORDER
  const list = useResource<AdminReconciliationListResponse>(
    "/reconciliations",
    {
      status: chosen(filters, "status"),
      trigger: chosen(filters, "trigger"),
      order,
      limit: PAGE_SIZE,
      offset: filters.offset,
    },
    { keepsPrevious: true },
  )
  const rows = list.data?.reconciliations
  return (
    <Page>
      <PageCard
        title={t("runs.title")}
        description={t("runs.description")}
        actions={
          <ExportMenu
            right="settlement:export"
            path="/reconciliations"
            query={{ status: chosen(filters, "status"), trigger: chosen(filters, "trigger") }}
          />
        }
      >
        <RunFilters filters={filters} />
        {list.error ? (
          <ErrorNote error={list.error} retry={list.refetch} />
        ) : rows?.length === 0 ? (
          <NoRuns isFiltered={filters.isFiltered} />
        ) : (
          <RunList rows={rows} filters={filters} order={order} />
        )}
        <Pager
          count={list.data?.count ?? 0}
          offset={filters.offset}
          onOffset={(offset) => filters.set({ offset: String(offset) })}
        />
      </PageCard>
      {filters.values.run && (
        <RunDrawer id={filters.values.run} onClose={() => filters.set({ run: null })} />
      )}
    </Page>
  )
}

function RunFilters({ filters }: { filters: AddressFilters }) {
  const { t } = useText()
  return (
    <FilterBar filters={filters}>
      <ChoiceFilter
        filters={filters}
        name="status"
        label={t("run.status")}
        options={STATUSES.map((value) => ({ value, label: t(`run_status.${value}`) }))}
      />
      <ChoiceFilter
        filters={filters}
        name="trigger"
        label={t("run.by")}
        options={TRIGGERS.map((value) => ({ value, label: t(`run.trigger_${value}`) }))}
      />
    </FilterBar>
  )
}

function NoRuns({ isFiltered }: { isFiltered: boolean }) {
  const { t } = useText()
  return isFiltered ? (
    <EmptyState icon={MagnifyingGlass} title={t("list.nothing_found")}>
      {t("list.nothing_found_text")}
    </EmptyState>
  ) : (
    <EmptyState icon={ArrowPath} title={t("runs.none")}>
      {t("run.none")}
    </EmptyState>
  )
}

interface ListProps {
  rows: AdminReconciliation[] | undefined
  filters: AddressFilters
  order: string
}

function RunList({ rows, filters, order }: ListProps) {
  const { t } = useText()
  return (
    <DataList
      label={t("runs.title")}
      columns={useColumns()}
      rows={rows}
      idOf={({ id }) => id}
      order={order}
      onOrder={(next) => filters.set({ order: next, offset: null })}
      onOpen={({ id }) => filters.set({ run: id })}
    />
  )
}

function useColumns(): Column<AdminReconciliation>[] {
  const { t } = useText()
  const nameOf = usePeople()
  const who = (run: AdminReconciliation) =>
    run.trigger === "schedule" ? t("run.trigger_schedule") : nameOf(run.actor)
  return [
    {
      id: "started",
      header: t("run.started"),
      sort: "created_at",
      cell: (row) => (
        <>
          <span className="text-ui-fg-base">
            <Moment at={row.started_at ?? row.created_at} />
          </span>
          <Text size="xsmall" className="text-ui-fg-subtle md:hidden" as="div">
            <RunOutcome run={row} />
          </Text>
        </>
      ),
    },
    { id: "by", header: t("run.by"), from: "wide", cell: who },
    { id: "range", header: t("run.range"), from: "wide", cell: (row) => <RunRange run={row} /> },
    {
      id: "outcome",
      header: t("run.outcome"),
      from: "medium",
      cell: (row) => <RunOutcome run={row} />,
    },
    { id: "status", header: t("run.status"), cell: (row) => <RunState status={row.status} /> },
  ]
}

export const handle = { breadcrumb: () => <Crumb name="runs" /> }

export default RunsPage
