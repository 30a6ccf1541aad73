import { Input } from "@medusajs/ui"
import type { ComponentProps } from "react"
import { Labelled } from "./labelled"

interface Props extends Omit<ComponentProps<typeof Input>, "onChange"> {
  label: string
  hint?: string
  onText: (text: string) => void
}

/**
 * One line of text with its label. What is required is said without the browser's own rule, which
 * would paint an empty field red before anything was typed; the form's button waits for it.
 */
export function TextField({ label, hint, required, onText, ...input }: Props) {
  return (
    <Labelled label={label} hint={hint}>
      {(id) => (
        <Input
          id={id}
          aria-required={required}
          {...input}
          onChange={({ target }) => onText(target.value)}
        />
      )}
    </Labelled>
  )
}
