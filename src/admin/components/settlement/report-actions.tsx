import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useAction } from "../../hooks/use-action"
import { useText } from "../../hooks/use-text"
import type { AdminSettlementReport, AdminSettlementReportResponse } from "../../../http-types"
import { post } from "../../lib/client"
import { PromptForm } from "../common/prompt-form"
import { TextField } from "../common/text-field"
import { Guarded } from "../common/guarded"

const MAX_NOTE = 2_000

/** What a person can do about a report that is in. */
export function ReportActions({ report }: { report: AdminSettlementReport }) {
  const { t } = useText()
  const [asksWhy, setAsksWhy] = useState(false)
  const [note, setNote] = useState("")
  const path = `/settlement-reports/${report.id}`
  const reread = useAction({
    run: () => post<AdminSettlementReportResponse>(`${path}/reread`, {}),
    done: ({ settlement_report: { lines_count } }) =>
      t("report.reread_done", { count: Math.max(0, lines_count - report.lines_count) }),
  })
  const withdraw = useAction({
    run: () => post(`${path}/withdraw`, note.trim() ? { note: note.trim() } : {}),
    done: () => t("report.withdrawn_done"),
  })
  const isOpen = report.quarantined_count > report.fixed_count
  return (
    <>
      {report.status === "imported" && (
        <Guarded right="settlement:update">
          <Button size="small" variant="transparent" onClick={() => setAsksWhy(true)}>
            {t("report.withdraw")}
          </Button>
        </Guarded>
      )}
      {report.status !== "importing" && (isOpen || report.status !== "imported") && (
        <Guarded right="settlement:update">
          <Button
            size="small"
            variant="secondary"
            isLoading={reread.isPending}
            onClick={() => reread.mutate()}
          >
            {t(report.status === "withdrawn" ? "report.take_again" : "report.reread")}
          </Button>
        </Guarded>
      )}
      {asksWhy && (
        <PromptForm
          title={t("report.withdraw")}
          text={t("report.withdraw_text")}
          save={t("report.withdraw")}
          canSave
          isSaving={withdraw.isPending}
          onSave={() => withdraw.mutate(undefined, { onSuccess: () => setAsksWhy(false) })}
          onClose={() => setAsksWhy(false)}
        >
          <TextField
            label={t("case.note_optional")}
            maxLength={MAX_NOTE}
            value={note}
            onText={setNote}
          />
        </PromptForm>
      )}
    </>
  )
}
