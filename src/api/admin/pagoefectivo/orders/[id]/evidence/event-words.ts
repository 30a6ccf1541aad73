import type { AdminTimelineEvent } from "../../../../../../http-types"
import type { EvidenceWords } from "./words"

/** Values inside an event's data that have a word of their own. */
const NAMED = {
  closing_requested: { field: "reason", group: "closing_reason" },
  order_kept: { field: "reason", group: "kept_reason" },
  case_opened: { field: "reason", group: "reason_title" },
  checked: { field: "outcome", group: "check_outcome" },
} as const

/** A line of a timeline in words. */
export function eventWords({ kind, data }: AdminTimelineEvent, words: EvidenceWords): string {
  const named = NAMED[kind as keyof typeof NAMED] as (typeof NAMED)[keyof typeof NAMED] | undefined
  const text = words.word("events", kind, {
    value: named ? words.word(named.group, textOf(data?.[named.field])) : "",
    reason: textOf(data?.reason) || "—",
    means: textOf(data?.means),
    amount: amountOf(data, words),
  })
  const reference = textOf(data?.reference)
  return reference ? words.label("reference_is", { text, reference }) : text
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : ""
}

/** Lines that say nothing of their currency were in soles. */
function amountOf(data: AdminTimelineEvent["data"], words: EvidenceWords): string {
  const amount = textOf(data?.amount)
  return amount === "" ? "" : words.money(amount, textOf(data?.currency) || "pen")
}
