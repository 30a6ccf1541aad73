import { defineRouteConfig } from "@medusajs/admin-sdk"
import { ArrowUpTray, BuildingTax, MagnifyingGlass } from "@medusajs/icons"
import { Button } from "@medusajs/ui"
import { useState } from "react"
import { Crumb } from "../../../components/common/crumb"
import { DataList } from "../../../components/common/data-list"
import { EmptyState } from "../../../components/common/empty-state"
import { ErrorNote } from "../../../components/common/error-note"
import { ChoiceFilter, chosen, FilterBar } from "../../../components/common/filter-bar"
import { ExportMenu } from "../../../components/common/export-menu"
import { Guarded } from "../../../components/common/guarded"
import { Page, PageCard } from "../../../components/common/page"
import { Pager } from "../../../components/common/pager"
import { usePayoutColumns } from "../../../components/payouts/payout-columns"
import { TableUpload } from "../../../components/settlement/table-upload"
import { PAGE_SIZE, useAddressFilters } from "../../../hooks/use-address-filters"
import { useResource } from "../../../hooks/use-resource"
import { useText } from "../../../hooks/use-text"
import type { AdminPayoutListResponse, PayoutState } from "../../../../http-types"

const DEFAULT_ORDER = "-credited_on"
const STATES = ["unconfirmed", "off", "unmatched"] as const satisfies PayoutState[]
const DEPOSIT_COLUMNS = "payout_id,currency,amount,deposited_at,reference,declared_total"

/** What was transferred to the bank, and whether it ties out to the céntimo. */
const PayoutsPage = () => {
  const { t } = useText()
  const filters = useAddressFilters()
  const [isUploading, setUploading] = useState(false)
  const order = filters.order ?? DEFAULT_ORDER
  const filter = { state: chosen(filters, "state"), q: filters.values.q }
  const list = useResource<AdminPayoutListResponse>(
    "/payouts",
    { ...filter, order, limit: PAGE_SIZE, offset: filters.offset },
    { keepsPrevious: true },
  )
  const columns = usePayoutColumns()
  const rows = list.data?.payouts
  return (
    <Page>
      <PageCard
        title={t("menu.payouts")}
        description={t("payouts.description")}
        actions={
          <>
            <Guarded right="settlement:update">
              <Button size="small" variant="secondary" onClick={() => setUploading(true)}>
                <ArrowUpTray />
                {t("table.open")}
              </Button>
            </Guarded>
            <ExportMenu right="settlement:export" path="/payouts" query={filter} />
          </>
        }
      >
        <FilterBar filters={filters} searchLabel={t("payouts.search")}>
          <ChoiceFilter
            filters={filters}
            name="state"
            label={t("payouts.show")}
            options={STATES.map((value) => ({ value, label: t(`payout_filter.${value}`) }))}
          />
        </FilterBar>
        {list.error ? (
          <ErrorNote error={list.error} retry={list.refetch} />
        ) : rows?.length === 0 ? (
          <NoPayouts isFiltered={filters.isFiltered} />
        ) : (
          <DataList
            label={t("menu.payouts")}
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
      </PageCard>
      {isUploading && <DepositUpload onClose={() => setUploading(false)} />}
    </Page>
  )
}

function DepositUpload({ onClose }: { onClose: () => void }) {
  const { t } = useText()
  return (
    <TableUpload
      title={t("payout.upload")}
      description={t("payout.upload_text")}
      path="/payouts/import"
      kind="bank_deposits"
      columns={DEPOSIT_COLUMNS}
      hasProvider
      onClose={onClose}
    />
  )
}

function NoPayouts({ isFiltered }: { isFiltered: boolean }) {
  const { t } = useText()
  return isFiltered ? (
    <EmptyState icon={MagnifyingGlass} title={t("payouts.none_found")}>
      {t("list.nothing_found_text")}
    </EmptyState>
  ) : (
    <EmptyState icon={BuildingTax} title={t("payout.none")}>
      {t("payout.none_text")}
    </EmptyState>
  )
}

export const handle = { breadcrumb: () => <Crumb name="payouts" /> }

export const config = defineRouteConfig({
  label: "menu.payouts",
  translationNs: "pagoefectivo",
  rank: 2.5,
})

export default PayoutsPage
