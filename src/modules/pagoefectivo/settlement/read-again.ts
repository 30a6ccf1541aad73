import type { SqlConnection } from "../sql/connection"
import { STANDS } from "../sql/lines"

/**
 * Which rows of a report are taken that was read before: those that could not be read then
 * (`quarantined`), or also those that another report had brought, or that were withdrawn (`whole`).
 */
export type ReadingScope = "quarantined" | "whole"

/** What was decided about a row before stays as it is. */
const MARK_DECIDED: Record<ReadingScope, string> = {
  quarantined: `
    UPDATE pagoefectivo_stage s SET decided = true
    WHERE NOT EXISTS (
      SELECT 1 FROM pagoefectivo_quarantined_row q
      WHERE q.report_id = :id AND q.line_number = s.line_number AND q.fixed_by IS NULL)`,
  whole: `
    UPDATE pagoefectivo_stage s SET decided = true
    WHERE EXISTS (
        SELECT 1 FROM pagoefectivo_settlement_line l
        WHERE l.report_id = :id AND l.line_number = s.line_number AND ${STANDS("l")})
      OR EXISTS (
        SELECT 1 FROM pagoefectivo_quarantined_row q
        WHERE q.report_id = :id AND q.line_number = s.line_number AND q.fixed_by IS NOT NULL)`,
}

const PEOPLES_LINKS = `
  CREATE TEMPORARY TABLE pagoefectivo_stage_linked ON COMMIT DROP AS
  SELECT id, fingerprint, voucher_id FROM pagoefectivo_settlement_line
  WHERE report_id = :id AND deleted_at IS NOT NULL AND matched_by = 'person'`

/** Of rows that are not read again, what another report tells better stays as its history. */
const FORGET_STRUCK: Record<ReadingScope, string> = {
  quarantined: `
    DELETE FROM pagoefectivo_settlement_line
    WHERE report_id = :id AND deleted_at IS NOT NULL AND replaced_by IS NULL`,
  whole: `
    DELETE FROM pagoefectivo_settlement_line WHERE report_id = :id AND deleted_at IS NOT NULL`,
}

const FORGET_OPEN = `
  DELETE FROM pagoefectivo_quarantined_row WHERE report_id = :id AND fixed_by IS NULL`

const RESTORE_LINKS = `
  UPDATE pagoefectivo_settlement_line l
  SET voucher_id = linked.voucher_id, matched_by = 'person'
  FROM pagoefectivo_stage_linked linked
  WHERE l.id = linked.id AND l.fingerprint = linked.fingerprint AND l.voucher_id IS NULL`

const IS_KNOWN = `
  SELECT 1 FROM pagoefectivo_settlement_line WHERE report_id = :id
  UNION ALL
  SELECT 1 FROM pagoefectivo_quarantined_row WHERE report_id = :id LIMIT 1`

export interface Room {
  /** Nothing of the report was read before. */
  isNew: boolean
  /** Gives lines back the vouchers that people had chosen for them before a withdrawal. */
  restoreLinks: () => Promise<void>
}

/**
 * Makes room for the rows of a report, which may have been read before, within the transaction that
 * stages them: what was decided stays, and what was withdrawn or could not be read is taken anew.
 */
export async function makeRoom(trx: SqlConnection, id: string, scope: ReadingScope): Promise<Room> {
  // In a table that was just created this costs nothing, however many rows it has.
  await trx.raw("ALTER TABLE pagoefectivo_stage ADD COLUMN decided boolean NOT NULL DEFAULT false")
  const known = await trx.raw<{ rows: unknown[] }>(IS_KNOWN, { id })
  if (known.rows.length === 0) return { isNew: true, restoreLinks: () => Promise.resolve() }
  await trx.raw(MARK_DECIDED[scope], { id })
  await trx.raw(PEOPLES_LINKS, { id })
  await trx.raw(FORGET_STRUCK[scope], { id })
  await trx.raw(FORGET_OPEN, { id })
  return { isNew: false, restoreLinks: async () => void (await trx.raw(RESTORE_LINKS)) }
}

export interface StandingRows {
  lines: number
  /** Lines that another report tells better. */
  replaced: number
  quarantined: number
  fixed: number
}

/** What stands of a report once it was read. */
export async function standingRows(trx: SqlConnection, id: string): Promise<StandingRows> {
  const { rows } = await trx.raw<{ rows: StandingRows[] }>(
    `SELECT (SELECT count(*) FROM pagoefectivo_settlement_line l
             WHERE l.report_id = :id AND ${STANDS("l")})::integer AS lines,
            (SELECT count(*) FROM pagoefectivo_settlement_line l
             WHERE l.report_id = :id AND l.replaced_by IS NOT NULL)::integer AS replaced,
            count(*)::integer AS quarantined, count(q.fixed_by)::integer AS fixed
     FROM pagoefectivo_quarantined_row q WHERE q.report_id = :id`,
    { id },
  )
  return rows[0] as StandingRows
}
