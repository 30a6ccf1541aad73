import { Badge } from "@medusajs/ui"
import { useFormat } from "../../hooks/use-format"
import { useText } from "../../hooks/use-text"
import type { AdminCase } from "../../../http-types"
import { claimState, type ClaimState } from "../../lib/claims"

const COLOR: Record<ClaimState, "blue" | "orange" | "red"> = {
  waiting: "blue",
  due: "orange",
  overdue: "red",
}

/** That a case was claimed of the collector, and by when that is to answer. */
export function ClaimBadge({ item }: { item: AdminCase }) {
  const { t } = useText()
  const { shortDay } = useFormat()
  const state = claimState(item, new Date())
  if (!state) return null
  const due = item.answer_due
  const text =
    due === null
      ? t("case.claimed")
      : state === "due"
        ? t("case.claim_due_today")
        : t(state === "overdue" ? "case.claim_overdue" : "case.claimed_until", {
            day: shortDay(due),
          })
  return (
    <Badge size="2xsmall" color={COLOR[state]} className="whitespace-nowrap">
      {text}
    </Badge>
  )
}
