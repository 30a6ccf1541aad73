import type { PagoEfectivoEvent } from "./events"
import type { SqlConnection } from "../sql/connection"

/** An event that is to be announced: what it is about, and what its data says beside `id`. */
export interface NewEvent {
  name: PagoEfectivoEvent
  /** A voucher's, a case's or a run's id. */
  subjectId: string
  data?: Record<string, string>
}

export interface PendingEvent {
  id: string
  name: PagoEfectivoEvent
  subject_id: string
  data: Record<string, string> | null
  /** Of the voucher or the case, as it is now. */
  order_id: string | null
}

const TABLE = "pagoefectivo_pending_event"

const PENDING = `
  SELECT e.id, e.name, e.subject_id, e.data, coalesce(v.order_id, c.order_id) AS order_id
  FROM ${TABLE} e
  LEFT JOIN pagoefectivo_voucher v ON v.id = e.subject_id
  LEFT JOIN pagoefectivo_case c ON c.id = e.subject_id`

/**
 * Stores events in the transaction that causes them: they are announced after it, and again by a job
 * if the process dies in between.
 * @returns their ids, for the announcer
 */
export async function queueEvents(trx: SqlConnection, events: NewEvent[]): Promise<string[]> {
  if (events.length === 0) return []
  const { rows } = await trx.raw<{ rows: { id: string }[] }>(
    `INSERT INTO ${TABLE} (name, subject_id, data)
     SELECT name, "subjectId", data
     FROM jsonb_to_recordset(?::jsonb) AS event (name text, "subjectId" text, data jsonb)
     RETURNING id`,
    [JSON.stringify(events)],
  )
  return rows.map(({ id }) => id)
}

/** Events that are stored and not announced yet. */
export class EventOutbox {
  constructor(private readonly sql: SqlConnection) {}

  async pending(ids: string[]): Promise<PendingEvent[]> {
    const { rows } = await this.sql.raw<{ rows: PendingEvent[] }>(
      `${PENDING} WHERE e.id = ANY(?::bigint[]) ORDER BY e.id`,
      [ids],
    )
    return rows
  }

  /** Those that should have been announced `seconds` ago, oldest first. */
  async overdue(seconds: number, limit: number): Promise<PendingEvent[]> {
    const { rows } = await this.sql.raw<{ rows: PendingEvent[] }>(
      `${PENDING} WHERE e.at <= now() - make_interval(secs => ?) ORDER BY e.id LIMIT ?`,
      [seconds, limit],
    )
    return rows
  }

  async announced(events: PendingEvent[]): Promise<void> {
    await this.sql.raw(`DELETE FROM ${TABLE} WHERE id = ANY(?::bigint[])`, [
      events.map(({ id }) => id),
    ])
  }
}
