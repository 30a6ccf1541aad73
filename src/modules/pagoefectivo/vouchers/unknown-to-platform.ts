import type { SqlConnection } from "../sql/connection"
import type { RefundRow } from "../types"

/**
 * Of a row `r` of our refunds: recorded for a refund of the platform that is not in its books. It
 * deletes its record when the provider fails, also when the money moved and only the answer was lost.
 */
export const UNKNOWN_TO_PLATFORM = `
  r.idempotency_key LIKE 'ref\\_%' AND NOT EXISTS (
    SELECT 1 FROM refund known WHERE known.id = r.idempotency_key AND known.deleted_at IS NULL)`

/** Ids of the rows that the platform does not know. */
export async function unknownToPlatform(
  sql: SqlConnection,
  refunds: Pick<RefundRow, "id">[],
): Promise<ReadonlySet<string>> {
  if (refunds.length === 0) return new Set()
  const { rows } = await sql.raw<{ rows: { id: string }[] }>(
    `SELECT r.id FROM pagoefectivo_refund r WHERE r.id = ANY(?) AND ${UNKNOWN_TO_PLATFORM}`,
    [refunds.map(({ id }) => id)],
  )
  return new Set(rows.map(({ id }) => id))
}
