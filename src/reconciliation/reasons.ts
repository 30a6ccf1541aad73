import type { CurrencyCode } from "./currency"

/** The closed set of reasons, as published in the contract. Texts for people live elsewhere. */
export const RECONCILIATION_REASONS = [
  "missing_capture",
  "unknown_reference",
  "unsettled",
  "settled_late",
  "amount_mismatch",
  "currency_mismatch",
  "duplicate_payment",
  "duplicate_line",
  "late_payment",
  "orphan_payment",
  "refund_missing",
  "refund_unexpected",
  "refund_mismatch",
  "reversed",
  "fee_mismatch",
  "fx_mismatch",
  "payout_mismatch",
  "held",
] as const

export type ReconciliationReason = (typeof RECONCILIATION_REASONS)[number]

/** Sub-cases of a reason. A finding without a detail is the plain case of its reason. */
export const FINDING_DETAILS = {
  /** `gateway_unconfirmed`: settled, yet the gateway does not say "paid"; nothing may be captured. */
  missing_capture: ["gateway_unconfirmed", "partly_captured"],
  unknown_reference: ["no_reference"],
  /** `gateway_unconfirmed`: only the store believes that it was paid. */
  unsettled: ["gateway_unconfirmed"],
  settled_late: [],
  /**
   * `underpaid`/`overpaid`: report against voucher; `gateway_…`: gateway against voucher, and
   * `at_gateway` the same, seen live; `overpaid_order`: the order owed less than the code asked for.
   */
  amount_mismatch: [
    "underpaid",
    "overpaid",
    "gateway_underpaid",
    "gateway_overpaid",
    "captured_more",
    "at_gateway",
    "overpaid_order",
  ],
  /** Who used the other currency; `at_gateway`: seen live. */
  currency_mismatch: ["settlement", "gateway", "at_gateway"],
  /** `another_voucher`: two codes of one order; `same_voucher`: two payments of one code. */
  duplicate_payment: ["another_voucher", "same_voucher"],
  duplicate_line: [],
  /**
   * Seen live. `captured_while_canceling`: payment and cancellation crossed; `half_canceled`: the
   * cancellation died when the stock was back and the money was not.
   */
  late_payment: [
    "paid_before_cancellation",
    "paid_at_unknown",
    "gateway_unconfirmed",
    "captured_while_canceling",
    "half_canceled",
  ],
  /** Seen live, `session_gone`: its payment session no longer exists; `cart_not_completed`: no order came of it. */
  orphan_payment: ["gateway_unconfirmed", "session_gone", "cart_not_completed"],
  refund_missing: [],
  refund_unexpected: [],
  /** `short`: less in the report than in the store; `excess`: more. */
  refund_mismatch: ["short", "excess"],
  /** `returned_to_payer`: it came when the code had ended, was never booked, and went straight back. */
  reversed: ["gateway", "settlement", "returned_to_payer"],
  /** `net_inconsistent`: net is not amount − fee. */
  fee_mismatch: ["overcharged", "undercharged", "net_inconsistent"],
  fx_mismatch: ["settlement_currency", "rate"],
  /** `unreported`: the bank received a deposit, and no report tells of its payout. */
  payout_mismatch: ["total", "bank_deposit", "mixed_currencies", "unreported"],
  /** `not_released`: the releases of its day are reported, and it is not among them. */
  held: ["gateway", "settlement", "not_released"],
} as const satisfies Record<ReconciliationReason, readonly string[]>

export type FindingDetail<R extends ReconciliationReason> = (typeof FINDING_DETAILS)[R][number]

/** The compared fields. Money is a decimal string with two digits, days are `YYYY-MM-DD`. */
export type ComparedFields = Record<string, string>

/** What a finding is linked to; whatever does not apply is absent. */
export interface FindingLinks {
  voucherId?: string
  orderId?: string
  lineId?: string
  payoutId?: string
  noticeId?: string
}

/**
 * One thing that does not add up. It holds nothing that changes from run to run by itself (such as
 * "days late"), so that equal facts always give an equal finding.
 */
export interface FindingOf<R extends ReconciliationReason> extends FindingLinks {
  reason: R
  detail?: FindingDetail<R>
  /** Stable identity of the case: the same fact opens, heals and reopens the same case. */
  key: string
  expected: ComparedFields
  actual: ComparedFields
  /** Decimal string with two digits, never negative. */
  amountAtRisk: string
  /** What the store gave back is taken off the amount at risk already. */
  afterRefunds?: true
  currencyCode: CurrencyCode
}

export type Finding = { [R in ReconciliationReason]: FindingOf<R> }[ReconciliationReason]

export function isReconciliationReason(value: unknown): value is ReconciliationReason {
  return RECONCILIATION_REASONS.some((reason) => reason === value)
}
