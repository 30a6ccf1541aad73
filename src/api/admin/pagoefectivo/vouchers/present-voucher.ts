import type { AdminClosingTask, AdminVoucher } from "../../../../http-types"
import type { VoucherRow } from "../../../../modules/pagoefectivo"
import { formatCentimos } from "../../../../peru/centimos"
import { voucherPageUrl } from "../../../../modules/pagoefectivo/vouchers/session-view"
import { iso } from "../../../support/iso"

export interface VoucherContext {
  backendUrl: string
  /** Numbers by order id. */
  orderNumbers: Map<string, number>
}

/** A voucher as the admin sees it: money as decimal text, times as ISO 8601 in UTC. */
export function presentVoucher(
  voucher: VoucherRow,
  { backendUrl, orderNumbers }: VoucherContext,
): AdminVoucher {
  return {
    id: voucher.id,
    cip: voucher.cip,
    transaction_code: voucher.transaction_code,
    status: voucher.status,
    amount: formatCentimos(voucher.amount_centimos),
    currency_code: voucher.currency_code,
    provider_id: voucher.provider_id,
    order_id: voucher.order_id,
    order_display_id: orderNumbers.get(voucher.order_id ?? "") ?? null,
    cart_id: voucher.cart_id,
    payment_session_id: voucher.payment_session_id,
    attempt: voucher.attempt,
    payer_first_name: voucher.payer_first_name,
    url: voucher.url,
    page_url: voucherPageUrl(voucher.token, backendUrl),
    issued_at: iso(voucher.issued_at),
    expires_at: iso(voucher.expires_at),
    paid_at: iso(voucher.paid_at),
    paid_amount: voucher.paid_centimos === null ? null : formatCentimos(voucher.paid_centimos),
    paid_currency_code: voucher.paid_currency_code,
    captured_at: iso(voucher.captured_at),
    closed_at: iso(voucher.closed_at),
    reversed_at: iso(voucher.reversed_at),
    reminded_at: iso(voucher.reminded_at),
    gateway_status: voucher.gateway_status,
    checked_at: iso(voucher.checked_at),
    next_check_at: iso(voucher.next_check_at),
    closing_task: presentClosingTask(voucher),
    created_at: iso(voucher.created_at),
    updated_at: iso(voucher.updated_at),
  }
}

/** The open task of making a code unpayable, and what keeps it from being done. */
function presentClosingTask(voucher: VoucherRow): AdminClosingTask | null {
  if (!voucher.closing_reason) return null
  return {
    reason: voucher.closing_reason,
    since: iso(voucher.closing_since),
    tries: voucher.closing_tries,
    next_try_at: iso(voucher.closing_next_try_at),
    last_error: voucher.closing_last_error,
  }
}
