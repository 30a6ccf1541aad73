import type { SqlConnection } from "../sql/connection"

/** Rows that could not be read and that nobody has brought corrected, by report; the newest first. */
const UNREAD = `
  SELECT r.filename AS file, r.quarantined_count - r.fixed_count AS rows,
         sum(r.quarantined_count - r.fixed_count) OVER ()::integer AS total
  FROM pagoefectivo_settlement_report r
  WHERE r.status = 'imported' AND r.quarantined_count > r.fixed_count AND r.deleted_at IS NULL
    AND r.file_id IS NOT NULL
  ORDER BY r.started_at DESC LIMIT ?`

export interface UnreadRows {
  /** Over all reports. */
  total: number
  reports: { file: string; rows: number }[]
}

export async function listUnreadRows(sql: SqlConnection, limit: number): Promise<UnreadRows> {
  const { rows } = await sql.raw<{ rows: { file: string; rows: number; total: number }[] }>(
    UNREAD,
    [limit],
  )
  const reports = rows.map(({ file, rows: count }) => ({ file, rows: count }))
  return { total: rows[0]?.total ?? 0, reports }
}
