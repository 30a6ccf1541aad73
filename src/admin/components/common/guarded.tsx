import { clx, Tooltip } from "@medusajs/ui"
import { cloneElement, type ReactElement, type SyntheticEvent } from "react"
import { useMay, useRightText } from "../../hooks/use-may"
import type { AdminRight } from "../../../http-types"

interface Acting {
  className?: string
  disabled?: boolean
  "aria-disabled"?: boolean
  onClick?: (event: SyntheticEvent) => void
  onSelect?: (event: Event) => void
}

interface Props {
  right: AdminRight
  /** One button or one item of a menu. */
  children: ReactElement<Acting>
}

/**
 * Something that acts, for those who may. The others see it all the same, and are told which right is
 * missing: by pointing at it, by reaching it with the keyboard, and by trying.
 */
export function Guarded({ right, children }: Props) {
  const may = useMay(right)
  const { hint, explain } = useRightText()
  if (may) return children
  const refuse = (event: Pick<Event, "preventDefault" | "stopPropagation">) => {
    event.preventDefault()
    event.stopPropagation()
    explain(right)
  }
  // Radix tells an item of a menu of its selection, and a button of a click.
  const handler = children.props.onSelect ? { onSelect: refuse } : { onClick: refuse }
  return (
    <Tooltip content={hint(right)}>
      {cloneElement(children, {
        "aria-disabled": true,
        disabled: false,
        className: clx(children.props.className, "cursor-not-allowed opacity-50"),
        ...handler,
      })}
    </Tooltip>
  )
}
