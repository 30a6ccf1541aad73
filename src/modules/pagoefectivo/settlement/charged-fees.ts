import type { SqlConnection } from "../sql/connection"
import { cardNumber } from "../sql/card-number"
import { LIMA_DAY_NUMBER, LIMA_MIDNIGHT, LIMA_TIME } from "../sql/lima"
import { ANNOUNCED, COUNTED_ONCE, STANDS } from "../sql/lines"

/** Equal fees of one day or month, counted. */
export interface ChargedFeeGroup {
  /** First day of the period in Lima, `YYYY-MM-DD`. */
  period: string
  amount_centimos: number
  fee_centimos: number
  count: number
}

/** Fees that no rate card judges. */
export interface OtherFees {
  period: string
  currency_code: string
  is_held: boolean
  count: number
  /** Céntimos, as texts. */
  fees: string
  /** Within them; each fee's is rounded by itself. */
  igv: string
}

export interface FeePeriod {
  currencyCode: string
  /** Only these providers' lines; null: all but those of `except`. */
  only: string[] | null
  except: string[]
  /** Days of payment, as days since 1970-01-01, the second not included; null: any. */
  paidFrom: number | null
  paidBefore: number | null
  /** Lima's days of crediting, both included. */
  from: string
  to: string
  by: "day" | "month"
}

/** Fees of payments; what is held is charged when it is settled. */
const FEES_OF = (status: "settled" | "held") => `
  l.type = 'payment' AND l.status = '${status}' AND l.amount_centimos > 0
  AND l.fee_centimos IS NOT NULL AND ${COUNTED_ONCE("l")} AND ${STANDS("l")}
  AND NOT ${ANNOUNCED("l")}`

/** When a line's payment was made, which says the rate card; an unmatched line knows only its own days. */
const PAID = `coalesce(
  (SELECT paid.paid_at FROM pagoefectivo_voucher paid WHERE paid.id = l.voucher_id),
  l.paid_at, l.credited_at)`

/** What the rate card says something about; see `rules/fee-mismatch.ts`. */
const CHARGED = `
  ${FEES_OF("settled")} AND l.currency_code = :currencyCode
  AND (:only::text[] IS NULL OR l.provider_id = ANY(:only::text[]))
  AND NOT l.provider_id = ANY(:except::text[])
  AND (:paidFrom::integer IS NULL OR ${LIMA_DAY_NUMBER(PAID)} >= :paidFrom::integer)
  AND (:paidBefore::integer IS NULL OR ${LIMA_DAY_NUMBER(PAID)} < :paidBefore::integer)`

const IN_PERIOD = (column: string) => `
  ${column} >= ${LIMA_MIDNIGHT(":from::date")}
  AND ${column} < ${LIMA_MIDNIGHT(":to::date + 1")}`

const CREDITED = "coalesce(l.credited_at, l.paid_at)"

/**
 * Lines count when they were credited. A payment in several lines is charged once, on their sum; codes
 * with several lines are found from an index alone, and only they are looked at again.
 */
const GROUPS = `
  WITH repeated AS (
    SELECT voucher_id FROM pagoefectivo_settlement_line
    WHERE voucher_id IS NOT NULL GROUP BY voucher_id HAVING count(*) > 1),
  in_parts AS (
    SELECT l.voucher_id, sum(l.amount_centimos)::integer AS amount_centimos,
           sum(l.fee_centimos)::integer AS fee_centimos, max(${CREDITED}) AS at
    FROM repeated
    JOIN pagoefectivo_voucher v ON v.id = repeated.voucher_id
    JOIN pagoefectivo_settlement_line l ON l.voucher_id = v.id
    WHERE ${CHARGED}
    GROUP BY l.voucher_id, v.amount_centimos
    HAVING count(*) > 1 AND sum(l.amount_centimos) = v.amount_centimos),
  charges AS (
    SELECT l.amount_centimos, l.fee_centimos, ${CREDITED} AS at
    FROM pagoefectivo_settlement_line l
    WHERE ${CHARGED} AND ${IN_PERIOD(CREDITED)}
      AND NOT EXISTS (SELECT 1 FROM in_parts WHERE in_parts.voucher_id = l.voucher_id)
    UNION ALL
    SELECT amount_centimos, fee_centimos, at FROM in_parts WHERE ${IN_PERIOD("at")}),
  groups AS (
    SELECT date_trunc(:by, ${LIMA_TIME("at")}) AS start, amount_centimos, fee_centimos,
           count(*)::integer AS count
    FROM charges GROUP BY 1, 2, 3 LIMIT :limit)
  SELECT to_char(start, 'YYYY-MM-DD') AS period, amount_centimos, fee_centimos, count FROM groups`

const IGV_PARTS = (card: string) => `(:igvParts::numeric[])[1 + ${card}]`

/**
 * Fees in currencies that no card of their provider is for, and fees of what is still held in any
 * currency; each by period and currency.
 */
const OTHERS = (card: string) => `
  WITH fees AS (
    SELECT false AS is_held, ${CREDITED} AS at, l.currency_code, l.fee_centimos, ${IGV_PARTS(card)} AS igv
    FROM pagoefectivo_settlement_line l
    WHERE ${FEES_OF("settled")} AND l.currency_code IS DISTINCT FROM
      (:cardCurrencies::text[])[1 + ${card}]
    UNION ALL
    SELECT true, ${CREDITED}, l.currency_code, l.fee_centimos, ${IGV_PARTS(card)}
    FROM pagoefectivo_settlement_line l
    WHERE ${FEES_OF("held")} AND NOT EXISTS (
      SELECT 1 FROM pagoefectivo_settlement_line later
      WHERE later.voucher_id = l.voucher_id AND later.type = 'payment' AND later.status <> 'held'
        AND later.ledger IS DISTINCT FROM 'paid' AND ${STANDS("later")}
        AND NOT ${ANNOUNCED("later")}))
  SELECT to_char(date_trunc(:by, ${LIMA_TIME("at")}), 'YYYY-MM-DD') AS period, currency_code, is_held,
         count(*)::integer AS count, sum(fee_centimos)::text AS fees,
         sum(fee_centimos - round(fee_centimos * :whole::numeric / (:whole::numeric + igv)))::text AS igv
  FROM fees WHERE ${IN_PERIOD("at")} GROUP BY 1, 2, 3`

/** Fees as the reports charged them. */
export class ChargedFeeStore {
  constructor(private readonly sql: SqlConnection) {}

  /**
   * `cardCurrencies`: of the cards as `cardNumber` counts them; null without one. `igvParts`: their
   * IGV as parts of `whole`.
   */
  async others(
    period: Pick<FeePeriod, "from" | "to" | "by">,
    cards: {
      ownProviders: readonly string[]
      starts: readonly number[]
      cardCurrencies: (string | null)[]
      igvParts: number[]
      whole: number
    },
  ): Promise<OtherFees[]> {
    const card = cardNumber(cards, "l.provider_id", PAID)
    const { rows } = await this.sql.raw<{ rows: OtherFees[] }>(OTHERS(card), {
      ...period,
      starts: `{${cards.starts.join(",")}}`,
      periods: cards.starts.length + 1,
      ownProviders: `{${cards.ownProviders.join(",")}}`,
      igvParts: `{${cards.igvParts.join(",")}}`,
      whole: cards.whole,
      cardCurrencies: `{${cards.cardCurrencies.map((code) => code ?? "NULL").join(",")}}`,
    })
    return rows
  }

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
