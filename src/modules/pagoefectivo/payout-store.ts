import { generateEntityId } from "@medusajs/framework/utils"
import type { SqlConnection } from "./sql"

export interface PayoutSummary {
  payout_id: string
  provider_id: string
  currency_code: string
  lines_count: number
  /** Céntimos, as texts: a payout may be more than one code can cost. */
  gross: string
  fees: string
  net: string
  first_credited_at: Date | null
  last_credited_at: Date | null
  declared_total_centimos: number | null
  bank_deposit_centimos: number | null
  bank_deposited_at: Date | null
  bank_reference: string | null
  entered_by: string | null
}

export interface BankDeposit {
  payoutId: string
  providerId: string
  currencyCode: string
  declaredTotalCentimos: number | null
  bankDepositCentimos: number
  bankDepositedAt: Date | null
  bankReference: string | null
  /** An admin user's id. */
  enteredBy: string
}

const SUMMARIES = `
  WITH sums AS (
    SELECT provider_id, payout_id, paid_out_currency_code AS currency_code,
           sum(lines)::integer AS lines_count, sum(gross_centimos) AS gross,
           sum(fees_centimos) AS fees, sum(net_centimos) AS net,
           min(first_credited_at) AS first_credited_at, max(last_credited_at) AS last_credited_at
    FROM pagoefectivo_settlement_sum
    WHERE payout_id IS NOT NULL AND status <> 'held'
      AND (:payoutId::text IS NULL OR payout_id = :payoutId)
    GROUP BY 1, 2, 3)
  SELECT coalesce(s.payout_id, e.payout_id) AS payout_id,
         coalesce(s.provider_id, e.provider_id) AS provider_id,
         coalesce(s.currency_code, e.currency_code) AS currency_code,
         coalesce(s.lines_count, 0) AS lines_count, coalesce(s.gross, 0)::text AS gross,
         coalesce(s.fees, 0)::text AS fees, coalesce(s.net, 0)::text AS net,
         s.first_credited_at, s.last_credited_at, e.declared_total_centimos,
         e.bank_deposit_centimos, e.bank_deposited_at, e.bank_reference, e.entered_by,
         count(*) OVER () AS total
  FROM sums s
  FULL JOIN (
    SELECT * FROM pagoefectivo_payout
    WHERE deleted_at IS NULL AND (:payoutId::text IS NULL OR payout_id = :payoutId)
  ) e ON e.payout_id = s.payout_id AND e.currency_code = s.currency_code
     AND e.provider_id = s.provider_id
  ORDER BY coalesce(s.last_credited_at, e.bank_deposited_at, e.created_at) DESC NULLS LAST, 1, 3
  LIMIT :limit OFFSET :offset`

/** Payouts: what the reports' lines add up to, and what the bank received. */
export class PayoutStore {
  constructor(private readonly sql: SqlConnection) {}

  async list(page: {
    payoutId: string | null
    limit: number
    offset: number
  }): Promise<[PayoutSummary[], number]> {
    const { rows } = await this.sql.raw<{ rows: (PayoutSummary & { total: string })[] }>(
      SUMMARIES,
      page as never,
    )
    return [rows.map(({ total: _total, ...row }) => row), Number(rows[0]?.total ?? 0)]
  }

  /** What the bank received, all of it or nothing; entered again, it replaces what was there. */
  async enter(deposits: BankDeposit[]): Promise<void> {
    await this.sql.raw(
      `INSERT INTO pagoefectivo_payout
         (id, provider_id, payout_id, currency_code, declared_total_centimos,
          bank_deposit_centimos, bank_deposited_at, bank_reference, entered_by)
       SELECT * FROM jsonb_to_recordset(?::jsonb) AS entered (
         id text, provider_id text, payout_id text, currency_code text,
         declared_total_centimos integer, bank_deposit_centimos integer,
         bank_deposited_at timestamptz, bank_reference text, entered_by text)
       ON CONFLICT (payout_id, currency_code, provider_id) WHERE deleted_at IS NULL DO UPDATE
         SET declared_total_centimos =
               coalesce(EXCLUDED.declared_total_centimos, pagoefectivo_payout.declared_total_centimos),
             bank_deposit_centimos = EXCLUDED.bank_deposit_centimos,
             bank_deposited_at = EXCLUDED.bank_deposited_at,
             bank_reference = EXCLUDED.bank_reference, entered_by = EXCLUDED.entered_by,
             updated_at = now()`,
      [JSON.stringify(deposits.map(columnsOf))],
    )
  }

  /** Those of `payoutIds` that no line of a provider's reports names. */
  async withoutLines(providerId: string, payoutIds: string[]): Promise<string[]> {
    const { rows } = await this.sql.raw<{ rows: { payout_id: string }[] }>(
      `SELECT payout_id FROM unnest(?::text[]) WITH ORDINALITY AS asked (payout_id, place)
       WHERE NOT EXISTS (
         SELECT 1 FROM pagoefectivo_settlement_line l
         WHERE l.payout_id = asked.payout_id AND l.provider_id = ? AND l.deleted_at IS NULL)
       ORDER BY place`,
      [payoutIds, providerId],
    )
    return rows.map(({ payout_id }) => payout_id)
  }
}

function columnsOf(deposit: BankDeposit) {
  return {
    id: generateEntityId("", "pepay"),
    provider_id: deposit.providerId,
    payout_id: deposit.payoutId,
    currency_code: deposit.currencyCode,
    declared_total_centimos: deposit.declaredTotalCentimos,
    bank_deposit_centimos: deposit.bankDepositCentimos,
    bank_deposited_at: deposit.bankDepositedAt,
    bank_reference: deposit.bankReference,
    entered_by: deposit.enteredBy,
  }
}
