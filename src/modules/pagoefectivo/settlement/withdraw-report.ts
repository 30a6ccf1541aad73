import { generateEntityId } from "@medusajs/framework/utils"
import { RELEASE_FORMATS } from "../../../settlement"
import { ClosedPeriodError, ON_CLOSED_DAY } from "../cases/closed-period"
import { PAYOUT_VALUES } from "../payouts/deposits"
import type { SqlConnection } from "../sql/connection"
import { STANDS } from "../sql/lines"
import { NOTE_CHANGE } from "./report-history"
import { recordSums } from "./sums"
import { refused } from "../../../errors/refusal"

export interface Withdrawal {
  /** An admin user's id. */
  by: string
  note: string | null
}

const ON_CLOSED_DAYS = `
  SELECT 1 FROM pagoefectivo_settlement_line l
  WHERE l.report_id = :id AND ${STANDS("l")}
    AND ${ON_CLOSED_DAY("coalesce(l.paid_at, l.credited_at)")} LIMIT 1`

/** The list of what is not settled is looked at anew when it is read, so more of them do no harm. */
const UNSETTLED_AGAIN = `
  INSERT INTO pagoefectivo_unsettled (voucher_id)
  SELECT DISTINCT v.id FROM pagoefectivo_settlement_line l
  JOIN pagoefectivo_voucher v ON v.id = l.voucher_id AND v.captured_at IS NOT NULL
  WHERE l.report_id = :id AND ${STANDS("l")}
  ON CONFLICT DO NOTHING`

/** They stay for the cases that name them. */
const STRIKE_LINES = `
  UPDATE pagoefectivo_settlement_line l SET deleted_at = now(), updated_at = now()
  WHERE l.report_id = :id AND ${STANDS("l")}`

/** The total that stood there before the report told its own. */
const TOTAL_BEFORE = `
  (SELECT (c.before ->> 'declared_total_centimos')::integer FROM pagoefectivo_payout_change c
   WHERE c.file_id = :id AND c.source = 'report' AND c.payout_id = p.payout_id
     AND c.provider_id = p.provider_id AND c.currency_code = p.currency_code
   ORDER BY c.at LIMIT 1)`

/** What a report has said of a payout itself is unsaid, and the payout's history keeps it. */
const UNSAY_PAYOUT = `
  WITH before AS (SELECT * FROM pagoefectivo_payout WHERE id = :payout),
  unsaid AS (
    UPDATE pagoefectivo_payout p
    SET declared_total_centimos = ${TOTAL_BEFORE}, reported_at = NULL, reported_by = NULL,
        updated_at = now()
    WHERE p.id = :payout
    RETURNING p.*)
  INSERT INTO pagoefectivo_payout_change
    (id, provider_id, payout_id, currency_code, at, changed_by, source, file_id, note, before, after)
  SELECT :changeId, unsaid.provider_id, unsaid.payout_id, unsaid.currency_code, now(), :by, 'report',
         :id, :note, ${PAYOUT_VALUES("before")}, ${PAYOUT_VALUES("unsaid")}
  FROM before JOIN unsaid USING (id)`

/** Which lines of releases were the payout's was found out by arithmetic only. */
const FREE_LINES = `
  UPDATE pagoefectivo_settlement_line l SET payout_id = NULL, updated_at = now()
  FROM pagoefectivo_payout p, pagoefectivo_settlement_report r
  WHERE p.id = :payout AND l.payout_id = p.payout_id AND l.provider_id = p.provider_id
    AND r.id = l.report_id AND r.format = ANY(:formats::text[])
  RETURNING l.report_id`

/** Rows that it had brought corrected are open again. */
const UNFIX = `
  WITH open AS (
    UPDATE pagoefectivo_quarantined_row SET fixed_by = NULL WHERE fixed_by = :id
    RETURNING report_id)
  UPDATE pagoefectivo_settlement_report r
  SET fixed_count = r.fixed_count - (SELECT count(*) FROM open WHERE open.report_id = r.id)
  WHERE r.id IN (SELECT report_id FROM open)`

/** Reports of the same days that had the same rows, perhaps told worse, and were not asked for them. */
const READ_OTHERS_AGAIN = `
  UPDATE pagoefectivo_settlement_report o SET read_with = ''
  FROM pagoefectivo_settlement_report r
  WHERE r.id = :id AND o.id <> r.id AND o.status = 'imported' AND o.deleted_at IS NULL
    AND (o.duplicates_count > 0 OR o.replaced_count > 0 OR o.format = ANY(:formats::text[]))
    AND coalesce(o.first_day <= r.last_day AND o.last_day >= r.first_day, true)
  RETURNING o.id`

/**
 * Takes an import back, within the caller's transaction: its lines count no more, and what it said of
 * payouts is unsaid.
 * @returns the reports that have to be read again because they hold rows of its own.
 * @throws MedusaError (not_allowed) when it is not imported; ClosedPeriodError when it has lines of
 *   closed days and nobody says why.
 */
export async function withdrawReport(
  trx: SqlConnection,
  id: string,
  { by, note }: Withdrawal,
): Promise<string[]> {
  const formats = `{${RELEASE_FORMATS.join(",")}}`
  const { rows } = await trx.raw<{ rows: { status: string }[] }>(
    "SELECT status FROM pagoefectivo_settlement_report WHERE id = ? FOR UPDATE",
    [id],
  )
  const status = rows[0]?.status
  if (status !== "imported") {
    throw refused("report_not_imported", { id, status: String(status) })
  }
  const closed = await trx.raw<{ rows: unknown[] }>(ON_CLOSED_DAYS, { id })
  if (closed.rows.length > 0 && !note) throw new ClosedPeriodError(`report ${id}`)
  await trx.raw(UNSETTLED_AGAIN, { id })
  await trx.raw(STRIKE_LINES, { id })
  const touched = await unsayPayouts(trx, id, { by, note }, formats)
  await trx.raw(UNFIX, { id })
  await trx.raw(NOTE_CHANGE("status = 'withdrawn'"), {
    id,
    change: JSON.stringify({ kind: "withdrawn", at: new Date().toISOString(), by, note }),
  })
  for (const report of new Set([...touched, id])) await recordSums(trx, report)
  const others = await trx.raw<{ rows: { id: string }[] }>(READ_OTHERS_AGAIN, { id, formats })
  return others.rows.map((other) => other.id)
}

/** @returns reports some of whose lines belong to no payout any more. */
async function unsayPayouts(
  trx: SqlConnection,
  id: string,
  { by, note }: Withdrawal,
  formats: string,
): Promise<string[]> {
  const { rows } = await trx.raw<{ rows: { payout: string }[] }>(
    "SELECT id AS payout FROM pagoefectivo_payout WHERE reported_by = ? AND deleted_at IS NULL",
    [id],
  )
  const touched: string[] = []
  for (const { payout } of rows) {
    const changeId = generateEntityId("", "pepch")
    const freed = await trx.raw<{ rows: { report_id: string }[] }>(FREE_LINES, { payout, formats })
    await trx.raw(UNSAY_PAYOUT, { id, payout, changeId, by, note } as never)
    touched.push(...freed.rows.map(({ report_id }) => report_id))
  }
  return touched
}
