import type { SqlConnection } from "../sql/connection"
import { LIMA_DAY } from "../sql/lima"
import { STANDS } from "../sql/lines"

/** Adds up the lines for which `condition` holds. */
export const RECORD_SUMS = (condition: string) => `
  INSERT INTO pagoefectivo_settlement_sum
    (report_id, provider_id, ledger, payout_id, currency_code, paid_out_currency_code, type, status,
     credited_day, lines, gross_centimos, fees_centimos, net_centimos, first_credited_at,
     last_credited_at)
  SELECT report_id, provider_id, ledger, payout_id, currency_code,
         coalesce(settlement_currency_code, currency_code), type, status,
         ${LIMA_DAY("credited_at")}, count(*), sum(amount_centimos),
         coalesce(sum(fee_centimos), 0),
         sum(coalesce(net_centimos, amount_centimos - coalesce(fee_centimos, 0))::bigint),
         min(credited_at), max(credited_at)
  FROM pagoefectivo_settlement_line l
  WHERE ${condition} AND ${STANDS("l")}
  GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9`

/**
 * Adds up a report's lines by payout, currency, kind and day of credit, in the transaction that takes
 * them in. A line never changes what it says, so the sums stay true, and no page has to add up
 * millions of lines. Where a payout finds its lines later, or another report tells one better, they are
 * added up anew.
 */
export async function recordSums(trx: SqlConnection, reportId: string): Promise<void> {
  await trx.raw("DELETE FROM pagoefectivo_settlement_sum WHERE report_id = ?", [reportId])
  await trx.raw(RECORD_SUMS("report_id = ?"), [reportId])
}
