/** What became of a report after its import. */
export interface ReportChange {
  kind: "withdrawn" | "taken_again" | "reread" | "fixed"
  /** ISO 8601. */
  at: string
  /** An admin user's id, or `system`. */
  by: string
  note: string | null
  /** Of `reread` and `fixed`: rows that could be read now, or came corrected. */
  rows?: number
  /** Of `fixed`: the report that brought them. */
  report_id?: string
}

/** Notes a change in the history of report `:id`, and sets what else is given. */
export const NOTE_CHANGE = (assignments: string) => `
  UPDATE pagoefectivo_settlement_report
  SET history = coalesce(history, '[]'::jsonb) || :change::jsonb, updated_at = now(), ${assignments}
  WHERE id = :id`
