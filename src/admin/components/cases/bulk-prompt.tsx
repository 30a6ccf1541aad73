import { Prompt, Textarea } from "@medusajs/ui"
import { useState } from "react"
import type { CaseAction } from "../../../reconciliation/case-actions"
import type { BulkChange } from "../../hooks/use-bulk"
import { useText } from "../../hooks/use-text"
import { Labelled } from "../common/labelled"
import { PromptForm } from "../common/prompt-form"
import { DecisionForm } from "./decision-form"
import { PersonSelect } from "./person-select"

const MAX_NOTE = 2_000

interface Props {
  action: CaseAction | "assign" | "note"
  count: number
  isBusy: boolean
  onChange: (change: BulkChange) => void
  onClose: () => void
}

/** Asks for what a change of many cases needs. */
export function BulkPrompt(props: Props) {
  const { action, count, isBusy, onChange, onClose } = props
  const { t } = useText()
  if (action === "assign") return <AssignMany {...props} />
  if (action === "note") return <NoteMany {...props} />
  return (
    <Prompt open onOpenChange={(open) => !open && onClose()}>
      <Prompt.Content data-pagoefectivo>
        <Prompt.Header>
          <Prompt.Title>{t("case.bulk_title", { count })}</Prompt.Title>
        </Prompt.Header>
        <div className="p-6">
          <DecisionForm action={action} isBusy={isBusy} onDecide={onChange} onCancel={onClose} />
        </div>
      </Prompt.Content>
    </Prompt>
  )
}

function AssignMany({ count, isBusy, onChange, onClose }: Props) {
  const { t } = useText()
  const [owner, setOwner] = useState<string | null>(null)
  return (
    <PromptForm
      title={t("case.bulk_title", { count })}
      text={t("case.assign_text")}
      save={t("case.assign")}
      canSave
      isSaving={isBusy}
      onSave={() => onChange({ action: "assign", assigned_to: owner })}
      onClose={onClose}
    >
      <PersonSelect label={t("case.owner")} value={owner} onPerson={setOwner} />
    </PromptForm>
  )
}

function NoteMany({ count, isBusy, onChange, onClose }: Props) {
  const { t } = useText()
  const [note, setNote] = useState("")
  return (
    <PromptForm
      title={t("case.bulk_title", { count })}
      text={t("case.note_placeholder")}
      save={t("case.add_note")}
      canSave={note.trim() !== ""}
      isSaving={isBusy}
      onSave={() => onChange({ action: "note", note: note.trim() })}
      onClose={onClose}
    >
      <Labelled label={t("case_event.note")}>
        {(id) => (
          <Textarea
            id={id}
            autoFocus
            aria-required
            maxLength={MAX_NOTE}
            value={note}
            onChange={({ target }) => setNote(target.value)}
          />
        )}
      </Labelled>
    </PromptForm>
  )
}
