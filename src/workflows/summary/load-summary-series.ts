import type { AdminSummary, MoneySum } from "../../http-types"
import { formatCentimos } from "../../peru/centimos"
import {
  COUNTED_ONCE,
  CREDITED_IN_PERIOD,
  SUM_ANNOUNCED,
} from "../../modules/pagoefectivo/sql/lines"
import type { SqlConnection, VoucherDaySum } from "../../modules/pagoefectivo"
import { sumByCurrency, type SumRow } from "./money-sums"

type SummarySeries = Pick<AdminSummary, "days" | "matching">

const COLUMNS = `
  currency_code, ${SUM_ANNOUNCED("s")} AS is_announced, sum(lines) AS count,
  sum(gross_centimos) AS centimos`

const PAYMENTS = `
  FROM pagoefectivo_settlement_sum s
  WHERE type = 'payment' AND status = 'settled' AND ${COUNTED_ONCE("s")}`

const SETTLED = `
  SELECT credited_day::text AS day, ${COLUMNS} ${PAYMENTS} AND ${CREDITED_IN_PERIOD}
  GROUP BY 1, 2, 3`

/** Whatever the period: it is not settled yet. */
const ANNOUNCED = `
  SELECT ${COLUMNS} ${PAYMENTS} AND ${SUM_ANNOUNCED("s")} GROUP BY 1, 2`

/** By when reports came in: a line that is credited tomorrow counts already. */
const MATCHING = `
  WITH reports AS (
    SELECT id, lines_count FROM pagoefectivo_settlement_report
    WHERE deleted_at IS NULL AND status = 'imported' AND started_at >= :from AND started_at < :to)
  SELECT (SELECT coalesce(sum(lines_count), 0) FROM reports) AS lines,
         (SELECT count(*) FROM pagoefectivo_settlement_line
          WHERE voucher_id IS NULL AND deleted_at IS NULL
            AND report_id IN (SELECT id FROM reports)) AS unmatched`

interface SettledRow extends SumRow {
  day: string
  is_announced: boolean
}

/** The dashboard's chart of what was paid and settled day by day, and how much of it matched. */
export async function loadSummarySeries(
  sql: SqlConnection,
  paid: VoucherDaySum[],
  from: Date,
  to: Date,
): Promise<SummarySeries & { settled: MoneySum[]; announced: MoneySum[] }> {
  const [settled, announced, matching] = await Promise.all([
    sql.raw<{ rows: SettledRow[] }>(SETTLED, { from, to }),
    sql.raw<{ rows: SumRow[] }>(ANNOUNCED),
    sql.raw<{ rows: { lines: string; unmatched: string }[] }>(MATCHING, { from, to }),
  ])
  const lines = Number(matching.rows[0]?.lines ?? 0)
  return {
    settled: sumByCurrency(settled.rows.filter(({ is_announced }) => !is_announced)),
    announced: sumByCurrency(announced.rows),
    days: daysOf(paid, settled.rows),
    matching: { lines, matched: lines - Number(matching.rows[0]?.unmatched ?? 0) },
  }
}

interface DaySums {
  day: string
  currency: string
  paid: number
  settled: number
  announced: number
}

function daysOf(paid: VoucherDaySum[], settled: SettledRow[]): SummarySeries["days"] {
  const days = new Map<string, DaySums>()
  const at = (day: string, currency: string) => {
    const key = `${day} ${currency}`
    const known = days.get(key) ?? { day, currency, paid: 0, settled: 0, announced: 0 }
    days.set(key, known)
    return known
  }
  for (const row of paid) at(row.day, row.paid_currency_code).paid += Number(row.paid_centimos)
  for (const row of settled) {
    at(row.day, row.currency_code)[row.is_announced ? "announced" : "settled"] += Number(
      row.centimos,
    )
  }
  return [...days]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, { day, currency, ...sums }]) => ({
      day,
      currency_code: currency,
      paid: formatCentimos(sums.paid),
      settled: formatCentimos(sums.settled),
      announced: formatCentimos(sums.announced),
    }))
}
