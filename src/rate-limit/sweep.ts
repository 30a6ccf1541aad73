import type { SqlConnection } from "../modules/pagoefectivo/sql/connection"
import { RATE_LIMITS as LIMITS } from "./limits"

/**
 * Clears counters away whose window is over. Called with each request, and faster than requests add
 * counters: the table never holds much more than a minute of traffic.
 */
export async function sweepCounters(sql: SqlConnection): Promise<void> {
  await sql.raw(
    `DELETE FROM pagoefectivo_rate_limit WHERE key IN (
       SELECT key FROM pagoefectivo_rate_limit WHERE expires_at < now()
       LIMIT ? FOR UPDATE SKIP LOCKED)`,
    [LIMITS.sweepBatch],
  )
}
