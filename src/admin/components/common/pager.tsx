import { Button, Text } from "@medusajs/ui"
import { useText } from "../../hooks/use-text"
import { PAGE_SIZE } from "../../hooks/use-address-filters"

interface Props {
  count: number
  offset: number
  onOffset: (offset: number) => void
}

export function Pager({ count, offset, onOffset }: Props) {
  const { t } = useText()
  if (count === 0) return null
  const last = Math.min(offset + PAGE_SIZE, count)
  return (
    <div className="flex items-center justify-between gap-x-3 px-6 py-4">
      <Text size="small" className="text-ui-fg-subtle tabular-nums">
        {t("list.range", { from: offset + 1, to: last, total: count })}
      </Text>
      <div className="flex gap-x-2">
        <Button
          size="small"
          variant="transparent"
          disabled={offset === 0}
          onClick={() => onOffset(Math.max(0, offset - PAGE_SIZE))}
        >
          {t("list.previous")}
        </Button>
        <Button
          size="small"
          variant="transparent"
          disabled={last >= count}
          onClick={() => onOffset(offset + PAGE_SIZE)}
        >
          {t("list.next")}
        </Button>
      </div>
    </div>
  )
}
