import { useState } from "react"
import { useAction } from "../../hooks/use-action"
import { useText } from "../../hooks/use-text"
import { post } from "../../lib/client"
import { limaDayOf, monthBefore } from "../../lib/dates"
import { PromptForm } from "../common/prompt-form"
import { TextField } from "../common/text-field"

const MAX_NOTE = 2_000

/** Closes the accounts of some days; the month before, unless told otherwise. */
export function ClosePeriodForm({ onClose }: { onClose: () => void }) {
  const { t } = useText()
  const [period, setPeriod] = useState(() => monthBefore(limaDayOf(new Date())))
  const [note, setNote] = useState("")
  const isOrdered = period.from !== "" && period.from <= period.to
  const close = useAction({
    run: () =>
      post("/closed-periods", {
        from_day: period.from,
        to_day: period.to,
        ...(note.trim() && { note: note.trim() }),
      }),
    done: () => t("period.closed_done"),
  })
  return (
    <PromptForm
      title={t("period.close")}
      text={t("period.close_text")}
      save={t("period.close")}
      canSave={isOrdered}
      isSaving={close.isPending}
      onSave={() => close.mutate(undefined, { onSuccess: onClose })}
      onClose={onClose}
    >
      <TextField
        label={t("period.from")}
        type="date"
        required
        value={period.from}
        onText={(from) => setPeriod({ ...period, from })}
      />
      <TextField
        label={t("period.to")}
        hint={isOrdered ? undefined : t("period.order_hint")}
        type="date"
        required
        value={period.to}
        aria-invalid={!isOrdered}
        onText={(to) => setPeriod({ ...period, to })}
      />
      <TextField
        label={t("case.note_optional")}
        maxLength={MAX_NOTE}
        value={note}
        onText={setNote}
      />
    </PromptForm>
  )
}
