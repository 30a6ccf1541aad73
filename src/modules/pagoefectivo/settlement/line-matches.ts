import { SUGGESTION_WINDOW_DAYS } from "../../../reconciliation"
import type { SqlConnection } from "../sql/connection"
import { PAYMENT_KEY, REFERENCE_KEY } from "../sql/keys"
import { STANDS } from "../sql/lines"
import type { SettlementLineRow } from "../types"
import { refused } from "../../../errors/refusal"

/** Of a reference's beginning: a session's prefix and time, and some of what tells it from others. */
const SIMILAR_CHARACTERS = 20

export interface CandidateRow {
  id: string
  cip: string
  order_id: string | null
  amount_centimos: number
  currency_code: string
  payer_first_name: string | null
  at: Date
}

/** A voucher that a line may have been taken for. */
export interface ConsideredRow extends CandidateRow {
  provider_id: string
  transaction_code: string
  gateway_id: string | null
  is_settled: boolean
  shares_id: boolean
}

/** Finds the vouchers of lines that came without one. */
export class LineMatchStore {
  constructor(private readonly sql: SqlConnection) {}

  /**
   * A person says which voucher a line belongs to. A line that has one already stays with it.
   * @throws MedusaError (not_found) when there is no such line without a voucher, or no such voucher.
   */
  async linkLine(lineId: string, voucherId: string): Promise<void> {
    const { rowCount } = await this.sql.raw<{ rowCount: number }>(
      `UPDATE pagoefectivo_settlement_line l
       SET voucher_id = v.id, matched_by = 'person', updated_at = now()
       FROM pagoefectivo_voucher v
       WHERE l.id = ? AND v.id = ? AND ${STANDS("l")} AND v.deleted_at IS NULL
         AND (l.voucher_id IS NULL OR l.voucher_id = v.id)`,
      [lineId, voucherId],
    )
    if (rowCount > 0) return
    throw refused("line_not_linkable", { line: lineId, voucher: voucherId })
  }

  /** Vouchers that a line without one may belong to: alike in amount, within some days, unsettled. */
  async listCandidates(line: SettlementLineRow, limit: number): Promise<CandidateRow[]> {
    const { rows } = await this.sql.raw<{ rows: CandidateRow[] }>(
      `SELECT v.id, v.cip, v.order_id, v.amount_centimos, v.currency_code,
              v.payer_first_name, coalesce(v.paid_at, v.issued_at) AS at
       FROM pagoefectivo_voucher v
       WHERE v.deleted_at IS NULL AND v.currency_code = :currency
         AND v.amount_centimos BETWEEN :least AND :most
         AND (:at::timestamptz IS NULL
              OR coalesce(v.paid_at, v.issued_at)
                 BETWEEN :at::timestamptz - :days * interval '1 day'
                     AND :at::timestamptz + :days * interval '1 day')
         AND NOT EXISTS (
           SELECT 1 FROM pagoefectivo_settlement_line own
           WHERE own.voucher_id = v.id AND own.type = 'payment'
             AND own.ledger IS NOT DISTINCT FROM :ledger AND ${STANDS("own")})
       ORDER BY v.provider_id <> :providerId, abs(v.amount_centimos - :amount), v.id LIMIT :limit`,
      {
        currency: line.currency_code,
        providerId: line.provider_id,
        ledger: line.ledger,
        amount: line.amount_centimos,
        least: Math.floor(line.amount_centimos * 0.9),
        most: Math.ceil(line.amount_centimos * 1.1),
        at: line.paid_at ?? line.credited_at,
        days: SUGGESTION_WINDOW_DAYS,
        limit,
      } as never,
    )
    return rows
  }

  /**
   * Vouchers that are like a line in something: its amount within some days, its payment id, or the
   * beginning of its reference. Those that more speaks for come first.
   */
  async listConsidered(line: SettlementLineRow, limit: number): Promise<ConsideredRow[]> {
    const { rows } = await this.sql.raw<{ rows: ConsideredRow[] }>(
      `WITH wanted AS (
         SELECT ${PAYMENT_KEY(":paymentId::text")} AS payment_key,
                left(${REFERENCE_KEY(":reference::text")}, :characters) AS beginning),
       alike AS (
         SELECT v.*, coalesce(v.paid_at, v.issued_at) AS at,
                coalesce(v.payment_key = wanted.payment_key, false) AS has_id,
                coalesce(length(wanted.beginning) = :characters
                  AND left(v.reference_key, :characters) = wanted.beginning, false) AS has_reference
         FROM pagoefectivo_voucher v CROSS JOIN wanted
         WHERE v.deleted_at IS NULL)
       SELECT a.id, a.cip, a.order_id, a.amount_centimos, a.currency_code, a.payer_first_name, a.at,
              a.provider_id, a.transaction_code, a.gateway_id,
              EXISTS (SELECT 1 FROM pagoefectivo_settlement_line own
                      WHERE own.voucher_id = a.id AND own.type = 'payment'
                        AND own.ledger IS NOT DISTINCT FROM :ledger AND ${STANDS("own")}) AS is_settled,
              EXISTS (SELECT 1 FROM pagoefectivo_voucher other
                      WHERE other.payment_key = a.payment_key AND other.provider_id = a.provider_id
                        AND other.id <> a.id AND other.deleted_at IS NULL) AS shares_id
       FROM alike a
       WHERE a.has_id OR a.has_reference
          OR (a.currency_code = :currency AND a.amount_centimos BETWEEN :least AND :most
              AND (:at::timestamptz IS NULL
                   OR a.at BETWEEN :at::timestamptz - :days * interval '1 day'
                               AND :at::timestamptz + :days * interval '1 day'))
       ORDER BY a.has_id DESC, a.has_reference DESC, abs(a.amount_centimos - :amount),
                abs(extract(epoch FROM a.at - :at::timestamptz)), a.id
       LIMIT :limit`,
      {
        currency: line.currency_code,
        ledger: line.ledger,
        paymentId: line.payment_id,
        reference: line.external_reference,
        characters: SIMILAR_CHARACTERS,
        amount: line.amount_centimos,
        least: Math.floor(line.amount_centimos * 0.9),
        most: Math.ceil(line.amount_centimos * 1.1),
        at: line.paid_at ?? line.credited_at,
        days: SUGGESTION_WINDOW_DAYS,
        limit,
      } as never,
    )
    return rows
  }

  /** Looks once more for the vouchers of lines that have none. Returns how many were found. */
  async rematch(): Promise<number> {
    const byCode = await this.sql.raw<{ rowCount: number }>(
      `UPDATE pagoefectivo_settlement_line l
       SET voucher_id = v.id, matched_by = 'transaction_code', updated_at = now()
       FROM pagoefectivo_voucher v
       WHERE l.voucher_id IS NULL AND ${STANDS("l")} AND v.deleted_at IS NULL
         AND v.reference_key = ${REFERENCE_KEY("l.external_reference")}`,
    )
    return byCode.rowCount + (await matchByPaymentId(this.sql, null))
  }

  /**
   * Lines without a voucher whose reference is that of an attempt whose answer was lost: the code
   * exists at the gateway, and only the report says so.
   */
  async listLostCodes(limit: number): Promise<{ payment_id: string; provider_id: string }[]> {
    const { rows } = await this.sql.raw<{ rows: { payment_id: string; provider_id: string }[] }>(
      `SELECT DISTINCT l.payment_id, a.provider_id
       FROM pagoefectivo_settlement_line l
       JOIN pagoefectivo_attempt a
         ON lower(a.transaction_code) = ${REFERENCE_KEY("l.external_reference")}
       WHERE l.voucher_id IS NULL AND ${STANDS("l")} AND l.payment_id IS NOT NULL
         AND a.voucher_id IS NULL AND a.deleted_at IS NULL
       ORDER BY l.payment_id LIMIT ?`,
      [limit],
    )
    return rows
  }
}

/**
 * Lines without a voucher by CIP or payment id, where only one voucher of their provider has it: of one
 * report, or all. Each gateway counts its payments by itself, so an id of one says nothing of another.
 */
export async function matchByPaymentId(
  sql: SqlConnection,
  reportId: string | null,
): Promise<number> {
  const { rowCount } = await sql.raw<{ rowCount: number }>(
    `UPDATE pagoefectivo_settlement_line l
     SET voucher_id = v.id, matched_by = 'payment_id', updated_at = now()
     FROM pagoefectivo_voucher v
     WHERE l.voucher_id IS NULL AND ${STANDS("l")} AND v.deleted_at IS NULL
       ${reportId ? "AND l.report_id = :reportId" : ""}
       AND v.payment_key = ${PAYMENT_KEY("l.payment_id")} AND v.provider_id = l.provider_id
       AND NOT EXISTS (
         SELECT 1 FROM pagoefectivo_voucher other
         WHERE other.payment_key = v.payment_key AND other.provider_id = v.provider_id
           AND other.id <> v.id AND other.deleted_at IS NULL)`,
    reportId ? { reportId } : {},
  )
  return rowCount
}
