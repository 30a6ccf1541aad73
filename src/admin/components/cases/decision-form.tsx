import { Button, Text, Textarea } from "@medusajs/ui"
import { useState, type FormEvent } from "react"
import type { CaseAction } from "../../../reconciliation/case-actions"
import type { CaseDecisionInput } from "../../hooks/use-case-actions"
import { useText } from "../../hooks/use-text"
import { findLinkTarget } from "../../lib/find-link-target"
import { displayMoney } from "../../../peru/money-text"
import { toCentimos } from "../../lib/money"
import { readAmount } from "../../lib/read-amount"
import { needsOf } from "../../lib/resolution-rules"
import { Labelled } from "../common/labelled"
import { TextField } from "../common/text-field"
import { ClaimFields, isClaim, proposedClaim } from "./claim-fields"

const MAX_NOTE = 2_000
const MAX_REFERENCE = 200

/** What of one case may be given back, as decimal text. */
export interface AtRisk {
  amount: string
  currency: string
}

interface Props {
  action: CaseAction
  isBusy: boolean
  /** Of the one case that is decided, if anything of it is left. */
  atRisk?: AtRisk
  onDecide: (decision: CaseDecisionInput) => void
  onCancel: () => void
}

/** Asks for what an action needs, and says what it will do. */
export function DecisionForm({ action, isBusy, atRisk, onDecide, onCancel }: Props) {
  const { t } = useText()
  const form = useDecision(action, atRisk)
  const { needs } = form
  const [problem, setProblem] = useState<string | null>(null)
  const label = t(`case_action.${action}`)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const linked = needs.target ? await findLinkTarget(form.target) : {}
    if (!linked) return setProblem(t("case.target_not_found", { target: form.target }))
    onDecide({ ...form.decision(), ...linked })
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
          value={form.target}
          aria-invalid={problem !== null}
          onText={form.setTarget}
        />
      )}
      {needs.amount && atRisk && (
        <AmountField value={form.amount} atRisk={atRisk} onText={form.setAmount} />
      )}
      {needs.days && <ClaimFields days={form.days} onDays={form.setDays} />}
      {(needs.reference || needs.days) && (
        <TextField
          label={t(needs.reference ? "case.reference" : "case.reference_optional")}
          hint={t("case.reference_hint")}
          required={needs.reference}
          autoFocus
          maxLength={MAX_REFERENCE}
          value={form.reference}
          onText={form.setReference}
        />
      )}
      <Labelled label={needs.note ? t("case.note") : t("case.note_optional")}>
        {(id) => (
          <Textarea
            id={id}
            aria-required={needs.note}
            autoFocus={needs.note}
            maxLength={MAX_NOTE}
            value={form.note}
            onChange={({ target: field }) => form.setNote(field.value)}
          />
        )}
      </Labelled>
      <FormButtons label={label} isComplete={form.isComplete} isBusy={isBusy} onCancel={onCancel} />
    </form>
  )
}

/** What was entered so far, and what it comes to. */
function useDecision(action: CaseAction, atRisk: AtRisk | undefined) {
  const needs = needsOf(action)
  const [note, setNote] = useState("")
  const [reference, setReference] = useState("")
  const [target, setTarget] = useState("")
  const [amount, setAmount] = useState(atRisk?.amount ?? "")
  const [days, setDays] = useState(() => proposedClaim(new Date()))
  const hasTexts = (["note", "reference", "target"] as const).every(
    (name) => !needs[name] || { note, reference, target }[name].trim() !== "",
  )
  const isPart = !needs.amount || !atRisk || isWithin(amount, atRisk.amount)
  const decision = (): CaseDecisionInput => ({
    action,
    ...(note.trim() && { note: note.trim() }),
    ...(reference.trim() && { reference: reference.trim() }),
    ...(needs.days && days),
    ...(needs.amount && atRisk && { amount: readAmount(amount) ?? amount }),
  })
  return {
    needs,
    ...{ note, setNote, reference, setReference, target, setTarget },
    ...{ amount, setAmount, days, setDays, decision },
    isComplete: hasTexts && isPart && (!needs.days || isClaim(days, new Date())),
  }
}

function isWithin(typed: string, most: string): boolean {
  const amount = toCentimos(readAmount(typed) ?? "")
  const limit = toCentimos(most) ?? 0n
  return amount !== null && amount > 0n && amount <= limit
}

interface AmountProps {
  value: string
  atRisk: AtRisk
  onText: (text: string) => void
}

function AmountField({ value, atRisk, onText }: AmountProps) {
  const { t } = useText()
  return (
    <TextField
      label={t("case.returned_amount")}
      hint={t("case.returned_hint", { amount: displayMoney(atRisk.amount, atRisk.currency) })}
      required
      inputMode="decimal"
      value={value}
      aria-invalid={!isWithin(value, atRisk.amount)}
      onText={onText}
    />
  )
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
