import { ClosedPeriodError } from "../cases/closed-period"
import type { SqlConnection } from "../sql/connection"
import { SUM_ANNOUNCED } from "../sql/lines"
import {
  closedDeposits,
  enterDeposits,
  type BankDeposit,
  type DepositOrigin,
  type AppliedRows,
} from "./deposits"

export interface PayoutSummary {
  payout_id: string
  provider_id: string
  currency_code: string
  lines_count: number
  /** Céntimos, as texts: a payout may be more than one code can cost. */
  gross: string
  fees: string
  net: string
  /** Of lines that are announced for a day to come, which count in nothing else; null without any. */
  announced_net: string | null
  first_credited_at: Date | null
  last_credited_at: Date | null
  declared_total_centimos: number | null
  bank_deposit_centimos: number | null
  bank_deposited_at: Date | null
  bank_reference: string | null
  entered_by: string | null
  /** Since when a deposit waits for a report that names its payout; null where none does. */
  unmatched_since: Date | null
}

export interface UnbankedSum {
  currency_code: string
  count: string
  /** A text: payouts together may be more than one code can cost. */
  centimos: string
}

/** A held line is not paid out, so it does not tell of a payout `p`. */
const HAS_LINES = `EXISTS (
  SELECT 1 FROM pagoefectivo_settlement_sum told
  WHERE told.payout_id = p.payout_id AND told.provider_id = p.provider_id AND told.status <> 'held'
    AND told.ledger IS DISTINCT FROM 'paid')`

/** The bank received a deposit, and no report has told of its payout yet. */
const IS_UNMATCHED = `p.bank_deposit_centimos IS NOT NULL AND p.reported_at IS NULL AND NOT ${HAS_LINES}`

const DUE = `NOT ${SUM_ANNOUNCED("s")}`

const SUMMARIES = `
  WITH sums AS (
    SELECT provider_id, payout_id, paid_out_currency_code AS currency_code,
           sum(lines) FILTER (WHERE ${DUE})::integer AS lines_count,
           sum(gross_centimos) FILTER (WHERE ${DUE}) AS gross,
           sum(fees_centimos) FILTER (WHERE ${DUE}) AS fees,
           sum(net_centimos) FILTER (WHERE ${DUE}) AS net,
           sum(net_centimos) FILTER (WHERE NOT ${DUE}) AS announced_net,
           min(first_credited_at) AS first_credited_at, max(last_credited_at) AS last_credited_at
    FROM pagoefectivo_settlement_sum s
    WHERE payout_id IS NOT NULL AND status <> 'held' AND ledger IS DISTINCT FROM 'paid'
      AND (:payoutId::text IS NULL OR payout_id = :payoutId)
    GROUP BY 1, 2, 3)
  SELECT coalesce(s.payout_id, e.payout_id) AS payout_id,
         coalesce(s.provider_id, e.provider_id) AS provider_id,
         coalesce(s.currency_code, e.currency_code) AS currency_code,
         coalesce(s.lines_count, 0) AS lines_count, coalesce(s.gross, 0)::text AS gross,
         coalesce(s.fees, 0)::text AS fees, coalesce(s.net, 0)::text AS net,
         s.announced_net::text AS announced_net,
         s.first_credited_at, s.last_credited_at, e.declared_total_centimos,
         e.bank_deposit_centimos, e.bank_deposited_at, e.bank_reference, e.entered_by,
         e.unmatched_since, count(*) OVER () AS total
  FROM sums s
  FULL JOIN (
    SELECT p.*, CASE WHEN ${IS_UNMATCHED} THEN coalesce(p.bank_deposited_at, p.created_at) END
             AS unmatched_since
    FROM pagoefectivo_payout p
    WHERE p.deleted_at IS NULL AND (:payoutId::text IS NULL OR p.payout_id = :payoutId)
  ) e ON e.payout_id = s.payout_id AND e.currency_code = s.currency_code
     AND e.provider_id = s.provider_id
  WHERE (:unmatched::boolean IS NULL OR (e.unmatched_since IS NOT NULL) = :unmatched)
    AND (s.payout_id IS NOT NULL OR e.declared_total_centimos IS NOT NULL
         OR e.bank_deposit_centimos IS NOT NULL OR :payoutId::text IS NOT NULL)
  ORDER BY coalesce(s.last_credited_at, e.bank_deposited_at, e.created_at) DESC NULLS LAST, 1, 3, 2
  LIMIT :limit OFFSET :offset`

/** Payouts: what the reports' lines add up to, and what the bank received. */
export class PayoutStore {
  constructor(private readonly sql: SqlConnection) {}

  /**
   * Enters one deposit by hand; see `enterDeposits`.
   * @throws ClosedPeriodError when it replaces one of closed days and nobody says why.
   */
  enterDeposit(deposit: BankDeposit, origin: DepositOrigin): Promise<AppliedRows> {
    return this.sql.transaction(async (trx) => {
      const closed = origin.note?.trim() ? [] : await closedDeposits(trx, [deposit], origin)
      if (closed.length > 0) throw new ClosedPeriodError(`payout ${deposit.payoutId}`)
      return enterDeposits(trx, [deposit], origin)
    })
  }

  async list(page: {
    payoutId: string | null
    /** Only deposits that wait for a report, or only what is left without them; null for all. */
    unmatched: boolean | null
    limit: number
    offset: number
  }): Promise<[PayoutSummary[], number]> {
    const { rows } = await this.sql.raw<{ rows: (PayoutSummary & { total: string })[] }>(
      SUMMARIES,
      page as never,
    )
    if (rows.length === 0 && page.offset > 0) {
      const [, count] = await this.list({ ...page, limit: 1, offset: 0 })
      return [[], count]
    }
    return [rows.map(({ total: _total, ...row }) => row), Number(rows[0]?.total ?? 0)]
  }

  /** By currency: credited payouts that reports tell of, and of which no bank deposit is entered. */
  async unbanked(now: Date): Promise<UnbankedSum[]> {
    const { rows } = await this.sql.raw<{ rows: UnbankedSum[] }>(
      `WITH sums AS (
         SELECT provider_id, payout_id, paid_out_currency_code AS currency_code,
                sum(net_centimos) AS net, max(last_credited_at) AS last_credited_at
         FROM pagoefectivo_settlement_sum
         WHERE payout_id IS NOT NULL AND status <> 'held' AND ledger IS DISTINCT FROM 'paid'
         GROUP BY 1, 2, 3 HAVING sum(lines) > 0)
       SELECT s.currency_code, count(*) AS count, sum(s.net)::text AS centimos
       FROM sums s
       WHERE (s.last_credited_at IS NULL OR s.last_credited_at <= ?) AND NOT EXISTS (
         SELECT 1 FROM pagoefectivo_payout p
         WHERE p.payout_id = s.payout_id AND p.provider_id = s.provider_id
           AND p.currency_code = s.currency_code AND p.deleted_at IS NULL
           AND p.bank_deposit_centimos IS NOT NULL)
       GROUP BY 1 ORDER BY 1`,
      [now],
    )
    return rows
  }

  /** Those of `payoutIds` that no report of a provider has told of. */
  async unreported(providerId: string, payoutIds: string[]): Promise<string[]> {
    const { rows } = await this.sql.raw<{ rows: [{ ids: string[] | null }] }>(
      `SELECT json_agg(p.payout_id ORDER BY p.place) AS ids
       FROM (SELECT asked.payout_id, asked.place, ?::text AS provider_id
             FROM unnest(?::text[]) WITH ORDINALITY AS asked (payout_id, place)) p
       WHERE NOT ${HAS_LINES} AND NOT EXISTS (
         SELECT 1 FROM pagoefectivo_payout reported
         WHERE reported.payout_id = p.payout_id AND reported.provider_id = p.provider_id
           AND reported.reported_at IS NOT NULL AND reported.deleted_at IS NULL)`,
      [providerId, payoutIds],
    )
    return rows[0].ids ?? []
  }
}
