import type { VoucherRow } from "../../modules/pagoefectivo"
import {
  type SessionViewOptions,
  voucherSessionView,
  type VoucherSessionView,
} from "../../modules/pagoefectivo/vouchers/session-view"

/** What a payment session shows to a storefront. No payer data, no secret. */
export interface StoredSession extends Record<string, unknown> {
  session_id: string
  /** Decimal text with two digits. */
  amount: string
  /** Lower case. */
  currency_code: string
  voucher?: VoucherSessionView
}

export function sessionData(
  base: { session_id: string; amount: string; currency_code: string },
  voucher: VoucherRow | null,
  options: SessionViewOptions,
): StoredSession {
  return {
    session_id: base.session_id,
    amount: base.amount,
    currency_code: base.currency_code.toLowerCase(),
    ...(voucher && { voucher: voucherSessionView(voucher, options) }),
  }
}

/**
 * Medusa merges what a storefront sends into the session. Anything that is not the provider's own
 * is blanked, so that a client can neither plant a voucher nor leave payer data in there.
 */
export function blankForeignFields(
  input: Record<string, unknown> | undefined,
): Record<string, undefined> {
  return Object.fromEntries(Object.keys(input ?? {}).map((name) => [name, undefined]))
}
