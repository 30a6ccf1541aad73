import { Text } from "@medusajs/ui"
import { useFormat } from "../../hooks/use-format"
import { usePeople } from "../../hooks/use-people"
import { useText } from "../../hooks/use-text"
import type { AdminCaseDetail } from "../../../http-types"
import { plain } from "../../lib/event-text"

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
