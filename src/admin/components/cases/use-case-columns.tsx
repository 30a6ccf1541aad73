import { Text } from "@medusajs/ui"
import { usePeople } from "../../hooks/use-people"
import { useText } from "../../hooks/use-text"
import type { AdminCase } from "../../../http-types"
import type { Column } from "../common/data-list"
import { Moment } from "../common/moment"
import { MoneyText } from "../common/money"
import { CaseState } from "../common/status"
import { ClaimBadge } from "./claim-badge"

/** The columns of a list of cases. */
export function useCaseColumns(): Column<AdminCase>[] {
  const { t } = useText()
  const nameOf = usePeople()
  return [
    {
      id: "reason",
      header: t("case.reason"),
      sort: "reason",
      cell: (row) => <ReasonCell row={row} />,
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
      id: "owner",
      header: t("case.owner"),
      from: "medium",
      cell: (row) => (
        <span className={row.assigned_to ? "" : "text-ui-fg-subtle"}>
          {nameOf(row.assigned_to)}
        </span>
      ),
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

function ReasonCell({ row }: { row: AdminCase }) {
  const { t } = useText()
  return (
    <>
      <Text size="small" leading="compact" weight="plus" className="text-ui-fg-base">
        {t(`reason_title.${row.reason}`)}
      </Text>
      <Text size="xsmall" className="text-ui-fg-subtle" as="div">
        {row.order_display_id !== null && `${t("voucher.order")} #${row.order_display_id} · `}
        <Moment at={row.opened_at} as="relative" />
      </Text>
      <ClaimBadge item={row} />
    </>
  )
}

/** The code, or what the report calls a payment that has none. */
function subjectOf({ cip, payout_id, actual }: AdminCase): string {
  const paymentId = typeof actual.payment_id === "string" ? actual.payment_id : null
  return cip ?? paymentId ?? payout_id ?? "—"
}
