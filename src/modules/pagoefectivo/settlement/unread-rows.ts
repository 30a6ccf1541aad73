import type { RowReason } from "../../../settlement"
import type { SqlConnection } from "../sql/connection"

/** Rows that could not be read and that nobody has brought corrected, by report; the newest first. */
const UNREAD = `
  SELECT r.id, r.filename AS file, r.quarantined_count - r.fixed_count AS rows,
         sum(r.quarantined_count - r.fixed_count) OVER ()::integer AS total
  FROM pagoefectivo_settlement_report r
  WHERE r.status = 'imported' AND r.quarantined_count > r.fixed_count AND r.deleted_at IS NULL
    AND r.file_id IS NOT NULL
  ORDER BY r.started_at DESC LIMIT ?`

/** Rows of one report with one cause in one column are told once, by the first of them. */
const CAUSES = `
  SELECT report_id, column_name AS column, count(*)::integer AS rows,
         (array_agg(reason ORDER BY line_number))[1] AS reason
  FROM pagoefectivo_quarantined_row
  WHERE report_id = ANY(?::text[]) AND fixed_by IS NULL AND deleted_at IS NULL
  GROUP BY report_id, column_name, reason->>'code'
  ORDER BY count(*) DESC, min(line_number)`

export interface UnreadReport {
  id: string
  file: string
  rows: number
}

export interface UnreadRows {
  /** Over all reports. */
  total: number
  reports: UnreadReport[]
}

/** Why some rows of one report can't be read. */
export interface UnreadCause {
  report_id: string
  /** As the file calls it; null when the whole row is the problem. */
  column: string | null
  rows: number
  /** Null for rows from before there were codes. */
  reason: RowReason | null
}

export async function listUnreadRows(sql: SqlConnection, limit: number): Promise<UnreadRows> {
  const { rows } = await sql.raw<{ rows: (UnreadReport & { total: number })[] }>(UNREAD, [limit])
  const reports = rows.map(({ id, file, rows: count }) => ({ id, file, rows: count }))
  return { total: rows[0]?.total ?? 0, reports }
}

/** The most frequent first. */
export async function listUnreadCauses(
  sql: SqlConnection,
  reports: UnreadReport[],
): Promise<UnreadCause[]> {
  const ids = reports.map(({ id }) => id)
  const { rows } = await sql.raw<{ rows: UnreadCause[] }>(CAUSES, [ids])
  return rows
}
