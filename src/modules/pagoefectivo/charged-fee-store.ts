import type { SqlConnection } from "./sql"

/** Equal fees of one day or month, counted. */
export interface ChargedFeeGroup {
  /** First day of the period in Lima, `YYYY-MM-DD`. */
  period: string
  amount_centimos: number
  fee_centimos: number
  count: number
}

export interface FeePeriod {
  currencyCode: string
  /** Only these providers' lines; null: all but those of `except`. */
  only: string[] | null
  except: string[]
  /** Lima's days, both included. */
  from: string
  to: string
  by: "day" | "month"
}

/** What the rate card says something about; see `rules/fee-mismatch.ts`. */
const CHARGED = `
  l.type = 'payment' AND l.status <> 'reversed' AND l.amount_centimos > 0
  AND l.fee_centimos IS NOT NULL AND l.currency_code = :currencyCode AND l.deleted_at IS NULL
  AND (:only::text[] IS NULL OR l.provider_id = ANY(:only::text[]))
  AND NOT l.provider_id = ANY(:except::text[])`

const IN_PERIOD = (column: string) => `
  ${column} >= (:from::date)::timestamp AT TIME ZONE 'America/Lima'
  AND ${column} < (:to::date + 1)::timestamp AT TIME ZONE 'America/Lima'`

const CREDITED = "coalesce(l.credited_at, l.paid_at)"

/**
 * Lines count when they were credited. A payment in several lines is charged once, on their sum; each
 * of these lines is smaller than its code, and only such codes are looked at again.
 */
const GROUPS = `
  WITH partly AS (
    SELECT DISTINCT l.voucher_id
    FROM pagoefectivo_settlement_line l
    JOIN pagoefectivo_voucher v ON v.id = l.voucher_id
    WHERE ${CHARGED} AND ${IN_PERIOD(CREDITED)} AND l.amount_centimos < v.amount_centimos),
  in_parts AS (
    SELECT l.voucher_id, sum(l.amount_centimos)::integer AS amount_centimos,
           sum(l.fee_centimos)::integer AS fee_centimos, max(${CREDITED}) AS at
    FROM pagoefectivo_settlement_line l
    JOIN pagoefectivo_voucher v ON v.id = l.voucher_id
    WHERE l.voucher_id IN (SELECT voucher_id FROM partly)
      AND ${CHARGED}
    GROUP BY l.voucher_id, v.amount_centimos
    HAVING count(*) > 1 AND sum(l.amount_centimos) = v.amount_centimos),
  charges AS (
    SELECT l.amount_centimos, l.fee_centimos, ${CREDITED} AS at
    FROM pagoefectivo_settlement_line l
    WHERE ${CHARGED} AND ${IN_PERIOD(CREDITED)}
      AND (l.voucher_id IS NULL OR l.voucher_id NOT IN (SELECT voucher_id FROM in_parts))
    UNION ALL
    SELECT amount_centimos, fee_centimos, at FROM in_parts WHERE ${IN_PERIOD("at")})
  SELECT to_char(date_trunc(:by, at AT TIME ZONE 'America/Lima'), 'YYYY-MM-DD') AS period,
         amount_centimos, fee_centimos, count(*)::integer AS count
  FROM charges GROUP BY 1, 2, 3 LIMIT :limit`

/** Fees as the reports charged them. */
export class ChargedFeeStore {
  constructor(private readonly sql: SqlConnection) {}

  async groups(period: FeePeriod, limit: number): Promise<ChargedFeeGroup[]> {
    const { rows } = await this.sql.raw<{ rows: ChargedFeeGroup[] }>(GROUPS, {
      ...period,
      only: period.only && `{${period.only.join(",")}}`,
      except: `{${period.except.join(",")}}`,
      limit,
    } as never)
    return rows
  }
}
