import { Label, Text } from "@medusajs/ui"
import { useId, type ReactNode } from "react"

interface Props {
  label: string
  hint?: string
  children: (id: string) => ReactNode
}

/** A form field with its label and a hint. */
export function Labelled({ label, hint, children }: Props) {
  const id = useId()
  return (
    <div className="flex flex-col gap-y-1">
      <Label size="small" weight="plus" htmlFor={id}>
        {label}
      </Label>
      {children(id)}
      {hint && (
        <Text size="xsmall" className="text-ui-fg-subtle">
          {hint}
        </Text>
      )}
    </div>
  )
}
