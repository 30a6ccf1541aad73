import { defineRouteConfig } from "@medusajs/admin-sdk"
import { InboxSolid, MagnifyingGlass } from "@medusajs/icons"
import { Text } from "@medusajs/ui"
import { DataList, type Column } from "../../../components/common/data-list"
import { EmptyState } from "../../../components/common/empty-state"
import { Crumb } from "../../../components/common/crumb"
import { ErrorNote } from "../../../components/common/error-note"
import { ChoiceFilter, chosen, FilterBar } from "../../../components/common/filter-bar"
import { Moment } from "../../../components/common/moment"
import { NoticeDrawer } from "../../../components/notices/notice-drawer"
import { Page, PageCard } from "../../../components/common/page"
import { Pager } from "../../../components/common/pager"
import { NoticeState } from "../../../components/common/status"
import {
  PAGE_SIZE,
  useAddressFilters,
  type AddressFilters,
} from "../../../hooks/use-address-filters"
import { useOutcomeText } from "../../../hooks/use-outcome-text"
import { useResource } from "../../../hooks/use-resource"
import { useText } from "../../../hooks/use-text"
import type { AdminNotice, AdminNoticeListResponse } from "../../../../http-types"
import { displayMoney } from "../../../../peru/money-text"

const DEFAULT_ORDER = "-received_at"
const STATUSES: AdminNotice["status"][] = ["received", "processed", "ignored", "failed"]
const VERDICTS: AdminNotice["verdict"][] = ["authentic", "unreadable"]

/** Everything that PagoEfectivo told the store, and what came of it. */
const NoticesPage = () => {
  const { t } = useText()
  const filters = useAddressFilters()
  const order = filters.order ?? DEFAULT_ORDER
  const list = useResource<AdminNoticeListResponse>(
    "/notifications",
    {
      status: chosen(filters, "status"),
      verdict: chosen(filters, "verdict"),
      q: filters.values.q,
      order,
      limit: PAGE_SIZE,
      offset: filters.offset,
    },
    { keepsPrevious: true },
  )
  const rows = list.data?.notifications
  return (
    <Page>
      <PageCard title={t("notices.title")} description={t("notices.description")}>
        <NoticeFilters filters={filters} />
        {list.error ? (
          <ErrorNote error={list.error} retry={list.refetch} />
        ) : rows?.length === 0 ? (
          <NoNotices isFiltered={filters.isFiltered} />
        ) : (
          <NoticeList rows={rows} filters={filters} order={order} />
        )}
        <Pager
          count={list.data?.count ?? 0}
          offset={filters.offset}
          onOffset={(offset) => filters.set({ offset: String(offset) })}
        />
      </PageCard>
      {filters.values.notice && (
        <NoticeDrawer id={filters.values.notice} onClose={() => filters.set({ notice: null })} />
      )}
    </Page>
  )
}

function NoticeFilters({ filters }: { filters: AddressFilters }) {
  const { t } = useText()
  return (
    <FilterBar filters={filters} searchLabel={t("notices.search")}>
      <ChoiceFilter
        filters={filters}
        name="status"
        label={t("notice.status")}
        options={STATUSES.map((value) => ({ value, label: t(`notice_status.${value}`) }))}
      />
      <ChoiceFilter
        filters={filters}
        name="verdict"
        label={t("notice.verdict")}
        options={VERDICTS.map((value) => ({ value, label: t(`verdict.${value}`) }))}
      />
    </FilterBar>
  )
}

function NoNotices({ isFiltered }: { isFiltered: boolean }) {
  const { t } = useText()
  return isFiltered ? (
    <EmptyState icon={MagnifyingGlass} title={t("list.nothing_found")}>
      {t("list.nothing_found_text")}
    </EmptyState>
  ) : (
    <EmptyState icon={InboxSolid} title={t("notices.none")}>
      {t("notices.none_text")}
    </EmptyState>
  )
}

interface ListProps {
  rows: AdminNotice[] | undefined
  filters: AddressFilters
  order: string
}

function NoticeList({ rows, filters, order }: ListProps) {
  const { t } = useText()
  return (
    <DataList
      label={t("notices.title")}
      columns={useColumns()}
      rows={rows}
      idOf={({ id }) => id}
      order={order}
      onOrder={(next) => filters.set({ order: next, offset: null })}
      onOpen={({ id }) => filters.set({ notice: id })}
    />
  )
}

function useColumns(): Column<AdminNotice>[] {
  const { t } = useText()
  const outcome = useOutcomeText()
  return [
    {
      id: "received",
      header: t("notice.received"),
      sort: "received_at",
      cell: (row) => (
        <>
          <span className="text-ui-fg-base">
            <Moment at={row.received_at} />
          </span>
          <Text size="xsmall" className="text-ui-fg-subtle md:hidden" as="div">
            {row.gateway_id}
          </Text>
        </>
      ),
    },
    {
      id: "cip",
      header: t("voucher.code"),
      from: "medium",
      cell: (row) => <span className="font-mono">{row.gateway_id ?? "—"}</span>,
    },
    {
      id: "outcome",
      header: t("notice.outcome"),
      from: "medium",
      cell: (row) => outcome(row),
    },
    {
      id: "claimed",
      header: t("notice.claimed"),
      from: "wide",
      align: "end",
      cell: (row) =>
        row.claimed_amount
          ? displayMoney(row.claimed_amount, row.claimed_currency_code ?? "pen")
          : "—",
    },
    {
      id: "status",
      header: t("notice.status"),
      cell: (row) => <NoticeState status={row.status} />,
    },
  ]
}

export const handle = { breadcrumb: () => <Crumb name="notices" /> }

export const config = defineRouteConfig({
  label: "menu.notices",
  translationNs: "pagoefectivo",
  rank: 5,
})

export default NoticesPage
