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
import type { PayoutKey } from "./payout-changes"

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
  state: State
  /** Texts. Net less (gross − fees). */
  lines_difference: string
  /** Deposit, and declared total, less what was paid out; null where one of the two is not known. */
  deposit_difference: string | null
  declared_difference: string | null
}

/**
 * `unmatched`: a deposit without a report. `announced`: for a day to come. `off`: does not tie out.
 * `unconfirmed`: nobody has said that the bank received it.
 */
export const PAYOUT_STATES = ["unmatched", "announced", "off", "unconfirmed", "whole"] as const
type State = (typeof PAYOUT_STATES)[number]

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

/** Net less (gross − fees), of lines that are paid out in their own currency. */
const INSIDE = `net_centimos - gross_centimos + fees_centimos`

/**
 * `paid_out`: what was transferred by the lines, or else by the total where nobody tells the lines.
 * Of a payout that waits for its day nothing is compared; the same as `rules/payout-mismatch.ts`.
 */
const JUDGED = `
  WITH sums AS (
    SELECT provider_id, payout_id, paid_out_currency_code AS currency_code,
           sum(lines) FILTER (WHERE ${DUE})::integer AS lines_count,
           sum(gross_centimos) FILTER (WHERE ${DUE}) AS gross,
           sum(fees_centimos) FILTER (WHERE ${DUE}) AS fees,
           sum(net_centimos) FILTER (WHERE ${DUE}) AS net,
           sum(net_centimos) FILTER (WHERE NOT ${DUE}) AS announced_net,
           sum(${INSIDE}) FILTER (WHERE ${DUE} AND currency_code = paid_out_currency_code) AS inside,
           min(first_credited_at) AS first_credited_at, max(last_credited_at) AS last_credited_at
    FROM pagoefectivo_settlement_sum s
    WHERE payout_id IS NOT NULL AND status <> 'held' AND ledger IS DISTINCT FROM 'paid'
      AND (:payoutId::text IS NULL OR payout_id = :payoutId)
    GROUP BY 1, 2, 3),
  payouts AS (
    SELECT coalesce(s.payout_id, e.payout_id) AS payout_id,
           coalesce(s.provider_id, e.provider_id) AS provider_id,
           coalesce(s.currency_code, e.currency_code) AS currency_code,
           coalesce(s.lines_count, 0) AS lines_count, coalesce(s.gross, 0) AS gross,
           coalesce(s.fees, 0) AS fees, coalesce(s.net, 0) AS net, s.announced_net,
           coalesce(s.inside, 0) AS lines_difference, s.first_credited_at, s.last_credited_at,
           CASE WHEN s.announced_net IS NOT NULL THEN NULL
                WHEN s.payout_id IS NOT NULL OR e.has_lines THEN coalesce(s.net, 0)
                ELSE e.declared_total_centimos END AS paid_out,
           e.declared_total_centimos, e.bank_deposit_centimos, e.bank_deposited_at,
           e.bank_reference, e.entered_by, e.unmatched_since,
           coalesce(s.last_credited_at, e.bank_deposited_at, e.created_at) AS sorted_at
    FROM sums s
    FULL JOIN (
      SELECT p.*, ${HAS_LINES} AS has_lines,
             CASE WHEN ${IS_UNMATCHED} THEN coalesce(p.bank_deposited_at, p.created_at) END
               AS unmatched_since
      FROM pagoefectivo_payout p
      WHERE p.deleted_at IS NULL AND (:payoutId::text IS NULL OR p.payout_id = :payoutId)
    ) e ON e.payout_id = s.payout_id AND e.currency_code = s.currency_code
       AND e.provider_id = s.provider_id
    WHERE s.payout_id IS NOT NULL OR e.declared_total_centimos IS NOT NULL
       OR e.bank_deposit_centimos IS NOT NULL OR :payoutId::text IS NOT NULL),
  compared AS (
    SELECT *, bank_deposit_centimos - paid_out AS deposit_difference,
           declared_total_centimos - paid_out AS declared_difference
    FROM payouts),
  judged AS (
    SELECT *, CASE
        WHEN unmatched_since IS NOT NULL THEN 'unmatched'
        WHEN announced_net IS NOT NULL THEN 'announced'
        WHEN lines_difference <> 0 OR coalesce(deposit_difference, 0) <> 0
          OR coalesce(declared_difference, 0) <> 0 THEN 'off'
        WHEN bank_deposit_centimos IS NULL THEN 'unconfirmed'
        ELSE 'whole' END AS state
    FROM compared)`

/** A payout may be off and unconfirmed at once: its lines are not the declared total. */
const IN_STATE = `(:states::text[] IS NULL OR state = ANY(:states::text[])
  OR ('unconfirmed' = ANY(:states::text[]) AND bank_deposit_centimos IS NULL AND state = 'off'))`

const IS_SEARCHED = `(:like::text IS NULL OR payout_id ILIKE :like OR bank_reference ILIKE :like
  OR :centimos::bigint IN (net, gross, bank_deposit_centimos, declared_total_centimos))`

const COLUMNS = `
  payout_id, provider_id, currency_code, lines_count, gross::text, fees::text, net::text,
  announced_net::text, first_credited_at, last_credited_at, declared_total_centimos,
  bank_deposit_centimos, bank_deposited_at, bank_reference, entered_by, unmatched_since, state,
  lines_difference::text, deposit_difference::text, declared_difference::text,
  count(*) OVER () AS total`

/** What payouts can be sorted by. */
export const PAYOUT_ORDERS = {
  credited_on: "sorted_at",
  payout_id: "payout_id",
  gross: "judged.gross",
  net: "judged.net",
  bank_deposit: "bank_deposit_centimos",
  difference: "judged.deposit_difference",
} as const

export interface PayoutQuery {
  payoutId?: string | null
  /** Of this provider and in this currency only. */
  providerId?: string
  currencyCode?: string
  states?: State[] | null
  /** Only deposits that wait for a report, or only what is left without them; null for all. */
  unmatched?: boolean | null
  /** A pattern for the payout's number or the bank's reference, and an amount to find. */
  search?: { like: string; centimos: number | null } | null
  order?: { by: keyof typeof PAYOUT_ORDERS; direction: "ASC" | "DESC" }
  limit: number
  offset: number
}

const SUMMARIES = ({ order = { by: "credited_on", direction: "DESC" } }: PayoutQuery) => `
  ${JUDGED}
  SELECT ${COLUMNS} FROM judged
  WHERE (:unmatched::boolean IS NULL OR (unmatched_since IS NOT NULL) = :unmatched)
    AND (:providerId::text IS NULL OR provider_id = :providerId)
    AND (:currencyCode::text IS NULL OR currency_code = :currencyCode)
    AND ${IN_STATE} AND ${IS_SEARCHED}
  ORDER BY ${PAYOUT_ORDERS[order.by]} ${order.direction} NULLS LAST, payout_id, currency_code,
           provider_id
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

  async list(query: PayoutQuery): Promise<[PayoutSummary[], number]> {
    const { rows } = await this.sql.raw<{ rows: (PayoutSummary & { total: string })[] }>(
      SUMMARIES(query),
      {
        payoutId: query.payoutId ?? null,
        providerId: query.providerId ?? null,
        currencyCode: query.currencyCode ?? null,
        states: query.states ? `{${query.states.join(",")}}` : null,
        unmatched: query.unmatched ?? null,
        like: query.search?.like ?? null,
        centimos: query.search?.centimos ?? null,
        limit: query.limit,
        offset: query.offset,
      } as never,
    )
    if (rows.length === 0 && query.offset > 0) {
      const [, count] = await this.list({ ...query, limit: 1, offset: 0 })
      return [[], count]
    }
    return [rows.map(({ total: _total, ...row }) => row), Number(rows[0]?.total ?? 0)]
  }

  /** One payout; undefined where neither a report nor a person tells of it. */
  async find({
    payout_id,
    provider_id,
    currency_code,
  }: PayoutKey): Promise<PayoutSummary | undefined> {
    const [[payout]] = await this.list({
      payoutId: payout_id,
      providerId: provider_id,
      currencyCode: currency_code,
      limit: 1,
      offset: 0,
    })
    return payout
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
