import type { AdminNotice, AdminNoticeDetail } from "../../../../http-types"
import type { NoticeRow } from "../../../../modules/pagoefectivo"
import { iso } from "../../../support/iso"

/** A notice without its raw body: what it claims, and what became of it. */
export function presentNotice(notice: NoticeRow): AdminNotice {
  return {
    id: notice.id,
    provider_id: notice.provider_id,
    verdict: notice.verdict,
    status: notice.status,
    outcome: notice.outcome,
    event_type: notice.event_type,
    gateway_id: notice.gateway_id,
    transaction_code: notice.transaction_code,
    operation_number: notice.operation_number,
    claimed_amount: notice.claimed_amount,
    claimed_currency_code: notice.claimed_currency_code,
    claimed_paid_at: iso(notice.claimed_paid_at),
    voucher_id: notice.voucher_id,
    received_at: iso(notice.received_at),
    last_received_at: iso(notice.last_received_at),
    deliveries: notice.deliveries,
    tries: notice.tries,
    next_try_at: iso(notice.next_try_at),
    processed_at: iso(notice.processed_at),
    last_error: notice.last_error,
    replayed_by: notice.replayed_by,
    replayed_at: iso(notice.replayed_at),
  }
}

/** A notice as it was received, byte for byte, with the headers that were kept. */
export function presentNoticeWithBody(notice: NoticeRow): AdminNoticeDetail {
  return {
    ...presentNotice(notice),
    raw_body: notice.raw_body,
    body_sha256: notice.body_sha256,
    headers: notice.headers,
    query: notice.query,
  }
}
