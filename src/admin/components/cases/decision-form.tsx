import { Button, Text, Textarea } from "@medusajs/ui"
import { useState, type FormEvent } from "react"
import type { CaseAction } from "../../../reconciliation/case-actions"
import type { CaseDecisionInput } from "../../hooks/use-case-actions"
import { useText } from "../../hooks/use-text"
import { findLinkTarget } from "../../lib/find-link-target"
import { needsOf } from "../../lib/resolution-rules"
import { Labelled } from "../common/labelled"
import { TextField } from "../common/text-field"

const MAX_NOTE = 2_000
const MAX_REFERENCE = 200

interface Props {
  action: CaseAction
  isBusy: boolean
  onDecide: (decision: CaseDecisionInput) => void
  onCancel: () => void
}

/** Asks for what an action needs, and says what it will do. */
export function DecisionForm({ action, isBusy, onDecide, onCancel }: Props) {
  const { t } = useText()
  const needs = needsOf(action)
  const [note, setNote] = useState("")
  const [reference, setReference] = useState("")
  const [target, setTarget] = useState("")
  const [problem, setProblem] = useState<string | null>(null)
  const label = t(`case_action.${action}`)
  const isComplete = hasAll(needs, { note, reference, target })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const linked = needs.target ? await findLinkTarget(target) : {}
    if (!linked) return setProblem(t("case.target_not_found", { target }))
    onDecide({
      action,
      ...(note.trim() && { note: note.trim() }),
      ...(reference.trim() && { reference: reference.trim() }),
      ...linked,
    })
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-y-3" aria-label={label}>
      <Text size="small" className="text-ui-fg-subtle">
        {t(`case_action_text.${action}`)}
      </Text>
      {needs.target && (
        <TextField
          label={t("case.target")}
          hint={problem ?? t("case.target_hint")}
          required
          autoFocus
          value={target}
          aria-invalid={problem !== null}
          onText={setTarget}
        />
      )}
      {needs.reference && (
        <TextField
          label={t("case.reference")}
          hint={t("case.reference_hint")}
          required
          autoFocus
          maxLength={MAX_REFERENCE}
          value={reference}
          onText={setReference}
        />
      )}
      <Labelled label={needs.note ? t("case.note") : t("case.note_optional")}>
        {(id) => (
          <Textarea
            id={id}
            aria-required={needs.note}
            autoFocus={needs.note}
            maxLength={MAX_NOTE}
            value={note}
            onChange={({ target: field }) => setNote(field.value)}
          />
        )}
      </Labelled>
      <FormButtons label={label} isComplete={isComplete} isBusy={isBusy} onCancel={onCancel} />
    </form>
  )
}

type Needs = ReturnType<typeof needsOf>

function hasAll(needs: Needs, entered: Record<"note" | "reference" | "target", string>): boolean {
  const names = ["note", "reference", "target"] as const
  return names.every((name) => !needs[name] || entered[name].trim() !== "")
}

interface ButtonsProps {
  label: string
  isComplete: boolean
  isBusy: boolean
  onCancel: () => void
}

function FormButtons(props: ButtonsProps) {
  const { t } = useText()
  return (
    <div className="flex justify-end gap-x-2">
      <Button size="small" variant="secondary" type="button" onClick={props.onCancel}>
        {t("actions.cancel")}
      </Button>
      <Button size="small" type="submit" disabled={!props.isComplete} isLoading={props.isBusy}>
        {props.label}
      </Button>
    </div>
  )
}
