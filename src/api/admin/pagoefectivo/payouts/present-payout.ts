import type { PayoutSummary } from "../../../../modules/pagoefectivo/payout-store"
import { formatCentimos } from "../../../../reconciliation"
import { iso } from "../../../support/iso"

/** A payout: money as decimal text, times as ISO 8601 in UTC. */
export function presentPayout(payout: PayoutSummary) {
  const { declared_total_centimos: declared, bank_deposit_centimos: deposit } = payout
  return {
    payout_id: payout.payout_id,
    provider_id: payout.provider_id,
    currency_code: payout.currency_code,
    lines_count: payout.lines_count,
    gross: formatCentimos(BigInt(payout.gross)),
    fees: formatCentimos(BigInt(payout.fees)),
    net: formatCentimos(BigInt(payout.net)),
    first_credited_at: iso(payout.first_credited_at),
    last_credited_at: iso(payout.last_credited_at),
    declared_total: declared === null ? null : formatCentimos(declared),
    bank_deposit: deposit === null ? null : formatCentimos(deposit),
    bank_deposited_at: iso(payout.bank_deposited_at),
    bank_reference: payout.bank_reference,
    entered_by: payout.entered_by,
  }
}
