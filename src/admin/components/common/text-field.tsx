import { Input } from "@medusajs/ui"
import type { ComponentProps } from "react"
import { Labelled } from "./labelled"

interface Props extends Omit<ComponentProps<typeof Input>, "onChange"> {
  label: string
  hint?: string
  onText: (text: string) => void
}

/** One line of text with its label. */
export function TextField({ label, hint, onText, ...input }: Props) {
  return (
    <Labelled label={label} hint={hint}>
      {(id) => <Input id={id} {...input} onChange={({ target }) => onText(target.value)} />}
    </Labelled>
  )
}
