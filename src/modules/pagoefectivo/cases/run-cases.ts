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
