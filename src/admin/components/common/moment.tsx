import { Tooltip } from "@medusajs/ui"
import { useFormat } from "../../hooks/use-format"

interface Props {
  at: string | null
  /** `relative` says how long ago; the exact time is a tooltip away. */
  as?: "exact" | "relative" | "date"
}

/** An instant in the chosen zone. */
export function Moment({ at, as = "exact" }: Props) {
  const format = useFormat()
  if (!at) return <span className="text-ui-fg-subtle">—</span>
  if (as === "date") return <time dateTime={at}>{format.date(at)}</time>
  if (as === "exact") return <time dateTime={at}>{format.dateTime(at)}</time>
  return (
    <Tooltip content={format.dateTime(at)}>
      <time dateTime={at} className="whitespace-nowrap">
        {format.relative(at)}
      </time>
    </Tooltip>
  )
}
