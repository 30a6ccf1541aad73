import { defineRouteConfig } from "@medusajs/admin-sdk"
import { DocumentText, MagnifyingGlass } from "@medusajs/icons"
import { Text } from "@medusajs/ui"
import { useEffect } from "react"
import { useLocation } from "react-router-dom"
import { ClosedPeriodsCard } from "../../../components/reconciliation/closed-periods-card"
import { DataList, type Column } from "../../../components/common/data-list"
import { EmptyState } from "../../../components/common/empty-state"
import { Crumb } from "../../../components/common/crumb"
import { ErrorNote } from "../../../components/common/error-note"
import { ExchangeRatesCard } from "../../../components/settlement/exchange-rates-card"
import { FeesCard } from "../../../components/settlement/fees-card"
import { ChoiceFilter, chosen, FilterBar } from "../../../components/common/filter-bar"
import { Moment } from "../../../components/common/moment"
import { Card, Page, PageCard } from "../../../components/common/page"
import { Pager } from "../../../components/common/pager"
import { PayoutsLink } from "../../../components/payouts/payouts-link"
import { ReportDrawer } from "../../../components/settlement/report-drawer"
import { RunCard } from "../../../components/reconciliation/run-card"
import { ReportState } from "../../../components/common/status"
import { UploadReport } from "../../../components/settlement/upload-report"
import {
  PAGE_SIZE,
  useAddressFilters,
  type AddressFilters,
} from "../../../hooks/use-address-filters"
import { useFormatName } from "../../../hooks/use-format-name"
import { useResource } from "../../../hooks/use-resource"
import { useText } from "../../../hooks/use-text"
import type {
  AdminSettlementReport,
  AdminSettlementReportListResponse,
} from "../../../../http-types"

const DEFAULT_ORDER = "-started_at"
const STATUSES: AdminSettlementReport["status"][] = ["imported", "importing", "failed", "withdrawn"]

/** Reports, payouts and runs: from the gateway's file to the bank's deposit. */
const SettlementsPage = () => {
  const { t } = useText()
  const filters = useAddressFilters()
  useAnchor()
  return (
    <Page>
      <PageCard title={t("settlements.title")} description={t("settlements.description")}>
        <UploadReport onImported={(report) => filters.set({ report })} />
      </PageCard>
      <RunCard />
      <Reports filters={filters} />
      <PayoutsLink />
      <FeesCard />
      <ExchangeRatesCard />
      <ClosedPeriodsCard />
      {filters.values.report && (
        <ReportDrawer id={filters.values.report} onClose={() => filters.set({ report: null })} />
      )}
    </Page>
  )
}

/** Scrolls to the card that the address names, once the page is there. */
function useAnchor() {
  const { hash } = useLocation()
  useEffect(() => {
    if (hash) document.getElementById(hash.slice(1))?.scrollIntoView()
  }, [hash])
}

function Reports({ filters }: { filters: AddressFilters }) {
  const { t } = useText()
  const order = filters.order ?? DEFAULT_ORDER
  const list = useResource<AdminSettlementReportListResponse>(
    "/settlement-reports",
    {
      status: chosen(filters, "status"),
      q: filters.values.q,
      order,
      limit: PAGE_SIZE,
      offset: filters.offset,
    },
    { keepsPrevious: true },
  )
  const rows = list.data?.settlement_reports
  const columns = useColumns()
  return (
    <Card title={t("settlements.reports")}>
      <FilterBar filters={filters} searchLabel={t("settlements.search")}>
        <ChoiceFilter
          filters={filters}
          name="status"
          label={t("report.status")}
          options={STATUSES.map((value) => ({ value, label: t(`report_status.${value}`) }))}
        />
      </FilterBar>
      {list.error ? (
        <ErrorNote error={list.error} retry={list.refetch} />
      ) : rows?.length === 0 ? (
        <NoReports isFiltered={filters.isFiltered} />
      ) : (
        <DataList
          label={t("settlements.reports")}
          columns={columns}
          rows={rows}
          idOf={({ id }) => id}
          order={order}
          onOrder={(next) => filters.set({ order: next, offset: null })}
          onOpen={({ id }) => filters.set({ report: id })}
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

function NoReports({ isFiltered }: { isFiltered: boolean }) {
  const { t } = useText()
  return isFiltered ? (
    <EmptyState icon={MagnifyingGlass} title={t("list.nothing_found")}>
      {t("list.nothing_found_text")}
    </EmptyState>
  ) : (
    <EmptyState icon={DocumentText} title={t("settlements.none")}>
      {t("settlements.none_text")}
    </EmptyState>
  )
}

/** Rows that could not be read, and that nobody has brought corrected. */
function openRows({ quarantined_count, fixed_count }: AdminSettlementReport): number {
  return quarantined_count - fixed_count
}

function useColumns(): Column<AdminSettlementReport>[] {
  const { t } = useText()
  const formatName = useFormatName()
  return [
    {
      id: "filename",
      header: t("report.title"),
      sort: "filename",
      cell: (row) => (
        <>
          <span className="text-ui-fg-base break-all">{row.filename}</span>
          <Text size="xsmall" className="text-ui-fg-subtle">
            {formatName(row.format)}
          </Text>
          {openRows(row) > 0 && (
            <Text size="xsmall" className="text-ui-tag-orange-text md:hidden">
              {t("report.quarantined")}: {openRows(row)}
            </Text>
          )}
        </>
      ),
    },
    {
      id: "imported",
      header: t("report.imported"),
      from: "medium",
      sort: "started_at",
      cell: (row) => <Moment at={row.started_at} />,
    },
    {
      id: "lines",
      header: t("report.lines"),
      align: "end",
      sort: "lines_count",
      cell: (row) => <span className="tabular-nums">{row.lines_count}</span>,
    },
    {
      id: "quarantined",
      header: t("report.quarantined"),
      align: "end",
      from: "medium",
      sort: "quarantined_count",
      cell: (row) => (
        <span className={openRows(row) > 0 ? "text-ui-tag-orange-text" : undefined}>
          {openRows(row)}
        </span>
      ),
    },
    {
      id: "status",
      header: t("report.status"),
      from: "medium",
      cell: (row) => <ReportState status={row.status} />,
    },
  ]
}

export const handle = { breadcrumb: () => <Crumb name="settlements" /> }

export const config = defineRouteConfig({
  label: "menu.settlements",
  translationNs: "pagoefectivo",
  rank: 2,
})

export default SettlementsPage
