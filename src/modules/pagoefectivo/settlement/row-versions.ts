import { pairVersions, type RowVersion } from "../../../settlement"
import { MODULE_LIMITS as LIMITS } from "../limits"
import type { SqlConnection } from "../sql/connection"
import { STANDS } from "../sql/lines"

/** What a line `l` and its other version have in common; see `pairVersions`. */
const MOVEMENT = `
  concat_ws(E'\\x1f', coalesce(l.voucher_id, ''), coalesce(l.payment_id, E'\\x1e' || l.external_reference),
            l.type, l.status, l.currency_code, l.amount_centimos)`

/**
 * The movements of a report that lines of other reports of its format tell of, too, with all rows of
 * both sides, the report's own marked. Rows of which this report has an equal one are no other version.
 */
const FIND_MOVEMENTS = `
  CREATE TEMPORARY TABLE pagoefectivo_stage_movement ON COMMIT DROP AS
  WITH added AS (
    SELECT l.*, ${MOVEMENT} AS movement FROM pagoefectivo_settlement_line l
    WHERE l.report_id = :reportId AND ${STANDS("l")}),
  told AS (
    SELECT l.id, l.report_id, l.fingerprint, added.movement
    FROM added JOIN pagoefectivo_settlement_line l ON l.voucher_id = added.voucher_id
    WHERE l.report_id <> :reportId AND ${STANDS("l")} AND ${MOVEMENT} = added.movement
    UNION
    SELECT l.id, l.report_id, l.fingerprint, added.movement
    FROM added JOIN pagoefectivo_settlement_line l ON ${MOVEMENT} = added.movement
    WHERE l.voucher_id IS NULL AND added.voucher_id IS NULL
      AND l.report_id <> :reportId AND ${STANDS("l")}),
  known AS (
    SELECT told.id, movement FROM told
    JOIN pagoefectivo_settlement_report r ON r.id = told.report_id AND r.format = :format
    WHERE NOT EXISTS (
      SELECT 1 FROM pagoefectivo_stage_repeated same WHERE same.fingerprint = told.fingerprint))
  SELECT movement, id, false AS is_added FROM known
  UNION ALL
  SELECT movement, id, true FROM added WHERE movement IN (SELECT movement FROM known)`

/** So many rows of one movement are no two versions of a payment, and would take long to compare. */
const DROP_LARGE = `
  DELETE FROM pagoefectivo_stage_movement WHERE movement IN (
    SELECT movement FROM pagoefectivo_stage_movement GROUP BY movement HAVING count(*) > :most)`

const NEXT_MOVEMENTS = `
  SELECT m.movement, m.is_added, l.id, l.payment_id AS "paymentId",
         l.external_reference AS "externalReference", l.type, l.status, l.currency_code AS "currency",
         l.amount_centimos AS "amountCentimos", l.fee_centimos AS "feeCentimos",
         l.net_centimos AS "netCentimos", l.paid_at AS "createdAt", l.credited_at AS "creditedAt",
         l.payout_id AS "payoutId", l.settlement_currency_code AS "settlementCurrency",
         l.fx_rate AS "fxRate"
  FROM pagoefectivo_stage_movement m JOIN pagoefectivo_settlement_line l USING (id)
  WHERE m.movement IN (
    SELECT DISTINCT movement FROM pagoefectivo_stage_movement WHERE movement > :after
    ORDER BY movement LIMIT :limit)
  ORDER BY m.movement, l.report_id, l.line_number`

/** A line that another tells better counts no more; it stays, as that line's history. */
const REPLACE = `
  UPDATE pagoefectivo_settlement_line l
  SET replaced_by = pair.better, deleted_at = now(), updated_at = now()
  FROM unnest(:poorer::text[], :better::text[]) AS pair (poorer, better)
  WHERE l.id = pair.poorer
  RETURNING l.report_id`

/** A payment was settled by the day on which the first of its versions told so. */
const KEEP_FIRST_DAY = `
  UPDATE pagoefectivo_settlement_line l SET created_at = first.created_at
  FROM unnest(:poorer::text[], :better::text[]) AS pair (poorer, better)
  JOIN pagoefectivo_settlement_line first ON first.id = pair.poorer
  WHERE l.id = pair.better AND first.created_at < l.created_at`

const COUNT = `
  UPDATE pagoefectivo_settlement_report
  SET lines_count = lines_count - :lines, replaced_count = replaced_count + :lines, updated_at = now()
  WHERE id = :reportId`

type MovementRow = RowVersion & { movement: string; is_added: boolean }

/**
 * Lines of a report that is being taken in, and of earlier ones, that are one movement, told better
 * by one of them: the better one stands.
 * @returns how many lines of which report were replaced; earlier ones have it counted already
 */
export async function replacePoorerVersions(
  trx: SqlConnection,
  { reportId, format }: { reportId: string; format: string },
): Promise<Map<string, number>> {
  await trx.raw(FIND_MOVEMENTS, { reportId, format })
  await trx.raw(DROP_LARGE, { most: LIMITS.versionsOfMovement })
  const replaced = new Map<string, number>()
  let after = ""
  for (;;) {
    const values = { after, limit: LIMITS.movementsAtOnce }
    const { rows } = await trx.raw<{ rows: MovementRow[] }>(NEXT_MOVEMENTS, values)
    const last = rows.at(-1)
    if (!last) break
    after = last.movement
    for (const id of await replace(trx, rows)) replaced.set(id, (replaced.get(id) ?? 0) + 1)
  }
  for (const [id, lines] of replaced) {
    if (id !== reportId) await trx.raw(COUNT, { reportId: id, lines })
  }
  return replaced
}

async function replace(trx: SqlConnection, rows: MovementRow[]): Promise<string[]> {
  const pairs = [...byMovement(rows).values()].flatMap(({ known, added }) =>
    pairVersions(known, added),
  )
  if (pairs.length === 0) return []
  const values = {
    poorer: pairs.map(({ poorer }) => poorer),
    better: pairs.map(({ better }) => better),
  } as never
  await trx.raw(KEEP_FIRST_DAY, values)
  const { rows: replaced } = await trx.raw<{ rows: { report_id: string }[] }>(REPLACE, values)
  return replaced.map(({ report_id }) => report_id)
}

function byMovement(rows: MovementRow[]) {
  const movements = new Map<string, { known: RowVersion[]; added: RowVersion[] }>()
  for (const row of rows) {
    const versions = movements.get(row.movement) ?? { known: [], added: [] }
    versions[row.is_added ? "added" : "known"].push(row)
    movements.set(row.movement, versions)
  }
  return movements
}
