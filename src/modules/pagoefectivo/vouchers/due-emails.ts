import type { SqlConnection } from "../sql/connection"

export type DueEmailKind = "issued" | "expiring" | "paid" | "expired" | "refunded"

export interface DueEmail {
  voucher_id: string
  kind: DueEmailKind
  /** Of which refund a mail of kind `refunded` tells. */
  refund_id: string | null
}

/** A minute's start for the subscriber, which sends most mails at once. */
const HEAD_START = "1 minute"

/**
 * Mails of some kinds that should be out by now: what happened in the last `hours`, without its line
 * in the timeline. Nothing that has become pointless (a code that is paid needs no reminder).
 */
export async function listDueEmails(
  sql: SqlConnection,
  kinds: DueEmailKind[],
  hours: number,
  batch: number,
): Promise<DueEmail[]> {
  const { rows } = await sql.raw<{ rows: DueEmail[] }>(
    `SELECT v.id AS voucher_id, due.kind, NULL AS refund_id, due.at
       FROM pagoefectivo_voucher v
      CROSS JOIN LATERAL (VALUES
        ('issued',   CASE WHEN v.status = 'waiting' AND v.expires_at > now() THEN v.issued_at END),
        ('expiring', CASE WHEN v.status = 'waiting' AND v.expires_at > now() THEN v.reminded_at END),
        ('paid',     v.captured_at),
        ('expired',  CASE WHEN v.status = 'expired' THEN v.expiry_announced_at END)
      ) AS due (kind, at)
      WHERE v.order_id IS NOT NULL
        AND due.kind = ANY(?)
        AND v.updated_at > now() - make_interval(hours => ?)
        AND due.at BETWEEN now() - make_interval(hours => ?) AND now() - interval '${HEAD_START}'
        AND NOT EXISTS (
          SELECT 1 FROM pagoefectivo_voucher_event e
           WHERE e.voucher_id = v.id AND e.kind = 'email_' || due.kind)
      UNION ALL
     SELECT v.id, 'refunded', r.id, r.updated_at
       FROM pagoefectivo_refund r JOIN pagoefectivo_voucher v ON v.id = r.voucher_id
      WHERE r.status = 'transferred'
        AND v.order_id IS NOT NULL
        AND 'refunded' = ANY(?)
        AND r.updated_at BETWEEN now() - make_interval(hours => ?) AND now() - interval '${HEAD_START}'
        AND NOT EXISTS (
          SELECT 1 FROM pagoefectivo_voucher_event e
           WHERE e.voucher_id = v.id AND e.kind = 'email_refunded'
             AND e.data ->> 'refund_id' = r.id)
      ORDER BY at
      LIMIT ?`,
    [kinds, hours, hours, kinds, hours, batch],
  )
  return rows
}
