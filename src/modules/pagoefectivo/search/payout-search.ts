import type { SqlConnection } from "../sql/connection"
import type { FoundPayout, SearchTerms } from "./search-terms"

/** There are a few payouts a day: their sums are read whole, as the list of payouts does. */
const PAYOUTS = `
  SELECT payout_id, provider_id, currency_code, min(place) AS place
  FROM (
    SELECT s.payout_id, s.provider_id, s.paid_out_currency_code AS currency_code,
           CASE WHEN lower(s.payout_id) = :text THEN 0 ELSE 2 END AS place
    FROM pagoefectivo_settlement_sum s
    WHERE s.payout_id IS NOT NULL AND s.status <> 'held' AND s.ledger IS DISTINCT FROM 'paid'
    GROUP BY 1, 2, 3
    HAVING lower(s.payout_id) LIKE :beginning OR sum(s.net_centimos) = :amount::bigint
    UNION ALL
    SELECT p.payout_id, p.provider_id, p.currency_code,
           CASE WHEN lower(p.payout_id) = :text THEN 0
                WHEN lower(p.bank_reference) = :text THEN 1 ELSE 2 END AS place
    FROM pagoefectivo_payout p
    WHERE p.deleted_at IS NULL AND (lower(p.payout_id) LIKE :beginning
      OR lower(p.bank_reference) = :text OR p.bank_deposit_centimos = :amount::bigint
      OR p.declared_total_centimos = :amount::bigint)
  ) found
  GROUP BY 1, 2, 3 ORDER BY 4, 1 DESC, 2, 3 LIMIT :limit`

/** Payouts by their number or its beginning, the bank's reference, or an amount. */
export async function findPayouts(
  sql: SqlConnection,
  { text, amountCentimos }: SearchTerms,
  limit: number,
): Promise<FoundPayout[]> {
  const lower = text.toLowerCase()
  const { rows } = await sql.raw<{ rows: (FoundPayout & { place: number })[] }>(PAYOUTS, {
    text: lower,
    beginning: `${lower.replace(/[\\%_]/g, "\\$&")}%`,
    amount: amountCentimos,
    limit,
  } as never)
  return rows.map(({ payout_id, provider_id, currency_code, place }) => ({
    payout_id,
    provider_id,
    currency_code,
    by: place === 1 ? "bank_reference" : isNumber(payout_id, lower) ? "payout" : "amount",
  }))
}

function isNumber(payoutId: string, typed: string): boolean {
  return payoutId.toLowerCase().startsWith(typed)
}
