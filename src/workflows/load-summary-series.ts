import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { fromCentimos } from "../modules/pagoefectivo/amounts"

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

const DAYS = `
  SELECT day, currency_code, sum(paid) AS paid, sum(settled) AS settled
  FROM (
    SELECT (paid_at AT TIME ZONE 'America/Lima')::date::text AS day,
           coalesce(paid_currency_code, currency_code) AS currency_code,
           coalesce(paid_centimos, amount_centimos) AS paid, 0 AS settled
    FROM pagoefectivo_voucher
    WHERE deleted_at IS NULL AND paid_at >= :from AND paid_at < :to
    UNION ALL
    SELECT (credited_at AT TIME ZONE 'America/Lima')::date::text, currency_code, 0,
           amount_centimos
    FROM pagoefectivo_settlement_line
    WHERE deleted_at IS NULL AND type = 'payment' AND status = 'settled'
      AND credited_at >= :from AND credited_at < :to
  ) AS movements
  GROUP BY day, currency_code
  ORDER BY day, currency_code`

/** By when lines came in: one that is credited tomorrow counts already. */
const MATCHING = `
  SELECT count(*) AS lines, count(voucher_id) AS matched
  FROM pagoefectivo_settlement_line
  WHERE deleted_at IS NULL AND created_at >= :from AND created_at < :to`

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

interface DayRow {
  day: string
  currency_code: string
  paid: string
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
  container: MedusaContainer,
  from: Date,
  to: Date,
): Promise<SummarySeries> {
  const sql = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const [days, ages, matching] = await Promise.all([
    sql.raw<{ rows: DayRow[] }>(DAYS, { from, to }),
    sql.raw<{ rows: AgeRow[] }>(AGEING),
    sql.raw<{ rows: { lines: string; matched: string }[] }>(MATCHING, { from, to }),
  ])
  return {
    days: days.rows.map(({ day, currency_code, paid, settled }) => ({
      day,
      currency_code,
      paid: fromCentimos(Number(paid)),
      settled: fromCentimos(Number(settled)),
    })),
    ageing: ages.rows.map(({ age, currency_code, count, centimos }) => ({
      age,
      currency_code,
      count: Number(count),
      amount: fromCentimos(Number(centimos)),
    })),
    matching: {
      lines: Number(matching.rows[0]?.lines ?? 0),
      matched: Number(matching.rows[0]?.matched ?? 0),
    },
  }
}
