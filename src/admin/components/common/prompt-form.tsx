import { Button, Prompt } from "@medusajs/ui"
import type { FormEvent, ReactNode } from "react"
import { useText } from "../../hooks/use-text"

interface Props {
  title: string
  text: string
  /** What the button says that sends it; "Save" unless told. */
  save?: string
  canSave: boolean
  isSaving: boolean
  onSave: () => void
  onClose: () => void
  /** What else can be done here, at the other end of the buttons. */
  aside?: ReactNode
  /** The fields. */
  children: ReactNode
}

/** A few fields in a dialog of their own, with the two buttons that end it. */
export function PromptForm({ onSave, onClose, children, ...props }: Props) {
  const { t } = useText()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (props.canSave) onSave()
  }
  return (
    <Prompt open onOpenChange={(open) => !open && onClose()}>
      <Prompt.Content data-pagoefectivo>
        <Prompt.Header>
          <Prompt.Title>{props.title}</Prompt.Title>
          <Prompt.Description>{props.text}</Prompt.Description>
        </Prompt.Header>
        <form onSubmit={submit} className="flex flex-col gap-y-3 p-6">
          {children}
          <div className="flex flex-wrap justify-end gap-2">
            {props.aside}
            <Button size="small" variant="secondary" type="button" onClick={onClose}>
              {t("actions.cancel")}
            </Button>
            <Button size="small" type="submit" disabled={!props.canSave} isLoading={props.isSaving}>
              {props.save ?? t("actions.save")}
            </Button>
          </div>
        </form>
      </Prompt.Content>
    </Prompt>
  )
}
