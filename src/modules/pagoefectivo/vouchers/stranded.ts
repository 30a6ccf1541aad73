import type { SqlConnection } from "../sql/connection"

/**
 * The newest code of each order that waits for its payment although none of its codes can be paid any
 * more, or be found paid: voided by hand, or another method was chosen and never used.
 */
const STRANDED = `
  FROM pagoefectivo_voucher v
  JOIN "order" o ON o.id = v.order_id AND o.status = 'pending' AND o.canceled_at IS NULL
    AND o.deleted_at IS NULL
  JOIN order_summary s ON s.order_id = o.id AND s.version = o.version AND s.deleted_at IS NULL
  WHERE v.status IN ('voided', 'expired') AND v.closed_at IS NOT NULL
    AND v.closing_reason IS NULL AND v.deleted_at IS NULL
    AND (v.deadline_followed_at IS NOT NULL OR v.status = 'voided')
    AND (s.totals->>'pending_difference')::numeric > 0
    AND NOT EXISTS (
      SELECT 1 FROM pagoefectivo_voucher other
      WHERE other.order_id = v.order_id AND other.id <> v.id AND other.deleted_at IS NULL
        AND (other.issued_at > v.issued_at OR other.status = 'paid'
             OR other.closing_reason IS NOT NULL OR other.closed_at IS NULL))`

/** Orders that nobody can pay with a code, and that nothing will cancel by itself. */
export class StrandedStore {
  constructor(private readonly sql: SqlConnection) {}

  async count(): Promise<number> {
    const { rows } = await this.sql.raw<{ rows: { count: string }[] }>(
      `SELECT count(*) AS count ${STRANDED}`,
    )
    return Number(rows[0]?.count ?? 0)
  }

  /** Ids of their newest codes, those that were closed longest ago first, and how many there are. */
  async page({ take, skip }: { take: number; skip: number }): Promise<[string[], number]> {
    const [{ rows }, count] = await Promise.all([
      this.sql.raw<{ rows: { id: string }[] }>(
        `SELECT v.id ${STRANDED} ORDER BY v.closed_at, v.id LIMIT ? OFFSET ?`,
        [take, skip],
      ),
      this.count(),
    ])
    return [rows.map(({ id }) => id), count]
  }
}
