import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { fromCentimos } from "../modules/pagoefectivo/amounts"

export interface MoneySum {
  currency_code: string
  count: number
  /** Decimal text with two digits. */
  amount: string
}

export interface Summary {
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

interface Row {
  figure: string
  reason: string | null
  currency_code: string
  count: string
  centimos: string
  oldest: Date | null
}

const FIGURES = `
  SELECT figure, NULL AS reason, currency_code, count(*) AS count,
         sum(amount_centimos) AS centimos, NULL::timestamptz AS oldest
  FROM pagoefectivo_voucher
  CROSS JOIN LATERAL (VALUES
    ('waiting', status = 'waiting'),
    ('issued', issued_at >= :from AND issued_at < :to),
    ('paid', paid_at >= :from AND paid_at < :to),
    ('expired', status = 'expired' AND expires_at >= :from AND expires_at < :to),
    ('voided', status = 'voided' AND closed_at >= :from AND closed_at < :to)
  ) AS figures (figure, holds)
  WHERE deleted_at IS NULL AND holds
  GROUP BY figure, currency_code
  UNION ALL
  SELECT 'paid_not_settled', NULL, currency_code, count(*), sum(amount_centimos), NULL
  FROM pagoefectivo_voucher AS voucher
  WHERE deleted_at IS NULL AND status = 'paid' AND captured_at IS NOT NULL
    AND NOT EXISTS (
      SELECT 1 FROM pagoefectivo_settlement_line AS line
      WHERE line.voucher_id = voucher.id AND line.deleted_at IS NULL
        AND line.type = 'payment' AND line.status = 'settled'
    )
  GROUP BY currency_code
  UNION ALL
  SELECT 'settled', NULL, currency_code, count(*), sum(amount_centimos), NULL
  FROM pagoefectivo_settlement_line
  WHERE deleted_at IS NULL AND type = 'payment' AND status = 'settled'
    AND credited_at >= :from AND credited_at < :to
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
 * The dashboard's figures, in one statement and so at one moment.
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
  const { rows } = await sql.raw<{ rows: Row[] }>(FIGURES, { from, to })
  const sums = (figure: string) => rows.filter((row) => row.figure === figure).map(toSum)
  const cases = rows.filter(({ figure }) => figure === "open_cases")
  return {
    from: from.toISOString(),
    to: to.toISOString(),
    waiting: sums("waiting"),
    paid_not_settled: sums("paid_not_settled"),
    at_risk: sumByCurrency(cases),
    open_cases: {
      count: cases.reduce((total, { count }) => total + Number(count), 0),
      oldest_opened_at: earliest(cases),
      by_reason: cases.map((row) => ({ reason: row.reason ?? "", ...toSum(row) })),
    },
    last_notice_at: earliest(rows.filter(({ figure }) => figure === "last_notice")),
    period: {
      issued: sums("issued"),
      paid: sums("paid"),
      settled: sums("settled"),
      expired: sums("expired"),
      voided: sums("voided"),
    },
  }
}

function toSum({ currency_code, count, centimos }: Row): MoneySum {
  return { currency_code, count: Number(count), amount: fromCentimos(Number(centimos)) }
}

function sumByCurrency(rows: Row[]): MoneySum[] {
  const totals = new Map<string, { count: number; centimos: number }>()
  for (const { currency_code, count, centimos } of rows) {
    const total = totals.get(currency_code) ?? { count: 0, centimos: 0 }
    total.count += Number(count)
    total.centimos += Number(centimos)
    totals.set(currency_code, total)
  }
  return [...totals].map(([currency_code, { count, centimos }]) => ({
    currency_code,
    count,
    amount: fromCentimos(centimos),
  }))
}

function earliest(rows: Row[]): string | null {
  const times = rows.flatMap(({ oldest }) => (oldest ? [new Date(oldest).getTime()] : []))
  return times.length ? new Date(Math.min(...times)).toISOString() : null
}
