import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { useFormat } from "../../hooks/use-format"
import { usePeople } from "../../hooks/use-people"
import { useText } from "../../hooks/use-text"
import type { AdminTimelineEvent } from "../../../http-types"
import { eventText } from "../../lib/event-text"

const SHOWN_AT_FIRST = 4

/** What happened to a code, the newest first. */
export function Timeline({ events }: { events: AdminTimelineEvent[] }) {
  const text = useText()
  const { dateTime } = useFormat()
  const nameOf = usePeople()
  const [showsAll, setShowsAll] = useState(false)
  const newest = [...events].reverse()
  const shown = showsAll ? newest : newest.slice(0, SHOWN_AT_FIRST)
  const more = newest.length - SHOWN_AT_FIRST
  return (
    <div className="flex flex-col gap-y-3">
      <ol className="flex flex-col gap-y-3">
        {shown.map((event) => (
          <li key={event.id} className="border-ui-border-base border-l-2 pl-3">
            <Text size="small" leading="compact">
              {eventText(event, text)}
            </Text>
            <Text size="xsmall" className="text-ui-fg-subtle">
              {text.t("timeline.by", { at: dateTime(event.at), who: nameOf(event.actor) })}
            </Text>
          </li>
        ))}
      </ol>
      {more > 0 && (
        <Button
          size="small"
          variant="transparent"
          className="self-start"
          aria-expanded={showsAll}
          onClick={() => setShowsAll(!showsAll)}
        >
          {showsAll ? text.t("timeline.less") : text.t("timeline.more", { total: more })}
        </Button>
      )}
    </div>
  )
}
