/**
 * - `fired`: it finds something today.
 * - `covered`: by itself it would, but another reason says it better; see `reconcileVoucher`.
 * - `nothing`: it looked and found nothing.
 * - `not_applicable`: there is nothing that it could look at.
 */
export const RULE_OUTCOMES = ["fired", "covered", "nothing", "not_applicable"] as const

export type RuleOutcome = (typeof RULE_OUTCOMES)[number]

/** Why a rule did not fire, in short. Texts for people live elsewhere. */
export const WHY_CODES = [
  "announced",
  "covered",
  "has_code",
  "has_order",
  "is_booked",
  "is_payout",
  "is_settled",
  "no_code",
  "no_fee",
  "no_fee_card",
  "no_money",
  "no_order",
  "no_payout",
  "no_refund",
  "no_settlement",
  "no_subject",
  "not_due",
  "not_held",
  "not_paid",
  "not_taken_back",
  "nothing_wrong",
  "only_payment",
  "order_stands",
  "row_gone",
  "row_has_code",
  "seen_then",
  "taken_back",
  "taken_back_as_refund",
  "too_fresh",
] as const

export type WhyCode = (typeof WHY_CODES)[number]

/** In what a voucher is like a line that belongs to nobody. */
export const ALIKE_CODES = [
  "same_amount",
  "near_day",
  "same_payer",
  "similar_reference",
  "same_payment_id",
] as const

export type AlikeCode = (typeof ALIKE_CODES)[number]

/** Why a voucher was not taken for such a line. */
export const AGAINST_CODES = [
  "reference_missing",
  "reference_differs",
  "payment_id_missing",
  "payment_id_differs",
  "other_provider",
  "payment_id_shared",
  "amount_differs",
  "currency_differs",
  "days_apart",
  "payer_differs",
  "settled_before",
] as const

export type AgainstCode = (typeof AGAINST_CODES)[number]
