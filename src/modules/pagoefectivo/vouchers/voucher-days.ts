import type { SqlConnection } from "../sql/connection"
import { LIMA_DAY, LIMA_MIDNIGHT } from "../sql/lima"

export const VOUCHER_DAYS_JOB = "update-voucher-days"

/** Days are added up this far back; a page that asks for more adds up the rest itself. */
const LOOK_BACK_DAYS = 400

/** At a time, so that a payment waits only for a moment while days are written. */
const DAYS_PER_TRANSACTION = 31

/** A day is over for sure when the clocks of all instances are in the next one. */
const SETTLING_TIME = "interval '1 hour'"

/** What is counted by the day on which it happened: when that was, and what was paid then. */
const FIGURES = {
  issued: { at: "issued_at", paidCurrency: "currency_code", paid: "0" },
  paid: {
    at: "paid_at",
    paidCurrency: "coalesce(paid_currency_code, currency_code)",
    paid: "coalesce(paid_centimos, amount_centimos)",
  },
} as const

export type DayFigure = keyof typeof FIGURES

export interface VoucherDaySum {
  /** Lima's day, as YYYY-MM-DD. */
  day: string
  currency_code: string
  paid_currency_code: string
  count: string
  /** What was asked for, in céntimos of `currency_code`. */
  centimos: string
  /** What was paid as far as it is known, in céntimos of `paid_currency_code`. */
  paid_centimos: string
}

/** The sums of what happened from `from` until before `to`, from an index alone. */
const sumsBetween = (figure: DayFigure, from: string, to: string) => `
  SELECT currency_code, ${FIGURES[figure].paidCurrency} AS paid_currency_code,
         count(*)::integer AS count, sum(amount_centimos)::bigint AS centimos,
         sum(${FIGURES[figure].paid})::bigint AS paid_centimos
  FROM pagoefectivo_voucher
  WHERE ${FIGURES[figure].at} >= ${from} AND ${FIGURES[figure].at} < ${to} AND deleted_at IS NULL
  GROUP BY 1, 2`

/** Days that are over and have no sums yet. A day without any voucher never has. */
const MISSING = `
  SELECT day::date::text AS day
  FROM generate_series(${LIMA_DAY("now()")} - ${LOOK_BACK_DAYS},
                       ${LIMA_DAY(`now() - ${SETTLING_TIME}`)} - 1, interval '1 day') AS day
  WHERE NOT EXISTS (
    SELECT 1 FROM pagoefectivo_voucher_day known WHERE known.figure = ? AND known.day = day::date)`

const addDays = (figure: DayFigure) => `
  INSERT INTO pagoefectivo_voucher_day
    (figure, day, currency_code, paid_currency_code, count, centimos, paid_centimos)
  SELECT '${figure}', day, sums.*
  FROM unnest(?::date[]) AS day
  CROSS JOIN LATERAL (${sumsBetween(figure, LIMA_MIDNIGHT("day"), LIMA_MIDNIGHT("day + 1"))}) AS sums
  ON CONFLICT DO NOTHING`

/** Whole days that have sums, and everything else anew. */
const read = (figure: DayFigure) => `
  WITH span AS (
    SELECT greatest(:from::timestamptz, first) AS from,
           least(:to::timestamptz, last + interval '1 microsecond') AS to
    FROM (SELECT min(${FIGURES[figure].at}) AS first, max(${FIGURES[figure].at}) AS last
          FROM pagoefectivo_voucher
          WHERE ${FIGURES[figure].at} IS NOT NULL AND deleted_at IS NULL) AS all_of_them
    WHERE first IS NOT NULL),
  stored AS (
    SELECT known.* FROM pagoefectivo_voucher_day known
    WHERE figure = '${figure}' AND ${LIMA_MIDNIGHT("day")} >= :from AND ${LIMA_MIDNIGHT("day + 1")} <= :to)
  SELECT day::text, currency_code, paid_currency_code, count, centimos, paid_centimos FROM stored
  UNION ALL
  SELECT day::date::text, sums.*
  FROM span
  CROSS JOIN generate_series(${LIMA_DAY("span.from")}, ${LIMA_DAY("span.to")}, interval '1 day') AS day
  CROSS JOIN LATERAL (${sumsBetween(
    figure,
    `greatest(span.from, ${LIMA_MIDNIGHT("day::date")})`,
    `least(span.to, ${LIMA_MIDNIGHT("day::date + 1")})`,
  )}) AS sums
  WHERE NOT EXISTS (SELECT 1 FROM stored WHERE stored.day = day::date)
  ORDER BY 1, 2, 3`

/**
 * What was issued and paid day by day. Adding up the vouchers of three months takes longer than a page
 * may, so a job keeps the sums of days that are over. A payment that comes to light later, or moves to
 * another day, deletes its day's sums in its own transaction; a day without sums is added up when
 * it is asked for. The answer is exact however long ago the job ran.
 */
export class VoucherDayStore {
  constructor(private readonly sql: SqlConnection) {}

  /** What happened from `from` until before `to`, by Lima's days and currencies. */
  async sums(figure: DayFigure, from: Date, to: Date): Promise<VoucherDaySum[]> {
    const { rows } = await this.sql.raw<{ rows: VoucherDaySum[] }>(read(figure), { from, to })
    return rows
  }

  /** Adds up the days that are over and not added up yet. Safe to run twice, and to be interrupted. */
  async update(): Promise<{ days: number }> {
    let days = 0
    for (const figure of Object.keys(FIGURES) as DayFigure[]) {
      const missing = await this.missingDays(figure)
      for (let at = 0; at < missing.length; at += DAYS_PER_TRANSACTION) {
        days += await this.add(figure, missing.slice(at, at + DAYS_PER_TRANSACTION))
      }
    }
    return { days }
  }

  private async missingDays(figure: DayFigure): Promise<string[]> {
    const { rows } = await this.sql.raw<{ rows: { day: string }[] }>(MISSING, [figure])
    return rows.map(({ day }) => day)
  }

  private add(figure: DayFigure, days: string[]): Promise<number> {
    return this.sql.transaction(async (trx) => {
      // Waits for every payment that has changed a day and is not committed, and keeps others waiting.
      await trx.raw("LOCK TABLE pagoefectivo_voucher_day IN SHARE ROW EXCLUSIVE MODE")
      const { rowCount } = await trx.raw<{ rowCount: number }>(addDays(figure), [days])
      return rowCount
    })
  }
}

/** The sums of these moments' days are no longer true. To be called in the transaction that changes them. */
export async function forgetPaidDays(trx: SqlConnection, moments: Date[]): Promise<void> {
  await trx.raw(
    `DELETE FROM pagoefectivo_voucher_day
      WHERE figure = 'paid'
        AND day IN (SELECT ${LIMA_DAY("moment")} FROM unnest(?::timestamptz[]) AS moment)`,
    [moments],
  )
}
