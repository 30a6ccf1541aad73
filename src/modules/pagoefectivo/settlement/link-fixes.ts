import type { SqlConnection } from "../sql/connection"
import { STANDS } from "../sql/lines"
import { NOTE_CHANGE } from "./report-history"

export interface FixingReport {
  id: string
  filename: string
  providerId: string
  by: string
  /** Whether each of its rows could be read. */
  isWhole: boolean
  /** Its readable rows, known ones included. */
  rows: number
}

interface BrokenReport {
  id: string
  filename: string
  open: number
}

const BROKEN = `
  SELECT r.id, r.filename, r.quarantined_count - r.fixed_count AS open
  FROM pagoefectivo_settlement_report r
  WHERE r.quarantined_count > r.fixed_count AND r.status = 'imported' AND r.deleted_at IS NULL
    AND r.provider_id = :providerId AND r.id <> :id`

/** A copy of it has each of its lines where they were. */
const COPIED_LINES = `
  SELECT count(*)::integer AS lines, count(s.fingerprint)::integer AS same
  FROM pagoefectivo_settlement_line l
  LEFT JOIN pagoefectivo_stage s
    ON s.fingerprint = l.fingerprint AND s.line_number = l.line_number
  WHERE l.report_id = :broken AND ${STANDS("l")}`

const FIX = (isBrought: string) => `
  UPDATE pagoefectivo_quarantined_row q SET fixed_by = :id
  WHERE q.report_id = :broken AND q.fixed_by IS NULL AND EXISTS (
    SELECT 1 FROM pagoefectivo_stage s WHERE s.fingerprint IS NOT NULL AND ${isBrought})`

const FIX_IN_COPY = FIX("s.line_number = q.line_number")

/** The same payment stands in the text of the row. */
const FIX_BY_PAYMENT = FIX(`EXISTS (
  SELECT 1 FROM regexp_split_to_table(q.raw, '[,;|"\\t]') AS cell
  WHERE trim(cell) <> '' AND trim(cell) IN (s.payment_id, s.external_reference))`)

const FIX_ALL = `
  UPDATE pagoefectivo_quarantined_row SET fixed_by = :id
  WHERE report_id = :broken AND fixed_by IS NULL`

/** The name that the admin gives to rows to be corrected, also when a browser has numbered it. */
function isFixOf(filename: string, broken: string): boolean {
  const [, stem = "", extension = ""] = /^(.*?)(\.[a-z0-9]+)?$/is.exec(broken) ?? []
  const [, own = "", ownExtension = ""] = /^(.*?)(\.[a-z0-9]+)?$/is.exec(filename) ?? []
  return (
    ownExtension.toLowerCase() === extension.toLowerCase() &&
    own.replace(/ ?\(\d+\)$/, "") === `${stem}-fix`
  )
}

/**
 * Links an upload to the reports whose unreadable rows it brings corrected, within the transaction
 * that has staged it. It is a correction by its name, or because it is a copy that holds the report's
 * lines where they were, beside the corrected ones.
 */
export async function linkFixes(trx: SqlConnection, fixing: FixingReport): Promise<void> {
  const { id, providerId } = fixing
  const { rows } = await trx.raw<{ rows: BrokenReport[] }>(BROKEN, { id, providerId })
  for (const broken of rows) {
    const fixed = await fixRows(trx, fixing, broken)
    if (fixed === 0) continue
    const change = {
      kind: "fixed",
      at: new Date().toISOString(),
      by: fixing.by,
      note: null,
      rows: fixed,
      report_id: id,
    }
    const counted = NOTE_CHANGE(`fixed_count = fixed_count + :fixed`)
    await trx.raw(counted, { id: broken.id, change: JSON.stringify(change), fixed } as never)
  }
}

async function fixRows(
  trx: SqlConnection,
  { id, filename, isWhole, rows }: FixingReport,
  broken: BrokenReport,
): Promise<number> {
  const ids = { id, broken: broken.id }
  if (isFixOf(filename, broken.filename)) {
    const saysAll = isWhole && rows >= broken.open
    const { rowCount } = await trx.raw<{ rowCount: number }>(
      saysAll ? FIX_ALL : FIX_BY_PAYMENT,
      ids,
    )
    return rowCount
  }
  const copied = await trx.raw<{ rows: { lines: number; same: number }[] }>(COPIED_LINES, ids)
  const { lines = 0, same = 0 } = copied.rows[0] ?? {}
  if (lines === 0 || same < lines) return 0
  const { rowCount } = await trx.raw<{ rowCount: number }>(FIX_IN_COPY, ids)
  return rowCount
}
