import { Button, Textarea } from "@medusajs/ui"
import { useState, type FormEvent } from "react"
import { useCaseActions } from "../../hooks/use-case-actions"
import { useText } from "../../hooks/use-text"
import type { AdminCaseDetail } from "../../../http-types"
import { Guarded } from "../common/guarded"

const MAX_NOTE = 2_000

/** Writes a note into the case's history. */
export function CaseNotes({ item }: { item: AdminCaseDetail }) {
  const { t } = useText()
  const { addNote } = useCaseActions(item)
  const [note, setNote] = useState("")
  const submit = (event: FormEvent) => {
    event.preventDefault()
    addNote.mutate(note.trim(), { onSuccess: () => setNote("") })
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-y-2">
      <Textarea
        rows={2}
        aria-label={t("case.add_note")}
        placeholder={t("case.note_placeholder")}
        maxLength={MAX_NOTE}
        value={note}
        onChange={({ target }) => setNote(target.value)}
      />
      <Guarded right="case:update">
        <Button
          size="small"
          variant="secondary"
          type="submit"
          className="self-end"
          disabled={!note.trim()}
          isLoading={addNote.isPending}
        >
          {t("case.add_note")}
        </Button>
      </Guarded>
    </form>
  )
}
