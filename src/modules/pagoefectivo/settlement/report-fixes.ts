import type { SqlConnection } from "../sql/connection"

/** Another report, and how many rows the one brought corrected for the other. */
export interface ReportFix {
  id: string
  filename: string
  rows: number
}

const FIXED_BY = `
  SELECT f.id, f.filename, count(*)::integer AS rows
  FROM pagoefectivo_quarantined_row q
  JOIN pagoefectivo_settlement_report f ON f.id = q.fixed_by
  WHERE q.report_id = ? AND q.deleted_at IS NULL
  GROUP BY f.id ORDER BY f.started_at, f.id`

/** Only reports that had something corrected are looked through. */
const FIXES = `
  SELECT r.id, r.filename, count(*)::integer AS rows
  FROM pagoefectivo_settlement_report r
  JOIN pagoefectivo_quarantined_row q ON q.report_id = r.id AND q.fixed_by = ?
  WHERE r.fixed_count > 0 AND r.deleted_at IS NULL AND q.deleted_at IS NULL
  GROUP BY r.id ORDER BY r.started_at, r.id`

/** Reports that brought rows of this one corrected. */
export async function listFixedBy(sql: SqlConnection, reportId: string): Promise<ReportFix[]> {
  return (await sql.raw<{ rows: ReportFix[] }>(FIXED_BY, [reportId])).rows
}

/** Reports whose unreadable rows this one brought corrected. */
export async function listFixes(sql: SqlConnection, reportId: string): Promise<ReportFix[]> {
  return (await sql.raw<{ rows: ReportFix[] }>(FIXES, [reportId])).rows
}
