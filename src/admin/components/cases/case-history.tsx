import { Text } from "@medusajs/ui"
import { useFormat } from "../../hooks/use-format"
import { usePeople } from "../../hooks/use-people"
import { useText } from "../../hooks/use-text"
import type { AdminCaseDetail, AdminCaseEvent } from "../../../http-types"
import { plain } from "../../lib/event-text"
import { displayMoney } from "../../../peru/money-text"

/** Who did what with a case, when and why; the newest first. */
export function CaseHistory({ history }: { history: AdminCaseDetail["history"] }) {
  const { t, knows } = useText()
  const { dateTime } = useFormat()
  const nameOf = usePeople()
  const titleOf = (kind: string) => {
    if (knows(`case_event.${kind}`)) return t(`case_event.${kind}`)
    return knows(`case_action.${kind}`) ? t(`case_action.${kind}`) : plain(kind)
  }
  return (
    <ol className="flex flex-col gap-y-3">
      {[...history].reverse().map((event) => (
        <li key={event.id} className="border-ui-border-base border-l-2 pl-3">
          <Text size="small" leading="compact">
            {titleOf(event.kind)}
          </Text>
          {event.note && (
            <Text size="small" className="text-ui-fg-subtle whitespace-pre-wrap break-words">
              {event.note}
            </Text>
          )}
          <EventValues event={event} />
          {typeof event.data?.reference === "string" && (
            <Text size="small" className="text-ui-fg-subtle">
              {t("case.reference_was", { reference: event.data.reference })}
            </Text>
          )}
          <Text size="xsmall" className="text-ui-fg-subtle">
            {t("timeline.by", { at: dateTime(event.at), who: nameOf(event.actor) })}
          </Text>
        </li>
      ))}
    </ol>
  )
}

/** What an event changed, in words. */
function EventValues({ event }: { event: AdminCaseEvent }) {
  const { t } = useText()
  const { day } = useFormat()
  const nameOf = usePeople()
  const textOf = () => {
    const { amount, rest, currency_code, claimed_on, answer_due, assigned_to } = event.data ?? {}
    if (event.kind === "assigned") {
      return t("case.assigned_to", { name: nameOf(text(assigned_to)) })
    }
    const [on, due] = [text(claimed_on), text(answer_due)]
    if (on) {
      return due
        ? t("case.claim_told_due", { day: day(on), due: day(due) })
        : t("case.claim_told", { day: day(on) })
    }
    const [part, left, currency] = [text(amount), text(rest), text(currency_code)]
    if (!part || !left || !currency) return null
    const [returned, open] = [displayMoney(part, currency), displayMoney(left, currency)]
    return t("case.returned_was", { amount: returned, rest: open })
  }
  const shown = textOf()
  return (
    shown && (
      <Text size="small" className="text-ui-fg-subtle">
        {shown}
      </Text>
    )
  )
}

function text(value: unknown): string | null {
  return typeof value === "string" ? value : null
}
