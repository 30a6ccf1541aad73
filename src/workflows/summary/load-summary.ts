import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { AdminSummary } from "../../http-types"
import type { VoucherDaySum } from "../../modules/pagoefectivo"
import { pagoEfectivo } from "../container"
import { loadOpenCases } from "./load-open-cases"
import { loadSummarySeries } from "./load-summary-series"
import { sumByCurrency, toSum, type SumRow } from "./money-sums"
import { refused } from "../../errors/refusal"

interface Row extends SumRow {
  figure: string
  latest: Date | null
}

/** Each figure from an index alone, but for the few refunds to transfer: a big store has hundreds of thousands of codes a month. */
const FIGURES = `
  SELECT 'waiting' AS figure, currency_code, count(*) AS count,
         sum(amount_centimos) AS centimos, NULL::timestamptz AS latest
  FROM pagoefectivo_voucher
  WHERE deleted_at IS NULL AND status = 'waiting'
  GROUP BY currency_code
  UNION ALL
  SELECT 'expired', currency_code, count(*), sum(amount_centimos), NULL
  FROM pagoefectivo_voucher
  WHERE deleted_at IS NULL AND status = 'expired' AND expires_at >= :from AND expires_at < :to
  GROUP BY currency_code
  UNION ALL
  SELECT 'voided', currency_code, count(*), sum(amount_centimos), NULL
  FROM pagoefectivo_voucher
  WHERE deleted_at IS NULL AND status = 'voided' AND closed_at >= :from AND closed_at < :to
  GROUP BY currency_code
  UNION ALL
  SELECT 'to_transfer', currency_code, count(*), sum(amount_centimos), NULL
  FROM pagoefectivo_refund
  WHERE deleted_at IS NULL AND status = 'to_transfer'
  GROUP BY currency_code
  UNION ALL
  SELECT 'last_notice', '', 0, 0, max(last_received_at) FROM pagoefectivo_notice
  WHERE outcome IS DISTINCT FROM 'test'
  ORDER BY figure, currency_code`

const IS_EMPTY = "SELECT NOT EXISTS (SELECT 1 FROM pagoefectivo_voucher) AS is_empty"

/** What was paid may differ from what was asked for. */
function asPaid({ count, paid_currency_code, paid_centimos }: VoucherDaySum): SumRow {
  return { count, currency_code: paid_currency_code, centimos: paid_centimos }
}

/**
 * The dashboard's figures.
 * @throws MedusaError (invalid_data) when the period ends before it begins.
 */
export async function loadSummary(
  container: MedusaContainer,
  from: Date,
  to: Date,
): Promise<Omit<AdminSummary, "next_run_at" | "reports">> {
  if (from > to) {
    throw refused("period_is_reversed", { from: from.toISOString(), to: to.toISOString() })
  }
  const sql = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { payouts, unsettled, voucherDays } = pagoEfectivo(container)
  const paying = voucherDays.sums("paid", from, to)
  const now = new Date()
  const [{ rows }, empty, unbanked, issued, paid, unsettledSums, cases, series] = await Promise.all(
    [
      sql.raw<{ rows: Row[] }>(FIGURES, { from, to }),
      sql.raw<{ rows: { is_empty: boolean }[] }>(IS_EMPTY),
      payouts.unbanked(now),
      voucherDays.sums("issued", from, to),
      paying,
      unsettled.sums(),
      loadOpenCases(sql, now),
      paying.then((days) => loadSummarySeries(sql, days, from, to)),
    ],
  )
  const { settled, ...days } = series
  const sums = (figure: string) => rows.filter((row) => row.figure === figure).map(toSum)
  return {
    from: from.toISOString(),
    to: to.toISOString(),
    is_empty: empty.rows[0]?.is_empty === true,
    ...days,
    ...cases,
    waiting: sums("waiting"),
    paid_not_settled: unsettledSums.filter(({ is_held }) => !is_held).map(toSum),
    held: unsettledSums.filter(({ is_held }) => is_held).map(toSum),
    to_transfer: sums("to_transfer"),
    not_banked: unbanked.map(toSum),
    last_notice_at:
      rows.find(({ figure }) => figure === "last_notice")?.latest?.toISOString() ?? null,
    period: {
      issued: sumByCurrency(issued),
      paid: sumByCurrency(paid.map(asPaid)),
      settled,
      expired: sums("expired"),
      voided: sums("voided"),
    },
  }
}
