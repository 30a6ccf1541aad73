import { Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { suggestedActions } from "../../../reconciliation/case-actions"
import { useText } from "../../hooks/use-text"
import type { AdminCase } from "../../../http-types"
import { CaseState } from "../common/status"
import { MoneyText } from "../common/money"

/** A case in one line, with what to do about it; leads to the case itself. */
export function CaseLine({ item }: { item: AdminCase }) {
  const { t } = useText()
  const isOpen = item.status === "open"
  const suggested = suggestedActions(item.reason, item.detail)[0]
  return (
    <Link
      to={`/pagoefectivo/cases?status=any&case=${item.id}`}
      className="bg-ui-bg-subtle hover:bg-ui-bg-subtle-hover focus-visible:shadow-borders-focus flex flex-col gap-y-1 rounded-lg px-3 py-2 outline-none"
    >
      <div className="flex items-center justify-between gap-x-2">
        <Text size="small" leading="compact" weight="plus">
          {t(`reason_title.${item.reason}`)}
        </Text>
        <CaseState status={item.status} />
      </div>
      <Text size="xsmall" className="text-ui-fg-subtle">
        <MoneyText amount={item.amount_at_risk} currency={item.currency_code} />
        {isOpen &&
          suggested &&
          ` · ${t("case.suggested", { action: t(`case_action.${suggested}`) })}`}
      </Text>
    </Link>
  )
}
