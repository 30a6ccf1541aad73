import { createHash } from "node:crypto"
import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import type { NoticeClaim, NoticeVerdict } from "../../../gateways/gateway"
import { TEST_NOTICE_EVENT } from "../../../gateways/shared/test-notice"
import { MODULE_LIMITS as LIMITS } from "../limits"
import type { ModuleData } from "../module-data"
import { nextTryAt } from "../sql/backoff"
import type { SqlConnection } from "../sql/connection"
import { LIMA_DAY_TEXT } from "../sql/lima"
import type { NoticeRow } from "../types"

export interface IncomingNotice {
  providerId: string
  rawBody: Buffer
  /** Only those worth keeping as evidence; never cookies or authorization. */
  headers: Record<string, string>
  query: Record<string, unknown> | null
  receivedAt: Date
  /** What it was read as; anything else is not stored. */
  read: Extract<NoticeVerdict, { verdict: "authentic" | "unreadable" | "test" }>
}

/** How a test notice of the store's own has ended: it is here, and nothing follows from it. */
export const TEST_OUTCOME = "test"

/** Leaves the store's own tests out where the question is what the gateway sent. */
export const SENT_BY_GATEWAY = { $or: [{ outcome: null }, { outcome: { $ne: TEST_OUTCOME } }] }

export interface StoredNotice {
  id: string
  /** False when the same bytes had been stored before. */
  isNew: boolean
}

/** Whose notice it is may stand outside the body: equal bytes about two payments are two notices. */
function digestOf({ rawBody, read }: IncomingNotice): string {
  const hash = createHash("sha256").update(rawBody)
  const gatewayId = noticeOf(read)?.gatewayId ?? ""
  return (rawBody.includes(gatewayId) ? hash : hash.update(gatewayId)).digest("hex")
}

function noticeOf(read: IncomingNotice["read"]): NoticeClaim | null {
  return read.verdict === "authentic" ? read.notice : null
}

interface Beginning {
  verdict: "authentic" | "unreadable"
  eventType?: string
  operationNumber?: string | null
  status: "received" | "ignored" | "failed"
  outcome?: string
}

/** What is known of a notice at once, and what is still to be done about it. */
function begin(read: IncomingNotice["read"]): Beginning {
  switch (read.verdict) {
    case "test":
      return {
        verdict: "authentic",
        eventType: TEST_NOTICE_EVENT,
        operationNumber: read.testId,
        status: "ignored",
        outcome: TEST_OUTCOME,
      }
    case "unreadable":
      return { verdict: "unreadable", status: "failed", outcome: "unreadable" }
    case "authentic":
      return {
        verdict: "authentic",
        eventType: read.notice.eventType,
        operationNumber: read.notice.operationNumber,
        ...(read.notice.concernsPayment
          ? { status: "received" }
          : { status: "ignored", outcome: "no_effect" }),
      }
  }
}

/**
 * Writes to the inbox. One statement each: a notice is either durable when this returns, or the
 * caller gets an error and the sender is told to try again.
 */
export class Inbox {
  constructor(
    private readonly sql: SqlConnection,
    private readonly data: ModuleData,
  ) {}

  /** Keeps a notice; the same bytes again only count. */
  async store(incoming: IncomingNotice): Promise<StoredNotice> {
    const notice = noticeOf(incoming.read)
    const begun = begin(incoming.read)
    const id = generateEntityId("", "penot")
    const nextTry = new Date(
      incoming.receivedAt.getTime() + LIMITS.noticeBackoffFirstSeconds * 1000,
    )
    const result = await this.sql.raw<{ rows: { id: string }[] }>(
      `INSERT INTO pagoefectivo_notice
         (id, provider_id, body_sha256, raw_body, headers, query, verdict, event_type, gateway_id,
          transaction_code, operation_number, claimed_amount, claimed_currency_code,
          claimed_paid_at, received_at, last_received_at, status, outcome, next_try_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (provider_id, body_sha256) WHERE deleted_at IS NULL DO UPDATE
         SET deliveries = pagoefectivo_notice.deliveries + 1,
             last_received_at = EXCLUDED.last_received_at,
             updated_at = now()
       RETURNING id`,
      [
        id,
        incoming.providerId,
        digestOf(incoming),
        incoming.rawBody.toString("utf8"),
        JSON.stringify(incoming.headers),
        incoming.query && JSON.stringify(incoming.query),
        begun.verdict,
        begun.eventType ?? null,
        notice?.gatewayId ?? null,
        notice?.transactionCode ?? null,
        begun.operationNumber ?? null,
        notice?.claimed?.money?.amount ?? null,
        notice?.claimed?.money?.currency.toLowerCase() ?? null,
        notice?.claimed?.paidAt ?? null,
        incoming.receivedAt,
        incoming.receivedAt,
        begun.status,
        begun.outcome ?? null,
        begun.status === "received" ? nextTry : null,
      ],
    )
    const stored = result.rows[0]
    if (!stored) {
      throw new MedusaError(
        MedusaError.Types.DB_ERROR,
        "The inbox did not confirm that the notice was written.",
      )
    }
    return { id: stored.id, isNew: stored.id === id }
  }

  /** A try of a notice failed: again later, or given up when the tries are used up. */
  async postpone(notice: NoticeRow, problem: string): Promise<NoticeRow> {
    const tries = notice.tries + 1
    const givenUp = tries >= LIMITS.maxNoticeTries
    return this.data.updateNotices({
      id: notice.id,
      tries,
      status: givenUp ? "failed" : "received",
      next_try_at: givenUp
        ? null
        : nextTryAt(new Date(), tries, {
            firstSeconds: LIMITS.noticeBackoffFirstSeconds,
            maxSeconds: LIMITS.noticeBackoffMaxSeconds,
          }),
      last_error: problem.slice(0, LIMITS.maxErrorLength),
    })
  }

  async end(
    notice: NoticeRow,
    end: { status: "processed" | "ignored"; outcome: string; voucherId: string | null },
  ): Promise<NoticeRow> {
    return this.data.updateNotices({
      id: notice.id,
      status: end.status,
      outcome: end.outcome,
      voucher_id: end.voucherId,
      tries: notice.tries + 1,
      processed_at: new Date(),
      next_try_at: null,
      last_error: null,
    })
  }

  /** Counts a refused notice. */
  async countRejection(providerId: string, reason: string, at: Date): Promise<void> {
    await this.sql.raw(
      `INSERT INTO pagoefectivo_notice_rejection (id, provider_id, day, reason, count, last_at)
       VALUES (?, ?, ${LIMA_DAY_TEXT("?::timestamptz")}, ?, 1, ?)
       ON CONFLICT (provider_id, day, reason) WHERE deleted_at IS NULL DO UPDATE
         SET count = pagoefectivo_notice_rejection.count + 1,
             last_at = EXCLUDED.last_at,
             updated_at = now()`,
      [generateEntityId("", "penrj"), providerId, at, reason, at],
    )
  }

  /** Deletes at most `batch` notices; those that wait, or that a case refers to, stay. */
  async purge(before: Date, batch: number): Promise<number> {
    const result = await this.sql.raw<{ rowCount: number }>(
      `DELETE FROM pagoefectivo_notice WHERE id IN (
         SELECT n.id FROM pagoefectivo_notice n
         WHERE n.received_at < ? AND n.status <> 'received'
           AND NOT EXISTS (
             SELECT 1 FROM pagoefectivo_case c
             WHERE c.status = 'open'
               AND (c.notice_id = n.id OR (n.voucher_id IS NOT NULL AND c.voucher_id = n.voucher_id)))
         ORDER BY n.received_at LIMIT ?)`,
      [before, batch],
    )
    return result.rowCount
  }
}
