import { RECONCILIATION_REASONS } from "../../../reconciliation/reasons"
import type { AddressFilters } from "../../hooks/use-address-filters"
import { useMe } from "../../hooks/use-me"
import { useColleagues } from "../../hooks/use-people"
import { useText } from "../../hooks/use-text"
import type { AdminCase } from "../../../http-types"
import { PERIOD_DAYS } from "../../lib/since"
import { ChoiceFilter, FilterBar } from "../common/filter-bar"

export const DEFAULT_STATUS: AdminCase["status"] = "open"
const STATUSES: AdminCase["status"][] = ["open", "resolved", "ignored"]
const CLAIMED = ["due", "waiting", "none"] as const

/** Which cases are shown. */
export function CaseFilters({ filters }: { filters: AddressFilters }) {
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
      <OwnerFilter filters={filters} />
      <ChoiceFilter
        filters={filters}
        name="claimed"
        label={t("case.claim")}
        options={CLAIMED.map((value) => ({ value, label: t(`case.claim_filter_${value}`) }))}
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

/** `me` means whoever looks, so that a link shows a colleague their own cases. */
function OwnerFilter({ filters }: { filters: AddressFilters }) {
  const { t } = useText()
  const colleagues = useColleagues()
  const me = useMe()
  return (
    <ChoiceFilter
      filters={filters}
      name="assigned_to"
      label={t("case.owner")}
      options={[
        { value: "me", label: t("case.mine") },
        { value: "none", label: t("case.nobodys") },
        ...colleagues
          .filter(({ id }) => id !== me)
          .map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  )
}
