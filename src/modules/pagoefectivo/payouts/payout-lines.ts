import type { SqlConnection } from "../sql/connection"
import { ANNOUNCED, STANDS } from "../sql/lines"
import type { CaseRow, SettlementLineRow } from "../types"
import type { PayoutKey } from "./payout-changes"

/** A line of a payout, with what it leads to. */
export interface PayoutLineRecord extends SettlementLineRow {
  filename: string | null
  cip: string | null
  order_id: string | null
  cases: Pick<CaseRow, "id" | "reason" | "status">[]
}

/** What can be sorted by, as columns of the line. */
export const PAYOUT_LINE_ORDERS = {
  credited_at: "credited_at",
  paid_at: "paid_at",
  line_number: "line_number",
  type: "type",
  status: "status",
  amount: "amount_centimos",
  fee: "fee_centimos",
  net: "net_centimos",
} as const

export interface PayoutLineQuery {
  statuses?: string[] | null
  types?: string[] | null
  /** Only lines that something is wrong with, or only the others; null for all. */
  trouble?: boolean | null
  search?: { like: string; centimos: number | null; orderIds: string[] } | null
  order: { by: keyof typeof PAYOUT_LINE_ORDERS; direction: "ASC" | "DESC" }
  limit: number
  offset: number
}

/** As much of a line as a difference is explained by. */
export interface SuspectRecord extends Pick<
  SettlementLineRow,
  | "id"
  | "type"
  | "status"
  | "amount_centimos"
  | "fee_centimos"
  | "net_centimos"
  | "currency_code"
  | "settlement_currency_code"
  | "payment_id"
  | "voucher_id"
> {
  /** When the payment was made, which says the rate card; else when it was credited. */
  judged_at: Date | null
  /** Of a report that was taken back. */
  is_left_out: boolean
  is_announced: boolean
}

const PAID_OUT_IN = (line: string) =>
  `coalesce(${line}.settlement_currency_code, ${line}.currency_code)`

/** What shoppers paid is no line of a payout, whatever its report names. */
const OF_PAYOUT = `
  l.payout_id = :payout_id AND l.provider_id = :provider_id
  AND ${PAID_OUT_IN("l")} = :currency_code AND l.ledger IS DISTINCT FROM 'paid'`

/** Cases about a line, and those about its code that name no line. */
const ITS_CASE = `
  c.deleted_at IS NULL AND (c.line_id = l.id OR (c.line_id IS NULL AND c.voucher_id = l.voucher_id))`

/** An open case, no code, or a net that is not amount − fee. */
const IN_TROUBLE = `(
  l.voucher_id IS NULL
  OR coalesce(l.net_centimos <> l.amount_centimos - l.fee_centimos
              AND ${PAID_OUT_IN("l")} = l.currency_code, false)
  OR EXISTS (SELECT 1 FROM pagoefectivo_case c WHERE c.status = 'open' AND ${ITS_CASE}))`

const IS_SEARCHED = `(:like::text IS NULL OR l.payment_id ILIKE :like
  OR l.external_reference ILIKE :like
  OR abs(:centimos::bigint) IN (abs(l.amount_centimos), abs(l.fee_centimos), abs(l.net_centimos))
  OR EXISTS (SELECT 1 FROM pagoefectivo_voucher v WHERE v.id = l.voucher_id
             AND (v.cip ILIKE :like OR v.order_id = ANY(:orderIds::text[]))))`

const WITH_CONTEXT = (page: string, order: string) => `
  SELECT l.*, r.filename, v.cip, v.order_id, coalesce(found.cases, '[]') AS cases
  FROM (${page}) l
  LEFT JOIN pagoefectivo_settlement_report r ON r.id = l.report_id
  LEFT JOIN pagoefectivo_voucher v ON v.id = l.voucher_id AND v.deleted_at IS NULL
  LEFT JOIN LATERAL (
    SELECT json_agg(json_build_object('id', c.id, 'reason', c.reason, 'status', c.status)
                    ORDER BY c.opened_at, c.id) AS cases
    FROM pagoefectivo_case c WHERE ${ITS_CASE}) found ON true
  ORDER BY ${order}`

/** Lines of one report stand in its order. */
const ORDER = ({ by, direction }: PayoutLineQuery["order"]) =>
  `l.${PAYOUT_LINE_ORDERS[by]} ${direction} NULLS LAST, l.report_id, l.line_number, l.id`

const PAGE = (query: PayoutLineQuery) => `
  SELECT l.*, count(*) OVER () AS total FROM pagoefectivo_settlement_line l
  WHERE ${OF_PAYOUT} AND ${STANDS("l")}
    AND (:statuses::text[] IS NULL OR l.status = ANY(:statuses::text[]))
    AND (:types::text[] IS NULL OR l.type = ANY(:types::text[]))
    AND (:trouble::boolean IS NULL OR ${IN_TROUBLE} = :trouble) AND ${IS_SEARCHED}
  ORDER BY ${ORDER(query.order)} LIMIT :limit OFFSET :offset`

/** Versions of a row that another report tells better are no lines that were left out. */
const SUSPECTS = `
  SELECT l.id, l.type, l.status, l.amount_centimos, l.fee_centimos, l.net_centimos,
         l.currency_code, l.settlement_currency_code, l.payment_id, l.voucher_id,
         coalesce(v.paid_at, l.paid_at, l.credited_at) AS judged_at,
         l.deleted_at IS NOT NULL AS is_left_out, ${ANNOUNCED("l")} AS is_announced
  FROM pagoefectivo_settlement_line l
  LEFT JOIN pagoefectivo_voucher v ON v.id = l.voucher_id
  WHERE ${OF_PAYOUT} AND l.replaced_by IS NULL AND l.id > :after
  ORDER BY l.id LIMIT :limit`

/**
 * Payout by payout, so that each is found by its index. Equal fees are counted first: what is exact is
 * slow, and a payout has few different ones.
 */
const IGV_SUMS = `
  SELECT asked.place, sum(fees.count * (fees.fee_centimos - round(
           fees.fee_centimos * asked.denominator / (asked.denominator + asked.numerator))))::text AS igv
  FROM jsonb_to_recordset(:payouts::jsonb) AS asked (
    provider_id text, payout_id text, currency_code text, place integer, numerator numeric,
    denominator numeric)
  CROSS JOIN LATERAL (
    SELECT l.fee_centimos, count(*) AS count FROM pagoefectivo_settlement_line l
    WHERE l.payout_id = asked.payout_id AND l.provider_id = asked.provider_id
      AND ${PAID_OUT_IN("l")} = asked.currency_code AND l.fee_centimos IS NOT NULL
      AND l.status <> 'held' AND l.ledger IS DISTINCT FROM 'paid'
      AND ${STANDS("l")} AND NOT ${ANNOUNCED("l")}
    GROUP BY l.fee_centimos) fees
  GROUP BY asked.place`

/** The lines of single payouts. */
export class PayoutLineStore {
  constructor(private readonly sql: SqlConnection) {}

  async list(payout: PayoutKey, query: PayoutLineQuery): Promise<[PayoutLineRecord[], number]> {
    const { rows } = await this.sql.raw<{ rows: (PayoutLineRecord & { total: string })[] }>(
      WITH_CONTEXT(PAGE(query), ORDER(query.order)),
      {
        ...payout,
        statuses: asArray(query.statuses),
        types: asArray(query.types),
        trouble: query.trouble ?? null,
        like: query.search?.like ?? null,
        centimos: query.search?.centimos ?? null,
        orderIds: asArray(query.search?.orderIds ?? []),
        limit: query.limit,
        offset: query.offset,
      } as never,
    )
    if (rows.length === 0 && query.offset > 0) {
      const [, count] = await this.list(payout, { ...query, limit: 1, offset: 0 })
      return [[], count]
    }
    return [rows, Number(rows[0]?.total ?? 0)]
  }

  /** These lines, also those that count no more. */
  async byIds(ids: string[]): Promise<PayoutLineRecord[]> {
    const { rows } = await this.sql.raw<{ rows: PayoutLineRecord[] }>(
      WITH_CONTEXT(
        "SELECT * FROM pagoefectivo_settlement_line WHERE id = ANY(:ids::text[])",
        "l.id",
      ),
      { ids: asArray(ids) } as never,
    )
    return rows
  }

  /** Lines that name the payout, by id and in pieces; also those of reports that were taken back. */
  async suspects(payout: PayoutKey, after: string, limit: number): Promise<SuspectRecord[]> {
    const { rows } = await this.sql.raw<{ rows: SuspectRecord[] }>(SUSPECTS, {
      ...payout,
      after,
      limit,
    })
    return rows
  }

  /** The IGV within the fees of each payout's lines, in céntimos; each line's is rounded by itself. */
  async igv(
    payouts: (PayoutKey & { numerator: number; denominator: number })[],
  ): Promise<bigint[]> {
    const { rows } = await this.sql.raw<{ rows: { place: number; igv: string }[] }>(IGV_SUMS, {
      payouts: JSON.stringify(payouts.map((payout, place) => ({ ...payout, place }))),
    })
    const found = new Map(rows.map(({ place, igv }) => [place, BigInt(igv)]))
    return payouts.map((_, place) => found.get(place) ?? 0n)
  }
}

function asArray(values: string[] | null | undefined): string | null {
  return values ? `{${values.join(",")}}` : null
}
