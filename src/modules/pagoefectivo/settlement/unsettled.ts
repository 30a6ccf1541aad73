import { JobStateStore } from "../jobs/job-state"
import type { SqlConnection } from "../sql/connection"
import { SETTLES, STANDS } from "../sql/lines"

export const UNSETTLED_JOB = "update-unsettled"

/**
 * A booking may become visible this long after the moment it carries: its transaction was still
 * open, or the clock of another instance goes ahead.
 */
const OVERLAP_MS = 60 * 60_000

/** For a voucher `v`: whether a report says that it was settled. */
const SETTLED = `
  EXISTS (
    SELECT 1 FROM pagoefectivo_settlement_line l WHERE l.voucher_id = v.id AND ${SETTLES("l")})`

/** What a report says of a voucher `v` that is not settled; nothing where it says only that it was paid. */
const REPORTED = `
  LATERAL (
    SELECT bool_or(l.status = 'held') AS is_held, count(*) > 0 AS is_reported
    FROM pagoefectivo_settlement_line l
    WHERE l.voucher_id = v.id AND l.type = 'payment' AND l.ledger IS DISTINCT FROM 'paid'
      AND ${STANDS("l")}) reported`

const ADD = `
  INSERT INTO pagoefectivo_unsettled (voucher_id)
  SELECT v.id FROM pagoefectivo_voucher v
  WHERE v.captured_at >= ? AND v.deleted_at IS NULL AND NOT ${SETTLED}
  ON CONFLICT DO NOTHING`

const REMOVE = `
  DELETE FROM pagoefectivo_unsettled u USING pagoefectivo_voucher v
  WHERE v.id = u.voucher_id AND ${SETTLED}`

/** `where`: which of what is booked and not settled. */
const select = (columns: string, where: string) => `
  WITH candidates AS (
    SELECT voucher_id AS id FROM pagoefectivo_unsettled
    UNION
    SELECT id FROM pagoefectivo_voucher WHERE captured_at >= ?)
  SELECT ${columns}
  FROM candidates JOIN pagoefectivo_voucher v USING (id) CROSS JOIN ${REPORTED}
  WHERE v.status = 'paid' AND v.captured_at IS NOT NULL AND v.deleted_at IS NULL
    AND NOT ${SETTLED} AND ${where}`

const SUMS = `
  ${select(
    `v.currency_code, reported.is_held IS TRUE AS is_held, count(*) AS count,
     sum(v.amount_centimos) AS centimos`,
    "(reported.is_held OR NOT reported.is_reported)",
  )}
  GROUP BY 1, 2
  ORDER BY 1, 2`

const PAGE = `
  ${select("v.id", "NOT reported.is_reported")}
  ORDER BY v.paid_at NULLS FIRST, v.id
  LIMIT ? OFFSET ?`

export interface UnsettledSum {
  currency_code: string
  /** Reported as held; else it is in no report yet. */
  is_held: boolean
  count: string
  centimos: string
}

/**
 * Which booked codes no report has settled yet. Looking for them among all codes takes a second in a
 * big store, so they are kept in a list that a job brings up to date; what was booked since then is
 * looked at anew, and so is each code of the list. The answer is exact however old the list is.
 */
export class UnsettledStore {
  constructor(private readonly sql: SqlConnection) {}

  /** What is booked and in no report yet, or held, by currency. */
  async sums(): Promise<UnsettledSum[]> {
    const since = await listedUntil(this.sql)
    const { rows } = await this.sql.raw<{ rows: UnsettledSum[] }>(SUMS, [since])
    return rows
  }

  /** Ids of vouchers that are booked and in no report yet, those paid longest ago first, and how many. */
  async page({ take, skip }: { take: number; skip: number }): Promise<[string[], number]> {
    const since = await listedUntil(this.sql)
    const [{ rows }, sums] = await Promise.all([
      this.sql.raw<{ rows: { id: string }[] }>(PAGE, [since, take, skip]),
      this.sums(),
    ])
    const total = sums.reduce((all, { is_held, count }) => all + (is_held ? 0 : Number(count)), 0)
    return [rows.map(({ id }) => id), total]
  }

  /** Brings the list up to date. Safe to run twice, and to be interrupted. */
  async update(now: Date): Promise<{ added: number; removed: number }> {
    return this.sql.transaction(async (trx) => {
      const since = await listedUntil(trx)
      const added = await trx.raw<{ rowCount: number }>(ADD, [since])
      const removed = await trx.raw<{ rowCount: number }>(REMOVE)
      const until = new Date(now.getTime() - OVERLAP_MS).toISOString()
      await new JobStateStore(trx).write(UNSETTLED_JOB, { until })
      return { added: added.rowCount, removed: removed.rowCount }
    })
  }
}

/** All that was booked before this moment and is not settled stands in the list. */
async function listedUntil(sql: SqlConnection): Promise<string> {
  const state = await new JobStateStore(sql).read<{ until: string }>(UNSETTLED_JOB)
  return state?.until ?? "-infinity"
}
