import type { AdminSummary, CaseAge, MoneySum } from "../../http-types"
import type { SqlConnection } from "../../modules/pagoefectivo"
import { parseCentimos } from "../../peru/centimos"
import { DAY_MS } from "../../peru/lima"
import { sumByCurrency, type SumRow } from "./money-sums"
import type { ReconciliationReason } from "../../reconciliation"

export type OpenCases = Pick<AdminSummary, "at_risk" | "open_cases" | "ageing">

/** From the index alone, and once for every figure. */
const OPEN_CASES = `
  SELECT reason, currency_code,
         CASE WHEN opened_at >= :day THEN 'day' WHEN opened_at >= :week THEN 'week'
              WHEN opened_at >= :month THEN 'month' ELSE 'older' END AS age,
         count(*) AS count, sum(amount_at_risk_centimos) AS centimos, min(opened_at) AS oldest
  FROM pagoefectivo_case
  WHERE deleted_at IS NULL AND status = 'open'
  GROUP BY 1, 2, 3
  ORDER BY 1, 2, 3`

interface Row extends SumRow {
  reason: ReconciliationReason
  age: CaseAge
  oldest: Date
}

/** What the dashboard and the order list say about open cases. */
export async function loadOpenCases(sql: SqlConnection, now: Date): Promise<OpenCases> {
  const ago = (days: number) => new Date(now.getTime() - days * DAY_MS)
  const { rows } = await sql.raw<{ rows: Row[] }>(OPEN_CASES, {
    day: ago(1),
    week: ago(7),
    month: ago(30),
  })
  const oldest = Math.min(...rows.map((row) => row.oldest.getTime()))
  return {
    at_risk: sumByCurrency(rows),
    open_cases: {
      count: rows.reduce((total, { count }) => total + Number(count), 0),
      oldest_opened_at: rows.length ? new Date(oldest).toISOString() : null,
      by_reason: sumBy(rows, ({ reason }) => reason)
        .map(([reason, sum]) => ({ reason, ...sum }))
        .sort(byMoney),
    },
    ageing: sumBy(rows, ({ age }) => age).map(([age, sum]) => ({ age, ...sum })),
  }
}

/** Soles before other currencies, and of one currency the most at risk first. */
function byMoney(one: MoneySum, other: MoneySum): number {
  const isSol = ({ currency_code }: MoneySum) => Number(currency_code === "pen")
  return (
    isSol(other) - isSol(one) ||
    one.currency_code.localeCompare(other.currency_code) ||
    parseCentimos(other.amount) - parseCentimos(one.amount)
  )
}

/** The sums of each group, by currency. */
function sumBy<Key>(rows: Row[], keyOf: (row: Row) => Key): [Key, MoneySum][] {
  const groups = new Map<Key, Row[]>()
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row])
  return [...groups].flatMap(([key, group]) =>
    sumByCurrency(group).map((sum): [Key, MoneySum] => [key, sum]),
  )
}
