import { fromCentimos } from "../modules/pagoefectivo/amounts"
import {
  COUNTED_ONCE,
  CREDITED_IN_PERIOD,
  LIMA_OFFSET,
} from "../modules/pagoefectivo/settlement-sums"
import type { SqlConnection } from "../modules/pagoefectivo/sql"
import { sumByCurrency, type MoneySum } from "./money-sums"

/** How long a case has been open: up to a day, up to seven, up to thirty, or longer. */
export type CaseAge = "day" | "week" | "month" | "older"

export interface SummarySeries {
  /** Lima's days of the period on which something was paid or settled, in order. */
  days: { day: string; currency_code: string; paid: string; settled: string }[]
  /** What open cases are about, by age. */
  ageing: { age: CaseAge; currency_code: string; count: number; amount: string }[]
  /** Lines taken in during the period, and how many of them belong to a code of this store. */
  matching: { lines: number; matched: number }
}

/** From the index alone, and once for both the chart and the period's sum. */
const PAID = `
  SELECT day::text, currency_code, paid_currency_code, count, centimos, paid
  FROM (
    SELECT (paid_at AT TIME ZONE ${LIMA_OFFSET})::date AS day, currency_code,
           coalesce(paid_currency_code, currency_code) AS paid_currency_code,
           count(*) AS count, sum(amount_centimos) AS centimos,
           sum(coalesce(paid_centimos, amount_centimos)) AS paid
    FROM pagoefectivo_voucher
    WHERE deleted_at IS NULL AND paid_at >= :from AND paid_at < :to
    GROUP BY 1, 2, 3) AS days`

const SETTLED = `
  SELECT credited_day::text AS day, currency_code, sum(gross_centimos) AS settled
  FROM pagoefectivo_settlement_sum
  WHERE type = 'payment' AND status = 'settled' AND ${CREDITED_IN_PERIOD} AND ${COUNTED_ONCE}
  GROUP BY 1, 2`

/** By when reports came in: a line that is credited tomorrow counts already. */
const MATCHING = `
  WITH reports AS (
    SELECT id, lines_count FROM pagoefectivo_settlement_report
    WHERE deleted_at IS NULL AND started_at >= :from AND started_at < :to)
  SELECT (SELECT coalesce(sum(lines_count), 0) FROM reports) AS lines,
         (SELECT count(*) FROM pagoefectivo_settlement_line
          WHERE voucher_id IS NULL AND deleted_at IS NULL
            AND report_id IN (SELECT id FROM reports)) AS unmatched`

const AGEING = `
  SELECT age, currency_code, count(*) AS count, sum(amount_at_risk_centimos) AS centimos
  FROM pagoefectivo_case
  CROSS JOIN LATERAL (SELECT CASE
    WHEN opened_at >= now() - interval '1 day' THEN 'day'
    WHEN opened_at >= now() - interval '7 days' THEN 'week'
    WHEN opened_at >= now() - interval '30 days' THEN 'month'
    ELSE 'older' END AS age) AS ages
  WHERE deleted_at IS NULL AND status = 'open'
  GROUP BY age, currency_code`

interface PaidRow {
  day: string
  currency_code: string
  paid_currency_code: string
  count: string
  centimos: string
  paid: string
}

interface SettledRow {
  day: string
  currency_code: string
  settled: string
}

interface AgeRow {
  age: CaseAge
  currency_code: string
  count: string
  centimos: string
}

/** The dashboard's charts: what was paid and settled day by day, and how old the open cases are. */
export async function loadSummarySeries(
  sql: SqlConnection,
  from: Date,
  to: Date,
): Promise<SummarySeries & { paid: MoneySum[] }> {
  const [paid, settled, ages, matching] = await Promise.all([
    sql.raw<{ rows: PaidRow[] }>(PAID, { from, to }),
    sql.raw<{ rows: SettledRow[] }>(SETTLED, { from, to }),
    sql.raw<{ rows: AgeRow[] }>(AGEING),
    sql.raw<{ rows: { lines: string; unmatched: string }[] }>(MATCHING, { from, to }),
  ])
  const lines = Number(matching.rows[0]?.lines ?? 0)
  return {
    paid: sumByCurrency(paid.rows),
    days: daysOf(paid.rows, settled.rows),
    ageing: ages.rows.map(({ age, currency_code, count, centimos }) => ({
      age,
      currency_code,
      count: Number(count),
      amount: fromCentimos(Number(centimos)),
    })),
    matching: { lines, matched: lines - Number(matching.rows[0]?.unmatched ?? 0) },
  }
}

function daysOf(paid: PaidRow[], settled: SettledRow[]): SummarySeries["days"] {
  const days = new Map<string, { day: string; currency: string; paid: number; settled: number }>()
  const at = (day: string, currency: string) => {
    const key = `${day} ${currency}`
    const known = days.get(key) ?? { day, currency, paid: 0, settled: 0 }
    days.set(key, known)
    return known
  }
  for (const row of paid) at(row.day, row.paid_currency_code).paid += Number(row.paid)
  for (const row of settled) at(row.day, row.currency_code).settled += Number(row.settled)
  return [...days]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, { day, currency, ...sums }]) => ({
      day,
      currency_code: currency,
      paid: fromCentimos(sums.paid),
      settled: fromCentimos(sums.settled),
    }))
}
