import { RELEASE_FORMATS } from "../../../settlement"
import type { SqlConnection } from "../sql/connection"
import type { SettlementLineRow, VoucherRow } from "../types"
import { ANNOUNCED, STANDS, SUM_ANNOUNCED } from "../sql/lines"
import { UNKNOWN_TO_PLATFORM } from "../vouchers/unknown-to-platform"

type VoucherPart = Pick<
  VoucherRow,
  | "id"
  | "provider_id"
  | "gateway_id"
  | "amount_centimos"
  | "currency_code"
  | "status"
  | "paid_centimos"
  | "paid_currency_code"
  | "paid_at"
  | "captured_at"
  | "excess_centimos"
  | "expires_at"
  | "closed_at"
  | "reversed_at"
  | "refunded_centimos"
  | "held_at"
>

export interface VoucherWithBooks extends VoucherPart {
  order_id: string | null
  order_status: string | null
  order_canceled_at: Date | null
  /** Captured on the voucher's payment session, in céntimos. */
  captured: string | null
  capture_at: Date | null
  notice_id: string | null
}

export interface RefundWithOrigin {
  id: string
  voucher_id: string
  amount_centimos: number
  created_at: Date
  /** A person made it by other means and recorded it in a case. */
  by_hand: boolean
}

export interface SiblingRecord {
  voucher_id: string
  id: string
  paid_at: Date | null
  captured: boolean
}

/** How far a provider's release reports reach. */
export interface ReleaseRecord {
  provider_id: string
  through: Date
}

/** A line, and by when it was credited at the latest: by its payout's day, or that of its import. */
export type LineRecord = SettlementLineRow & { credited_by: Date }

/** Everything that is known about some vouchers, as rows. */
export interface FactRecords {
  releases: ReleaseRecord[]
  vouchers: VoucherWithBooks[]
  lines: LineRecord[]
  refunds: RefundWithOrigin[]
  siblings: SiblingRecord[]
}

const VOUCHERS = `
  SELECT v.id, v.provider_id, v.gateway_id, v.amount_centimos, v.currency_code, v.status, v.paid_centimos,
         v.paid_currency_code, v.paid_at, v.captured_at, v.excess_centimos, v.expires_at,
         v.closed_at, v.reversed_at, v.refunded_centimos, v.held_at, o.id AS order_id,
         o.status AS order_status, o.canceled_at AS order_canceled_at,
         booked.captured, booked.capture_at, notice.id AS notice_id
  FROM pagoefectivo_voucher v
  LEFT JOIN LATERAL (
    SELECT link.order_id FROM order_cart link
    WHERE v.order_id IS NULL AND link.cart_id = v.cart_id AND link.deleted_at IS NULL LIMIT 1
  ) placed ON true
  LEFT JOIN "order" o ON o.id = coalesce(v.order_id, placed.order_id) AND o.deleted_at IS NULL
  LEFT JOIN LATERAL (
    SELECT round(sum(c.amount) * 100)::bigint AS captured, min(c.created_at) AS capture_at
    FROM payment p JOIN capture c ON c.payment_id = p.id AND c.deleted_at IS NULL
    WHERE p.payment_session_id = v.payment_session_id AND p.deleted_at IS NULL
  ) booked ON v.captured_at IS NOT NULL
  LEFT JOIN LATERAL (
    SELECT n.id FROM pagoefectivo_notice n
    WHERE n.voucher_id = v.id AND n.deleted_at IS NULL ORDER BY n.received_at LIMIT 1
  ) notice ON true
  WHERE v.id = ANY(?) AND v.deleted_at IS NULL
  ORDER BY v.id`

const LINES = `
  SELECT l.*, least(l.created_at, r.created_at, p.bank_deposited_at) AS credited_by
  FROM pagoefectivo_settlement_line l
  LEFT JOIN pagoefectivo_settlement_report r ON r.id = l.report_id
  LEFT JOIN pagoefectivo_payout p
    ON p.payout_id = l.payout_id AND p.provider_id = l.provider_id
   AND p.currency_code = coalesce(l.settlement_currency_code, l.currency_code)
   AND p.deleted_at IS NULL
  WHERE l.voucher_id = ANY(?) AND ${STANDS("l")}
  ORDER BY l.voucher_id, coalesce(l.credited_at, l.paid_at), l.id`

const RELEASES = `
  SELECT l.provider_id, max(l.credited_at) AS through
  FROM pagoefectivo_settlement_report r
  JOIN pagoefectivo_settlement_line l
    ON l.report_id = r.id AND ${STANDS("l")} AND NOT ${ANNOUNCED("l")}
  WHERE r.format = ANY(?) AND l.credited_at IS NOT NULL AND r.deleted_at IS NULL
  GROUP BY l.provider_id`

/** What the store knows to have given back: not what the platform has undone in its books. */
const REFUNDS = `
  SELECT r.id, r.voucher_id, r.amount_centimos, r.created_at,
         r.idempotency_key LIKE 'case:%' AS by_hand
  FROM pagoefectivo_refund r
  WHERE r.voucher_id = ANY(?) AND r.deleted_at IS NULL AND NOT (${UNKNOWN_TO_PLATFORM})
  ORDER BY r.created_at, r.id`

/** Other payments of the same purchase that were not given back in full. */
const SIBLINGS = `
  WITH batch AS (SELECT * FROM pagoefectivo_voucher WHERE id = ANY(?) AND deleted_at IS NULL),
  related AS (
    SELECT b.id AS voucher_id, s.id FROM batch b
    JOIN pagoefectivo_voucher s ON s.order_id = b.order_id
    UNION
    SELECT b.id, s.id FROM batch b JOIN pagoefectivo_voucher s ON s.cart_id = b.cart_id
  )
  SELECT r.voucher_id, s.id, s.paid_at, s.captured_at IS NOT NULL AS captured
  FROM related r
  JOIN pagoefectivo_voucher s ON s.id = r.id
  WHERE s.id <> r.voucher_id AND s.status = 'paid' AND s.deleted_at IS NULL
    AND s.amount_centimos > coalesce((
      SELECT sum(amount_centimos) FROM pagoefectivo_refund
      WHERE voucher_id = s.id AND deleted_at IS NULL), 0)
  UNION ALL
  SELECT b.id, p.id, p.captured_at, true
  FROM batch b
  JOIN order_payment_collection link ON link.order_id = b.order_id AND link.deleted_at IS NULL
  JOIN payment p ON p.payment_collection_id = link.payment_collection_id
  WHERE p.captured_at IS NOT NULL AND p.deleted_at IS NULL
    AND p.provider_id NOT LIKE 'pp\\_pagoefectivo\\_%'
    AND p.amount > coalesce((
      SELECT sum(amount) FROM refund WHERE payment_id = p.id AND deleted_at IS NULL), 0)
  ORDER BY 1, 2`

export interface PayoutRecord {
  payout_id: string
  provider_id: string
  currency_code: string
  lines_count: string
  lines_net: string
  other_currency_lines: string
  /** No line tells of it, in any currency. */
  lines_unknown: boolean
  /** Since when its deposit waits for a report; null where a report tells of it. */
  unreported_since: Date | null
  declared_total_centimos: number | null
  bank_deposit_centimos: number | null
}

/**
 * Payouts with something to compare: a declared total, a bank deposit, or lines in two currencies.
 * A held line is not paid out, and one that is announced for a day to come lets its payout wait for
 * that day; a line without a net counts with amount − fee. One of a payout's
 * currencies, the first that was entered or else that of most lines, answers for the mixture. A
 * payout's currencies come together.
 */
const PAYOUTS = (which: string) => `
  WITH parts AS (
    SELECT provider_id, payout_id, paid_out_currency_code AS currency_code, sum(lines) AS lines,
           sum(net_centimos) AS net, bool_or(${SUM_ANNOUNCED("s")}) AS is_announced
    FROM pagoefectivo_settlement_sum s
    WHERE ${which} AND status <> 'held' AND ledger IS DISTINCT FROM 'paid'
    GROUP BY 1, 2, 3),
  payouts AS (
    SELECT bool_or(parts.is_announced) OVER payout IS TRUE AS is_announced, payout_id, provider_id, currency_code, parts.lines, coalesce(parts.net, 0) AS lines_net,
           coalesce(sum(parts.lines) OVER payout, 0) AS all_lines,
           count(parts.lines) OVER payout AS currencies,
           row_number() OVER (
             PARTITION BY payout_id, provider_id
             ORDER BY coalesce(e.declared_total_centimos, e.bank_deposit_centimos) IS NULL, parts.lines DESC NULLS LAST, currency_code) AS place,
           e.reported_at, coalesce(e.bank_deposited_at, e.created_at) AS deposited_at,
           e.declared_total_centimos, e.bank_deposit_centimos
    FROM parts
    FULL JOIN (
      SELECT * FROM pagoefectivo_payout WHERE ${which} AND deleted_at IS NULL
    ) e USING (payout_id, provider_id, currency_code)
    WINDOW payout AS (PARTITION BY payout_id, provider_id)),
  compared AS (
    SELECT p.*, dense_rank() OVER (ORDER BY p.payout_id) AS number FROM payouts p
    WHERE NOT p.is_announced AND (
      (p.place = 1 AND p.currencies > 1)
       OR p.declared_total_centimos IS NOT NULL OR p.bank_deposit_centimos IS NOT NULL
       OR EXISTS (SELECT 1 FROM pagoefectivo_case c
                  WHERE c.payout_id = p.payout_id AND c.reason = 'payout_mismatch'
                    AND c.status = 'open' AND c.deleted_at IS NULL)))
  SELECT payout_id, provider_id, currency_code, all_lines AS lines_count, lines_net,
         CASE WHEN place = 1 THEN all_lines - coalesce(lines, 0) ELSE 0 END AS other_currency_lines,
         all_lines = 0 AS lines_unknown,
         CASE WHEN all_lines = 0 AND reported_at IS NULL AND bank_deposit_centimos IS NOT NULL
              THEN deposited_at END AS unreported_since,
         declared_total_centimos, bank_deposit_centimos
  FROM compared WHERE number <= :limit
  ORDER BY payout_id, provider_id, currency_code`

/** A payment of nobody that was paid or released, and whose settlement is a case already. */
const TOLD_BEFORE = `
  (l.ledger IS NOT NULL AND EXISTS (
    SELECT 1 FROM pagoefectivo_settlement_line told
    WHERE told.voucher_id IS NULL AND told.ledger IS NULL AND told.provider_id = l.provider_id
      AND told.payment_id = l.payment_id AND told.type = l.type
      AND ${STANDS("told")} AND NOT ${ANNOUNCED("told")}))`

/** Reads what the rules of reconciliation judge. */
export class FactsStore {
  constructor(private readonly sql: SqlConnection) {}

  async load(voucherIds: string[]): Promise<FactRecords> {
    const [releases, vouchers, lines, refunds, siblings] = await Promise.all([
      this.rows<ReleaseRecord>(RELEASES, [RELEASE_FORMATS]),
      this.rows<VoucherWithBooks>(VOUCHERS, [voucherIds]),
      this.rows<LineRecord>(LINES, [voucherIds]),
      this.rows<RefundWithOrigin>(REFUNDS, [voucherIds]),
      this.rows<SiblingRecord>(SIBLINGS, [voucherIds]),
    ])
    return { releases, vouchers, lines, refunds, siblings }
  }

  /** Lines without a voucher, by id; `days`: Lima's first and last day, null for all. */
  unmatchedLines(
    after: string,
    limit: number,
    days: { from: number; to: number } | null,
  ): Promise<SettlementLineRow[]> {
    const inRange = days
      ? `AND floor((extract(epoch FROM coalesce(paid_at, credited_at)) - 18000) / 86400)
           BETWEEN ? AND ?`
      : ""
    return this.rows<SettlementLineRow>(
      `SELECT l.* FROM pagoefectivo_settlement_line l
       WHERE l.voucher_id IS NULL AND ${STANDS("l")} AND l.id > ? ${inRange}
         AND NOT ${TOLD_BEFORE}
       ORDER BY l.id LIMIT ?`,
      [after, ...(days ? [days.from, days.to] : []), limit],
    )
  }

  /** Keys of open cases about lines that found their voucher, count no more, or that another line tells of. */
  async matchedLineCases(limit: number): Promise<string[]> {
    const rows = await this.rows<{ key: string }>(
      `SELECT c.key FROM pagoefectivo_case c
       LEFT JOIN pagoefectivo_settlement_line l ON l.id = c.line_id AND ${STANDS("l")}
       WHERE (l.id IS NULL OR l.voucher_id IS NOT NULL OR ${TOLD_BEFORE})
         AND c.reason = 'unknown_reference' AND c.status = 'open' AND c.deleted_at IS NULL
       ORDER BY c.key LIMIT ?`,
      [limit],
    )
    return rows.map(({ key }) => key)
  }

  /** Payouts by number, `limit` numbers at a time. */
  payouts(after: string, limit: number): Promise<PayoutRecord[]> {
    return this.rows<PayoutRecord>(PAYOUTS("payout_id > :after"), { after, limit })
  }

  /** One payout, in each of its currencies; none where there is nothing to compare. */
  payout(payoutId: string): Promise<PayoutRecord[]> {
    return this.rows<PayoutRecord>(PAYOUTS("payout_id = :payoutId"), { payoutId, limit: 1 })
  }

  /** Keys of the open cases about a payout. */
  async payoutCases(payoutIds: string[]): Promise<string[]> {
    const rows = await this.rows<{ key: string }>(
      `SELECT key FROM pagoefectivo_case
       WHERE reason = 'payout_mismatch' AND payout_id = ANY(?) AND status = 'open'
         AND deleted_at IS NULL`,
      [payoutIds],
    )
    return rows.map(({ key }) => key)
  }

  private async rows<Row>(statement: string, bindings: unknown[] | object): Promise<Row[]> {
    const { rows } = await this.sql.raw<{ rows: Row[] }>(statement, bindings as never)
    return rows
  }
}
