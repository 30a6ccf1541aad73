import { RELEASE_FORMATS } from "../../../settlement"
import type { SqlConnection } from "../sql/connection"
import { LIMA_DAY_NUMBER, LIMA_MIDNIGHT } from "../sql/lima"
import { ANNOUNCED, STANDS } from "../sql/lines"
import { cardNumber } from "../sql/card-number"
import type { ReconciliationRow } from "../types"

/** What makes a voucher a clean match without a closer look; see `CLEAN`. Days count from 1970-01-01 in Lima. */
export interface CleanMatchTerms {
  today: number
  /** For each day of payment, from the first one on, the last day of its settlement. */
  dueDays: { firstPaid: number; due: number[] }
  /** Null: fees are not judged. */
  fees: FeeTerms | null
  /** Null: each payment is settled in its own currency. */
  settlementCurrency: string | null
}

/**
 * Rate cards by number: row by row, and in each row by period. Row 0 is for every provider without
 * cards of its own.
 */
export interface FeeTerms {
  /** Providers whose row is 1, 2, … */
  ownProviders: readonly string[]
  /** First days of the periods after the first; see `cardNumber`. */
  starts: readonly number[]
  /** Null: the fees of these payments are not judged. */
  cards: ({ currencyCode: string; toleranceCentimos: number } | null)[]
  /** What each card says about an amount in its currency. */
  expected: { card: number; amount: number; fee: number }[]
}

/**
 * Enough for hash tables of a million vouchers; above, PostgreSQL spills to disk. Every voucher is
 * read, so looking them up one by one is never the better plan, whatever stale statistics say.
 */
const SCOPE_SETTINGS = "SET LOCAL work_mem = '64MB'; SET LOCAL enable_nestloop = off"
/** Null for a voucher that was never paid. */
const DUE_DAY = `(:dueDays::integer[])[1 + ${LIMA_DAY_NUMBER("v.paid_at")} - :firstPaidDay::integer]`

const UNPAID = `
  v.status IN ('waiting', 'expired', 'voided') AND v.captured_at IS NULL AND l.id IS NULL`

const PAID_AND_CAPTURED = `
  v.status = 'paid' AND v.paid_centimos = v.amount_centimos
  AND v.paid_currency_code = v.currency_code AND v.captured_at IS NOT NULL
  AND v.excess_centimos = 0
  AND v.held_at IS NULL AND coalesce(v.refunded_centimos, 0) = 0
  AND c.amount * 100 = v.amount_centimos
  AND o.id IS NOT NULL AND o.status <> 'canceled' AND o.canceled_at IS NULL`

const TOMORROW = LIMA_MIDNIGHT("date '1970-01-01' + :today::integer + 1")

/** It says again that a booked payment was made, and nothing else. */
const SAYS_PAID_AGAIN = `
  (l.ledger = 'paid' AND l.type = 'payment' AND l.status = 'settled'
   AND v.status = 'paid' AND v.captured_at IS NOT NULL
   AND l.amount_centimos = v.amount_centimos AND l.currency_code = v.currency_code)`

const SETTLED_AS_PROMISED = (card: string) => `
  l.ledger IS DISTINCT FROM 'paid' AND l.type = 'payment' AND l.status = 'settled' AND l.amount_centimos = v.amount_centimos
  AND l.currency_code = v.currency_code AND l.fx_rate IS NULL
  AND (l.settlement_currency_code IS NULL OR l.settlement_currency_code = l.currency_code)
  AND (:settlementCurrency::text IS NULL OR l.currency_code = :settlementCurrency)
  AND (l.fee_centimos IS NULL OR l.net_centimos IS NULL
       OR l.net_centimos = l.amount_centimos - l.fee_centimos)
  AND ${LIMA_DAY_NUMBER("coalesce(l.credited_at, l.created_at)")} <= ${DUE_DAY}
  AND (l.fee_centimos IS NULL OR (:feeCurrencies::text[])[1 + ${card}] IS NULL
       OR l.currency_code <> (:feeCurrencies::text[])[1 + ${card}]
       OR abs(l.fee_centimos - f.fee) <= (:tolerances::integer[])[1 + ${card}])`

/**
 * A clean match: never paid and nothing says otherwise; or paid, captured on an order that stands, and
 * either settled exactly as promised or not due yet. A comparison that can't be made is not clean.
 */
const CLEAN = (card: string) => `
  coalesce(
    (${UNPAID})
    OR ((${PAID_AND_CAPTURED})
        AND ((l.id IS NULL AND ${DUE_DAY} >= :today) OR (${SETTLED_AS_PROMISED(card)}))),
    false)`

/** What a voucher's own rows can't tell: other payments of its order, refunds, open cases. */
const LINKS = `
  paid_by_other_method AS (
    SELECT DISTINCT link.order_id FROM payment p
    JOIN order_payment_collection link
      ON link.payment_collection_id = p.payment_collection_id AND link.deleted_at IS NULL
    WHERE p.captured_at IS NOT NULL AND p.deleted_at IS NULL
      AND p.provider_id NOT LIKE 'pp\\_pagoefectivo\\_%'),
  noted AS (
    SELECT voucher_id FROM pagoefectivo_case
    WHERE status = 'open' AND voucher_id IS NOT NULL AND deleted_at IS NULL
    UNION
    SELECT voucher_id FROM pagoefectivo_refund WHERE deleted_at IS NULL)`

/**
 * A clean voucher is one row of this join, and a clean one; several lines, captures or paid vouchers
 * of one order make several. `CREATE TABLE AS` may use several processors, `INSERT` may not.
 */
const SELECT_CANDIDATES = (inRange: string, card: string) => `
  CREATE TEMPORARY TABLE pagoefectivo_candidate ON COMMIT DROP AS
  WITH ${LINKS},
  f AS (
    SELECT * FROM unnest(:cards::integer[], :amounts::integer[], :fees::integer[])
      AS f (card, amount, fee))
  SELECT v.id
  FROM pagoefectivo_voucher v
  LEFT JOIN "order" o ON o.id = v.order_id AND o.deleted_at IS NULL
  LEFT JOIN pagoefectivo_voucher paid_again
    ON paid_again.order_id = v.order_id AND paid_again.id <> v.id
   AND paid_again.status = 'paid' AND paid_again.deleted_at IS NULL
  LEFT JOIN payment p ON p.payment_session_id = v.payment_session_id AND p.deleted_at IS NULL
    AND p.provider_id LIKE 'pp\\_pagoefectivo\\_%'
  LEFT JOIN capture c ON c.payment_id = p.id AND c.deleted_at IS NULL
  LEFT JOIN pagoefectivo_settlement_line l
    ON l.voucher_id = v.id AND ${STANDS("l")} AND ${SAYS_PAID_AGAIN} IS NOT TRUE
   AND NOT (${ANNOUNCED("l", TOMORROW)} AND v.captured_at IS NOT NULL)
  LEFT JOIN f ON f.amount = l.amount_centimos AND f.card = ${card}
  LEFT JOIN paid_by_other_method ON paid_by_other_method.order_id = v.order_id
  LEFT JOIN noted ON noted.voucher_id = v.id
  WHERE v.deleted_at IS NULL
  GROUP BY v.id
  HAVING ${inRange} (count(*) > 1
    OR NOT bool_and(paid_again.id IS NULL AND paid_by_other_method.order_id IS NULL
                    AND noted.voucher_id IS NULL AND ${CLEAN(card)}))`

const FILL = `
  INSERT INTO pagoefectivo_reconciliation_scope (reconciliation_id, voucher_id)
  SELECT :runId, id FROM pagoefectivo_candidate`

const IN_RANGE = `
  bool_or(${LIMA_DAY_NUMBER("coalesce(v.paid_at, l.paid_at, l.credited_at)")} BETWEEN :from AND :to) AND`

/** Settled for a day whose releases are reported, and not among them. One line tells, so it is found here. */
const FILL_UNRELEASED = (range: string) => `
  INSERT INTO pagoefectivo_reconciliation_scope (reconciliation_id, voucher_id)
  WITH releases AS (
    SELECT l.provider_id, l.voucher_id, l.credited_at
    FROM pagoefectivo_settlement_report r
    JOIN pagoefectivo_settlement_line l
      ON l.report_id = r.id AND ${STANDS("l")} AND NOT ${ANNOUNCED("l", TOMORROW)}
    WHERE r.format = ANY(:formats::text[]) AND r.deleted_at IS NULL),
  reported AS (SELECT provider_id, max(credited_at) AS through FROM releases GROUP BY provider_id)
  SELECT DISTINCT :runId, l.voucher_id
  FROM reported
  JOIN pagoefectivo_settlement_line l
    ON l.provider_id = reported.provider_id AND l.credited_at <= reported.through
   AND l.type = 'payment' AND l.status = 'settled' AND l.voucher_id IS NOT NULL
   AND ${STANDS("l")}
  WHERE NOT EXISTS (SELECT 1 FROM releases WHERE releases.voucher_id = l.voucher_id) ${range}
  ON CONFLICT DO NOTHING`

const LINE_IN_RANGE = `
  AND ${LIMA_DAY_NUMBER("coalesce(l.paid_at, l.credited_at)")} BETWEEN :from AND :to`

/**
 * Finds, as one set, the vouchers that a run has to look at closely. Every run covers all
 * vouchers of its period, so that nothing depends on which of them changed since the last one.
 */
export class CandidateStore {
  constructor(private readonly sql: SqlConnection) {}

  async paidPeriod(): Promise<{ first: Date; last: Date } | null> {
    const { rows } = await this.sql.raw<{ rows: { first: Date | null; last: Date | null }[] }>(
      "SELECT min(paid_at) AS first, max(paid_at) AS last FROM pagoefectivo_voucher WHERE deleted_at IS NULL",
    )
    const { first, last } = rows[0] ?? {}
    return first && last ? { first, last } : null
  }

  /** Amounts whose fee is to be judged; at most `limit`. */
  async settledAmounts(currencyCode: string, limit: number): Promise<number[]> {
    const { rows } = await this.sql.raw<{ rows: { amount_centimos: number }[] }>(
      `SELECT DISTINCT amount_centimos FROM pagoefectivo_settlement_line
       WHERE type = 'payment' AND currency_code = ? AND fee_centimos IS NOT NULL
         AND ${STANDS("pagoefectivo_settlement_line")}
       LIMIT ?`,
      [currencyCode, limit],
    )
    return rows.map(({ amount_centimos }) => amount_centimos)
  }

  /** `days`: Lima's first and last day of payment; null for all. */
  async fill(
    run: Pick<ReconciliationRow, "id">,
    terms: CleanMatchTerms,
    days: { from: number; to: number } | null,
  ): Promise<number> {
    return this.sql.transaction(async (trx) => {
      await trx.raw(SCOPE_SETTINGS)
      await trx("pagoefectivo_reconciliation_scope").where({ reconciliation_id: run.id }).delete()
      const { ownProviders, starts, cards, expected } = terms.fees ?? NO_FEES
      const card = cardNumber({ ownProviders, starts }, "v.provider_id", "v.paid_at")
      await trx.raw(SELECT_CANDIDATES(days ? IN_RANGE : "", card), {
        today: terms.today,
        firstPaidDay: terms.dueDays.firstPaid,
        dueDays: arrayText(terms.dueDays.due),
        ownProviders: arrayText(ownProviders),
        starts: arrayText(starts),
        periods: starts.length + 1,
        feeCurrencies: arrayText(cards.map((card) => card?.currencyCode ?? null)),
        tolerances: arrayText(cards.map((card) => card?.toleranceCentimos ?? null)),
        cards: arrayText(expected.map(({ card }) => card)),
        amounts: arrayText(expected.map(({ amount }) => amount)),
        fees: arrayText(expected.map(({ fee }) => fee)),
        settlementCurrency: terms.settlementCurrency,
        ...days,
      })
      const { rowCount } = await trx.raw<{ rowCount: number }>(FILL, { runId: run.id })
      const unreleased = await trx.raw<{ rowCount: number }>(
        FILL_UNRELEASED(days ? LINE_IN_RANGE : ""),
        { runId: run.id, today: terms.today, formats: arrayText(RELEASE_FORMATS), ...days },
      )
      return rowCount + unreleased.rowCount
    })
  }

  /** The next vouchers to look at, by id. */
  async next(runId: string, after: string, limit: number): Promise<string[]> {
    const rows = await this.sql<{ voucher_id: string }>("pagoefectivo_reconciliation_scope")
      .where({ reconciliation_id: runId } as never)
      .andWhere("voucher_id", ">", after)
      .orderBy("voucher_id")
      .limit(limit)
      .select("voucher_id")
    return rows.map(({ voucher_id }) => voucher_id)
  }

  /** Also what earlier runs left behind when they died. */
  async clear(): Promise<void> {
    await this.sql.raw(
      `DELETE FROM pagoefectivo_reconciliation_scope s
       WHERE NOT EXISTS (
         SELECT 1 FROM pagoefectivo_reconciliation r
         WHERE r.id = s.reconciliation_id AND r.status IN ('pending', 'running'))`,
    )
  }

  /** The vouchers and lines that a run is about. */
  async totals(
    days: { from: number; to: number } | null,
  ): Promise<{ vouchers: number; lines: number }> {
    const inRange = (column: string) =>
      days ? `AND ${LIMA_DAY_NUMBER(column)} BETWEEN :from AND :to` : ""
    const { rows } = await this.sql.raw<{ rows: { vouchers: string; lines: string }[] }>(
      `SELECT
         (SELECT count(*) FROM pagoefectivo_voucher
          WHERE deleted_at IS NULL ${inRange("paid_at")}) AS vouchers,
         (SELECT count(*) FROM pagoefectivo_settlement_line
          WHERE ${STANDS("pagoefectivo_settlement_line")}
            ${inRange("coalesce(paid_at, credited_at)")}) AS lines`,
      { ...days },
    )
    return { vouchers: Number(rows[0]?.vouchers ?? 0), lines: Number(rows[0]?.lines ?? 0) }
  }
}

const NO_FEES: FeeTerms = { ownProviders: [], starts: [], cards: [null], expected: [] }

function arrayText(values: readonly (number | string | null)[]): string {
  return `{${values.map((value) => value ?? "NULL").join(",")}}`
}
