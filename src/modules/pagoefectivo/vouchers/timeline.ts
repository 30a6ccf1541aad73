import type { Actor } from "../types"

/** What a voucher's timeline tells. The admin has a text for each, in every language. */
export const TIMELINE_KINDS = [
  "issued",
  "issued_by_hand",
  "paid",
  "captured",
  "closed",
  "expired",
  "reversed",
  "closing_requested",
  "found_by_polling",
  "checked",
  "resent",
  "moved",
  "order_canceled",
  "order_kept",
  "paid_by_other_means",
  "case_opened",
  "email_issued",
  "email_expiring",
  "email_paid",
  "email_expired",
  "email_refunded",
  "refund_requested",
  "refund_to_transfer",
  "refund_transferred",
  "refund_approved",
  "refund_rejected",
] as const

export type TimelineKind = (typeof TIMELINE_KINDS)[number]

/** Why an order was not cancelled although its code has expired: `reason` of an `order_kept` line. */
export const KEPT_REASONS = [
  "no_order",
  "owes_nothing",
  "order_has_another_payment",
  "not_the_current_code",
  "another_code_is_paid",
  "platform_refused",
] as const

export type KeptReason = (typeof KEPT_REASONS)[number]

export interface TimelineLine {
  kind: TimelineKind
  actor: Actor
  data?: Record<string, unknown> | null
}
