import { Button, Prompt } from "@medusajs/ui"
import { useState, type FormEvent } from "react"
import { useAction } from "../../hooks/use-action"
import { useText } from "../../hooks/use-text"
import { post } from "../../lib/client"
import { limaDayOf, monthBefore } from "../../lib/dates"
import { TextField } from "../common/text-field"

const MAX_NOTE = 2_000

/** Closes the accounts of some days; the month before, unless told otherwise. */
export function ClosePeriodForm({ onClose }: { onClose: () => void }) {
  const { t } = useText()
  const [period, setPeriod] = useState(() => monthBefore(limaDayOf(new Date())))
  const [note, setNote] = useState("")
  const isOrdered = period.from !== "" && period.from <= period.to
  const save = useAction({
    run: () =>
      post("/closed-periods", {
        from_day: period.from,
        to_day: period.to,
        ...(note.trim() && { note: note.trim() }),
      }),
    done: () => t("period.closed_done"),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isOrdered) save.mutate(undefined, { onSuccess: onClose })
  }
  return (
    <Prompt open onOpenChange={(open) => !open && onClose()}>
      <Prompt.Content data-pagoefectivo>
        <Prompt.Header>
          <Prompt.Title>{t("period.close")}</Prompt.Title>
          <Prompt.Description>{t("period.close_text")}</Prompt.Description>
        </Prompt.Header>
        <form onSubmit={submit} className="flex flex-col gap-y-3 p-6">
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
          <div className="flex justify-end gap-x-2">
            <Button size="small" variant="secondary" type="button" onClick={onClose}>
              {t("actions.cancel")}
            </Button>
            <Button size="small" type="submit" disabled={!isOrdered} isLoading={save.isPending}>
              {t("period.close")}
            </Button>
          </div>
        </form>
      </Prompt.Content>
    </Prompt>
  )
}
