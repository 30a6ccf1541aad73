import type { ReconciliationReason } from "./reasons"

/**
 * What a person can do with a case:
 * - `check_gateway`: ask the gateway now.
 * - `capture_on_order`: book the payment on its order, if the order still stands.
 * - `reorder_from_cart`: place the order again from its cart, if stock allows.
 * - `complete_order`: complete the cart of an orphan payment.
 * - `link`: say which voucher or order a line or payment belongs to.
 * - `give_back`: refund what was paid beyond the order's debt, as any refund of the store is made.
 * - `cancel_order`: cancel an order whose cancellation died half-way; what was paid is refunded.
 * - `record_refund`: record in the store a refund that the report shows.
 * - `refunded_outside`: money was given back by other means; needs a reference.
 * - `claim`: raised with the collector; needs a reference.
 * - `enter_bank_deposit`: enter or correct what the bank received.
 * - `accept`: the difference is right as it is; needs a note.
 * - `dismiss`: no case after all; needs a note.
 */
export const CASE_ACTIONS = [
  "check_gateway",
  "capture_on_order",
  "reorder_from_cart",
  "complete_order",
  "link",
  "give_back",
  "cancel_order",
  "record_refund",
  "refunded_outside",
  "claim",
  "enter_bank_deposit",
  "accept",
  "dismiss",
] as const

export type CaseAction = (typeof CASE_ACTIONS)[number]

const ACTIONS: Record<ReconciliationReason, readonly CaseAction[]> = {
  missing_capture: ["check_gateway", "capture_on_order", "refunded_outside", "dismiss"],
  unknown_reference: ["link", "refunded_outside", "claim", "dismiss"],
  unsettled: ["check_gateway", "claim", "accept", "dismiss"],
  settled_late: ["claim", "accept", "dismiss"],
  amount_mismatch: ["check_gateway", "accept", "refunded_outside", "claim", "dismiss"],
  currency_mismatch: ["check_gateway", "refunded_outside", "claim", "accept", "dismiss"],
  duplicate_payment: ["refunded_outside", "link", "accept", "dismiss"],
  duplicate_line: ["claim", "accept", "dismiss"],
  late_payment: ["capture_on_order", "reorder_from_cart", "refunded_outside", "dismiss"],
  orphan_payment: ["complete_order", "reorder_from_cart", "link", "refunded_outside", "dismiss"],
  refund_missing: ["refunded_outside", "claim", "dismiss"],
  refund_unexpected: ["record_refund", "claim", "dismiss"],
  refund_mismatch: ["record_refund", "refunded_outside", "claim", "accept", "dismiss"],
  reversed: ["check_gateway", "claim", "accept", "dismiss"],
  fee_mismatch: ["claim", "accept", "dismiss"],
  fx_mismatch: ["claim", "accept", "dismiss"],
  payout_mismatch: ["enter_bank_deposit", "claim", "accept", "dismiss"],
  held: ["check_gateway", "claim", "dismiss"],
}

/** Money that an order did not owe: the one amount that is known to belong to the shopper. */
const OVERPAID_ORDER: readonly CaseAction[] = ["give_back", "refunded_outside", "accept", "dismiss"]

/** Its order stands without its stock: a person says which of both it shall be. */
const HALF_CANCELED: readonly CaseAction[] = ["cancel_order", "accept", "dismiss"]

/** Actions that make sense for a case, the likeliest first. */
export function suggestedActions(
  reason: ReconciliationReason,
  detail: string | null = null,
): readonly CaseAction[] {
  if (detail === "overpaid_order") return OVERPAID_ORDER
  return detail === "half_canceled" ? HALF_CANCELED : ACTIONS[reason]
}
