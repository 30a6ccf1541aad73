import type { EarlierChange } from "../../../reconciliation"
import type { SqlConnection } from "../sql/connection"
import type { ReconciliationRow } from "../types"
import type { DecidedCase } from "./case-writer"

export type StartedRun = Pick<ReconciliationRow, "id" | "created_at">

/** A case that an interrupted run has changed already. */
export interface EarlierCase extends Pick<DecidedCase, "id" | "reason" | "voucherId"> {
  changes: EarlierChange[]
  amountAtRisk: string
  currencyCode: string
  /** Its payment was captured since the run was asked for. */
  isCaptured: boolean
}

/** Cases that a run has changed, with the kinds of change. */
export async function casesChangedBy(sql: SqlConnection, run: StartedRun): Promise<EarlierCase[]> {
  const { rows } = await sql.raw<{ rows: EarlierCase[] }>(
    `SELECT c.id, c.reason, c.voucher_id AS "voucherId", c.currency_code AS "currencyCode",
            (c.amount_at_risk_centimos / 100.0)::numeric(20, 2)::text AS "amountAtRisk",
            array_agg(e.kind) AS changes,
            EXISTS (SELECT 1 FROM pagoefectivo_voucher v
                    WHERE v.id = c.voucher_id AND v.captured_at >= :since) AS "isCaptured"
     FROM pagoefectivo_case_event e JOIN pagoefectivo_case c ON c.id = e.case_id
     WHERE e.data ->> 'reconciliation_id' = :runId AND e.deleted_at IS NULL
     GROUP BY c.id`,
    { runId: run.id, since: run.created_at } as never,
  )
  return rows
}

export interface RunCase {
  id: string
  /** What the run did to it, in order. */
  changes: string[]
}

export interface RunCasePage {
  /** Only cases to which it did this; null: all. */
  change: string | null
  orderBy: "amount_at_risk_centimos" | "opened_at"
  direction: "ASC" | "DESC"
  take: number
  skip: number
}

/** A page of the cases that a run has changed, and how many there are. */
export async function listRunCases(
  sql: SqlConnection,
  runId: string,
  { orderBy, direction, ...page }: RunCasePage,
): Promise<[RunCase[], number]> {
  const { rows } = await sql.raw<{ rows: (RunCase & { total: string })[] }>(
    `WITH changed AS (
       SELECT e.case_id, array_agg(e.kind ORDER BY e.at, e.id) AS changes
       FROM pagoefectivo_case_event e
       WHERE e.data ->> 'reconciliation_id' = :runId AND e.deleted_at IS NULL
       GROUP BY e.case_id)
     SELECT c.id, changed.changes, count(*) OVER () AS total
     FROM changed JOIN pagoefectivo_case c ON c.id = changed.case_id AND c.deleted_at IS NULL
     WHERE :change::text IS NULL OR :change = ANY (changed.changes)
     ORDER BY c.${orderBy} ${direction}, c.id DESC LIMIT :take OFFSET :skip`,
    { runId, ...page } as never,
  )
  if (rows.length === 0 && page.skip > 0) {
    const first = { ...page, orderBy, direction, take: 1, skip: 0 }
    return [[], (await listRunCases(sql, runId, first))[1]]
  }
  return [rows.map(({ id, changes }) => ({ id, changes })), Number(rows[0]?.total ?? 0)]
}
