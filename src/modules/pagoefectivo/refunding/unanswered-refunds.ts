import type { SqlConnection } from "../sql/connection"

export interface UnansweredRefund {
  /** The platform's refund id, which is the refund's key at the gateway. */
  id: string
  /** Decimal text. */
  amount: string
  voucherId: string
}

/**
 * Refunds in the platform's books that were never recorded here, or that the gateway never answered:
 * the process died in between, or the platform would have undone its own record.
 */
export async function listUnansweredRefunds(
  sql: SqlConnection,
  { from, before }: { from: Date; before: Date },
  limit: number,
): Promise<UnansweredRefund[]> {
  const { rows } = await sql.raw<{ rows: UnansweredRefund[] }>(
    `SELECT refund.id, refund.amount::text AS amount, v.id AS "voucherId"
     FROM refund
     JOIN payment ON payment.id = refund.payment_id
     JOIN pagoefectivo_voucher v ON v.payment_session_id = payment.payment_session_id
       AND v.captured_at IS NOT NULL AND v.deleted_at IS NULL
     LEFT JOIN pagoefectivo_refund own
       ON own.idempotency_key = refund.id AND own.deleted_at IS NULL
     WHERE refund.created_at BETWEEN :from AND :before AND refund.deleted_at IS NULL
       AND (own.id IS NULL OR (own.status = 'in_process' AND own.reference IS NULL))
     ORDER BY refund.created_at LIMIT :limit`,
    { from, before, limit } as never,
  )
  return rows
}
