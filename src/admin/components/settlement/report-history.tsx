import { Text } from "@medusajs/ui"
import { useFormat } from "../../hooks/use-format"
import { usePeople } from "../../hooks/use-people"
import { useText } from "../../hooks/use-text"
import type { AdminSettlementReport } from "../../../http-types"

/** Who took a report back, had it read again or corrected it, when and why. */
export function ReportHistory({ history }: Pick<AdminSettlementReport, "history">) {
  const { t } = useText()
  const { dateTime } = useFormat()
  const nameOf = usePeople()
  return (
    <ol className="flex flex-col gap-y-3">
      {history.map(({ kind, at, by, note, rows }) => (
        <li key={`${at}:${kind}`} className="border-ui-border-base border-l-2 pl-3">
          <Text size="small" leading="compact">
            {t(`report_change.${kind}`, { count: rows ?? 0 })}
          </Text>
          {note && (
            <Text size="small" className="text-ui-fg-subtle whitespace-pre-wrap break-words">
              {note}
            </Text>
          )}
          <Text size="xsmall" className="text-ui-fg-subtle">
            {dateTime(at)} · {nameOf(by)}
          </Text>
        </li>
      ))}
    </ol>
  )
}
