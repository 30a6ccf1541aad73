import type { Paginated } from "./page"

/** A notice without its raw body: what it claims, and what became of it. */
export interface AdminNotice {
  id: string
  provider_id: string
  /** `unreadable`: signed correctly, but not in a known shape. */
  verdict: "authentic" | "unreadable"
  status: "received" | "processed" | "ignored" | "failed"
  outcome: string | null
  event_type: string | null
  gateway_id: string | null
  transaction_code: string | null
  operation_number: string | null
  claimed_amount: string | null
  claimed_currency_code: string | null
  claimed_paid_at: string | null
  voucher_id: string | null
  received_at: string
  last_received_at: string
  deliveries: number
  tries: number
  next_try_at: string | null
  processed_at: string | null
  last_error: string | null
  replayed_by: string | null
  replayed_at: string | null
}

export interface AdminNoticeListResponse extends Paginated {
  notifications: AdminNotice[]
}

/** A notice as it was received, byte for byte, with the headers that were kept. */
export interface AdminNoticeDetail extends AdminNotice {
  raw_body: string
  body_sha256: string
  headers: Record<string, unknown>
  query: Record<string, unknown> | null
}

export interface AdminNoticeResponse {
  notification: AdminNoticeDetail
}
