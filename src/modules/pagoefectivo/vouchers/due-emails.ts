import type { SqlConnection } from "../sql/connection"

export type DueEmailKind = "issued" | "expiring" | "paid" | "expired"

export interface DueEmail {
  voucher_id: string
  kind: DueEmailKind
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
    `SELECT v.id AS voucher_id, due.kind
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
      ORDER BY due.at
      LIMIT ?`,
    [kinds, hours, hours, batch],
  )
  return rows
}
