import type { VoucherStatus } from "../voucher/format/voucher-status"
import type { AdminCase } from "./cases"
import type { AdminNotice } from "./notices"
import type { Paginated } from "./page"
import type { AdminPayout } from "./payouts"
import type { AdminRefund } from "./refunds"
import type { AdminSettlementLine } from "./settlement"

export interface AdminVoucher {
  id: string
  cip: string
  transaction_code: string
  status: VoucherStatus
  amount: string
  currency_code: string
  provider_id: string
  order_id: string | null
  order_display_id: number | null
  cart_id: string | null
  payment_session_id: string
  attempt: number
  payer_first_name: string | null
  /** The gateway's own page of the code. */
  url: string | null
  page_url: string
  issued_at: string
  expires_at: string
  paid_at: string | null
  paid_amount: string | null
  paid_currency_code: string | null
  captured_at: string | null
  closed_at: string | null
  reversed_at: string | null
  reminded_at: string | null
  gateway_status: string | null
  checked_at: string | null
  next_check_at: string | null
  closing_task: AdminClosingTask | null
  created_at: string
  updated_at: string
}

/** The open task of making a code unpayable, and what keeps it from being done. */
export interface AdminClosingTask {
  /** Why it has to become unpayable. */
  reason: "deadline" | "order_canceled" | "superseded" | "session_deleted" | "orphan" | "admin"
  since: string | null
  tries: number
  next_try_at: string | null
  last_error: string | null
}

export interface AdminVoucherListResponse extends Paginated {
  vouchers: AdminVoucher[]
}

/** A voucher with everything that happened to it. */
export interface AdminVoucherDetail extends AdminVoucher {
  events: AdminTimelineEvent[]
  attempts: AdminAttempt[]
  notices: AdminNotice[]
  refunds: AdminRefund[]
  cases: AdminCase[]
  settlement: AdminVoucherSettlement
}

export interface AdminVoucherResponse {
  voucher: AdminVoucherDetail
}

export interface AdminTimelineEvent {
  id: string
  kind: string
  at: string
  /** `system`, `gateway`, `shopper`, or an admin user's id. */
  actor: string
  data: Record<string, unknown> | null
}

/** One request to the gateway for a code. */
export interface AdminAttempt {
  id: string
  number: number
  transaction_code: string
  status: "started" | "issued" | "rejected" | "lost"
  amount: string
  currency_code: string
  started_at: string
  finished_at: string | null
  voucher_id: string | null
  error_code: string | null
  error_message: string | null
}

/** What the reports say about one code, and the payouts that its lines went into. */
export interface AdminVoucherSettlement {
  lines: AdminSettlementLine[]
  payouts: AdminPayout[]
}

/** What asking the gateway about a code led to. */
export interface AdminVoucherCheckResponse extends AdminVoucherResponse {
  outcome: "waiting" | "closed" | "reversed" | "captured" | "already_captured" | "case"
}

/** What voiding a code led to; `postponed` is tried again by itself. */
export interface AdminVoucherVoidResponse extends AdminVoucherResponse {
  outcome: "closed" | "paid" | "postponed" | "nothing_to_do"
  /** Why it was postponed. */
  reason: string | null
}

export interface AdminVoucherResendResponse extends AdminVoucherResponse {
  /** Whether there was a mail to send. */
  email: "sent" | "switched_off" | "no_provider" | "no_address" | "order_canceled"
}
