import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { COUNTED_ONCE, CREDITED_IN_PERIOD } from "../modules/pagoefectivo/settlement-sums"
import { pagoEfectivo } from "./container"
import { loadSummarySeries, type SummarySeries } from "./load-summary-series"
import { sumByCurrency, toSum, type MoneySum, type SumRow } from "./money-sums"

export interface Summary extends SummarySeries {
  from: string
  to: string
  /** Codes that can be paid now. */
  waiting: MoneySum[]
  /** Booked in the store, and not seen in a settlement report yet. */
  paid_not_settled: MoneySum[]
  /** What open cases are about. */
  at_risk: MoneySum[]
  open_cases: {
    count: number
    oldest_opened_at: string | null
    by_reason: ({ reason: string } & MoneySum)[]
  }
  last_notice_at: string | null
  /** What happened from `from` until before `to`. */
  period: {
    issued: MoneySum[]
    paid: MoneySum[]
    settled: MoneySum[]
    expired: MoneySum[]
    voided: MoneySum[]
  }
}

interface Row extends SumRow {
  figure: string
  reason: string | null
  oldest: Date | null
}

/** Each figure from an index alone: a big store has hundreds of thousands of codes a month. */
const FIGURES = `
  SELECT 'waiting' AS figure, NULL AS reason, currency_code, count(*) AS count,
         sum(amount_centimos) AS centimos, NULL::timestamptz AS oldest
  FROM pagoefectivo_voucher
  WHERE deleted_at IS NULL AND status = 'waiting'
  GROUP BY currency_code
  UNION ALL
  SELECT 'issued', NULL, currency_code, count(*), sum(amount_centimos), NULL
  FROM pagoefectivo_voucher
  WHERE deleted_at IS NULL AND issued_at >= :from AND issued_at < :to
  GROUP BY currency_code
  UNION ALL
  SELECT 'expired', NULL, currency_code, count(*), sum(amount_centimos), NULL
  FROM pagoefectivo_voucher
  WHERE deleted_at IS NULL AND status = 'expired' AND expires_at >= :from AND expires_at < :to
  GROUP BY currency_code
  UNION ALL
  SELECT 'voided', NULL, currency_code, count(*), sum(amount_centimos), NULL
  FROM pagoefectivo_voucher
  WHERE deleted_at IS NULL AND status = 'voided' AND closed_at >= :from AND closed_at < :to
  GROUP BY currency_code
  UNION ALL
  SELECT 'settled', NULL, currency_code, sum(lines), sum(gross_centimos), NULL
  FROM pagoefectivo_settlement_sum
  WHERE type = 'payment' AND status = 'settled' AND ${CREDITED_IN_PERIOD} AND ${COUNTED_ONCE}
  GROUP BY currency_code
  UNION ALL
  SELECT 'open_cases', reason, currency_code, count(*), sum(amount_at_risk_centimos), min(opened_at)
  FROM pagoefectivo_case
  WHERE deleted_at IS NULL AND status = 'open'
  GROUP BY reason, currency_code
  UNION ALL
  SELECT 'last_notice', NULL, '', 0, 0, max(last_received_at) FROM pagoefectivo_notice
  ORDER BY figure, reason, currency_code`

/**
 * The dashboard's figures.
 * @throws MedusaError (invalid_data) when the period ends before it begins.
 */
export async function loadSummary(
  container: MedusaContainer,
  from: Date,
  to: Date,
): Promise<Summary> {
  if (from > to) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `"from" (${from.toISOString()}) must not be after "to" (${to.toISOString()}).`,
    )
  }
  const sql = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const [{ rows }, unsettled, { paid, ...series }] = await Promise.all([
    sql.raw<{ rows: Row[] }>(FIGURES, { from, to }),
    pagoEfectivo(container).unsettled.sums(),
    loadSummarySeries(sql, from, to),
  ])
  const sums = (figure: string) => rows.filter((row) => row.figure === figure).map(toSum)
  const cases = rows.filter(({ figure }) => figure === "open_cases")
  return {
    from: from.toISOString(),
    to: to.toISOString(),
    ...series,
    waiting: sums("waiting"),
    paid_not_settled: unsettled.map(toSum),
    at_risk: sumByCurrency(cases),
    open_cases: {
      count: cases.reduce((total, { count }) => total + Number(count), 0),
      oldest_opened_at: earliest(cases),
      by_reason: cases.map((row) => ({ reason: row.reason ?? "", ...toSum(row) })),
    },
    last_notice_at: earliest(rows.filter(({ figure }) => figure === "last_notice")),
    period: {
      issued: sums("issued"),
      paid,
      settled: sums("settled"),
      expired: sums("expired"),
      voided: sums("voided"),
    },
  }
}

function earliest(rows: Row[]): string | null {
  const times = rows.flatMap(({ oldest }) => (oldest ? [new Date(oldest).getTime()] : []))
  return times.length ? new Date(Math.min(...times)).toISOString() : null
}
