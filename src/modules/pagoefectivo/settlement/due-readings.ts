import type { SqlConnection } from "../sql/connection"

export interface DueReading {
  id: string
  filename: string
}

/** Days after an import in which a row from a day to come is looked at again each night. */
const WAITING_DAYS = 45

/**
 * Reports that are to be read again: all of a report whose rows another had brought that was
 * withdrawn; what could not be read by another plugin, or with other formats; and rows whose day may
 * have come.
 */
const DUE = `
  SELECT r.id, r.filename FROM pagoefectivo_settlement_report r
  WHERE r.file_id IS NOT NULL AND r.deleted_at IS NULL AND (
    (r.status = 'imported' AND r.read_with = '')
    OR (r.status IN ('imported', 'failed') AND r.read_with IS DISTINCT FROM :readWith
        AND (r.status = 'failed' OR r.quarantined_count > r.fixed_count))
    OR (r.status = 'imported' AND r.quarantined_count > r.fixed_count
        AND r.started_at > now() - :days * interval '1 day' AND EXISTS (
          SELECT 1 FROM pagoefectivo_quarantined_row q
          WHERE q.report_id = r.id AND q.fixed_by IS NULL
            AND q.reason ->> 'code' = 'date_in_future')))
  ORDER BY r.started_at DESC LIMIT :limit`

export async function dueReadings(
  sql: SqlConnection,
  readWith: string,
  limit: number,
): Promise<DueReading[]> {
  const values = { readWith, limit, days: WAITING_DAYS }
  const { rows } = await sql.raw<{ rows: DueReading[] }>(DUE, values as never)
  return rows
}
