import type { Translate } from "../hooks/use-text"
import type { AdminTimelineEvent } from "../../http-types"
import { displayMoney } from "../../peru/money-text"

/** Values inside an event's data that have a text of their own. */
const NAMED_VALUES: Record<string, { field: string; texts: string }> = {
  closing_requested: { field: "reason", texts: "closing_reason" },
  order_kept: { field: "reason", texts: "kept_reason" },
  case_opened: { field: "reason", texts: "reason_title" },
  checked: { field: "outcome", texts: "check_outcome" },
}

/**
 * A line of a timeline in plain words. An event that this admin does not know yet is shown by its
 * own name rather than not at all.
 */
export function eventText(
  { kind, data }: Pick<AdminTimelineEvent, "kind" | "data">,
  { t, knows }: { t: Translate; knows: (key: string) => boolean },
): string {
  const key = `events.${kind}`
  if (!knows(key)) return plain(kind)
  const named = NAMED_VALUES[kind]
  const value = named && String(data?.[named.field] ?? "")
  const valueKey = named && `${named.texts}.${value}`
  const text = t(key, {
    value: valueKey && knows(valueKey) ? t(valueKey) : plain(value ?? ""),
    reason: typeof data?.reason === "string" ? data.reason : "—",
    means: typeof data?.means === "string" ? data.means : "",
    amount: typeof data?.amount === "string" ? displayMoney(data.amount, currencyOf(data)) : "",
  })
  const reference = data?.reference
  return typeof reference === "string" ? t("refund.told", { text, reference }) : text
}

/** Lines that were written before 0.2 say nothing of their currency: they were in soles. */
function currencyOf({ currency }: Record<string, unknown>): string {
  return typeof currency === "string" ? currency : "pen"
}

/** `order_kept` as a person would write it. */
export function plain(name: string): string {
  const words = name.replaceAll("_", " ")
  return words.charAt(0).toUpperCase() + words.slice(1)
}
