interface Refusal {
  /** Medusa's word for it, which decides the status of the answer. */
  type: "not_found" | "not_allowed" | "invalid_data" | "conflict" | "unexpected_state"
  /** In English; `{name}` stands for a value. */
  says: string
}

/**
 * What the plugin refuses to an admin. The codes are the closed set that programs and translations
 * rely on; the readers' texts stand with those of health.
 */
export const REFUSALS = {
  no_such_record: { type: "not_found", says: "There is no {what} with this id." },
  no_such_case: { type: "not_found", says: "There is no case {id}." },
  no_such_order: { type: "not_found", says: "There is no order {id}." },
  no_such_user: {
    type: "invalid_data",
    says: "assigned_to: found {found}, expected the id of an admin user, or null.",
  },
  no_such_provider: {
    type: "invalid_data",
    says: "provider_id: found {found}, expected {known}.",
  },
  provider_is_gone: {
    type: "not_found",
    says: "No PagoEfectivo provider {found} is configured; known: {known}.",
  },

  case_is_decided: { type: "not_allowed", says: "Case {id} is {status} already." },
  case_is_open: { type: "not_allowed", says: "Case {id} is open already." },
  case_changed: {
    type: "not_allowed",
    says: "Case {id} was changed by somebody else meanwhile. Load it again.",
  },
  case_has_no_code: { type: "not_allowed", says: "Case {id} belongs to no voucher." },
  action_impossible: {
    type: "not_allowed",
    says: `A case of {reason} can't be closed by "{action}"; possible: {possible}.`,
  },
  note_needed: { type: "invalid_data", says: `"{action}" needs a note that says why.` },
  reference_needed: {
    type: "invalid_data",
    says: `"{action}" needs a reference, for example the bank transfer's number.`,
  },
  claimed_later: {
    type: "invalid_data",
    says: "claimed_on: found {found}, expected a day until today ({today}).",
  },
  answer_before_claim: {
    type: "invalid_data",
    says: "answer_due: found {found}, expected a day from claimed_on on ({claimed_on}).",
  },
  case_not_claimed: {
    type: "not_allowed",
    says: "Case {id} is {found}: there is no claim to withdraw.",
  },
  amount_not_taken: {
    type: "invalid_data",
    says: `amount: found {amount} with "{action}"; only "refunded_outside" takes one.`,
  },
  claim_days_not_taken: {
    type: "invalid_data",
    says: `claimed_on, answer_due: found with "{action}"; only "claim" takes them.`,
  },
  transfer_recorded_already: {
    type: "invalid_data",
    says: "reference: found {reference}, which is recorded in this case with {recorded} already; expected another transfer's.",
  },
  return_not_at_risk: {
    type: "invalid_data",
    says: "amount: found {found}, expected {expected}: {rest} of this case is at risk.",
  },
  link_needs_target: {
    type: "invalid_data",
    says: `"link" needs an order or a voucher to link to.`,
  },
  line_not_linkable: {
    type: "not_found",
    says: "Line {line} can't be linked to voucher {voucher}: one of them does not exist, or the line belongs to another voucher.",
  },
  payment_not_booked: {
    type: "not_allowed",
    says: `The payment could not be booked: the gateway says "{outcome}", or the order does not stand. If the order is cancelled, place it again instead.`,
  },
  too_many_cases: {
    type: "invalid_data",
    says: `The filter finds {count} cases; at most {most} can be changed at once. Narrow it, for example by "opened_at".`,
  },
  too_many_for_csv: {
    type: "invalid_data",
    says: "The filter finds {count} rows; a csv file holds at most {most}. Narrow the filter.",
  },
  too_many_for_xlsx: {
    type: "invalid_data",
    says: "The filter finds {count} rows; a xlsx file holds at most {most}. Narrow the filter, or take csv.",
  },

  no_such_setting: {
    type: "invalid_data",
    says: "name: found {found}, expected {known}. Every other option is set in the store's configuration or environment.",
  },
  setting_not_dated: {
    type: "invalid_data",
    says: "{field}: {name} has none, only {dated} does.",
  },
  too_many_rate_cards: {
    type: "invalid_data",
    says: "{name}: found {count} rate cards, expected at most {most}: take one back first.",
  },

  refund_is_transferred: {
    type: "not_allowed",
    says: "This refund can't be recorded as transferred: it was transferred already ({day}, reference {reference}).",
  },
  refund_not_by_hand: {
    type: "not_allowed",
    says: "This refund can't be recorded as transferred: it is not to be transferred by hand, it is {status}.",
  },
  transfer_before_payment: {
    type: "invalid_data",
    says: "date: found {day}, expected a day from the payment's on ({paid_day}).",
  },
  refund_above_paid: {
    type: "not_allowed",
    says: "A refund of {amount} is not possible: {paid} was paid with code {cip} and {refunded} of it is refunded already.",
  },
  refund_above_paid_with_waiting: {
    type: "not_allowed",
    says: "A refund of {amount} is not possible: {paid} was paid with code {cip} and {refunded} of it is refunded already. Some of that waits to be transferred: if it was, record that under Refunds.",
  },
  refund_refused: { type: "not_allowed", says: "The gateway refused the refund." },
  refund_refused_because: {
    type: "not_allowed",
    says: "The gateway refused the refund: {reason}.",
  },
  earlier_refund_undecided: {
    type: "not_allowed",
    says: "An earlier refund of {amount} is still without an answer from the gateway, so no other is asked for. Try again in a few minutes, or ask for {amount} again: it stays one refund.",
  },
  nothing_booked_to_refund: {
    type: "not_allowed",
    says: "The payment of code {cip} is not booked, so nothing of it can be refunded.",
  },
  given_back_already: {
    type: "not_allowed",
    says: "What code {cip} was paid too much has been given back already.",
  },

  code_not_resendable: {
    type: "not_allowed",
    says: "Code {cip} can't be sent again: it is {status}.",
  },
  resend_order_cancelled: {
    type: "not_allowed",
    says: "Code {cip} can't be sent again: its order is cancelled.",
  },
  resend_without_order: {
    type: "not_allowed",
    says: "Code {cip} can't be sent again: it has no order yet.",
  },
  email_not_taken: {
    type: "unexpected_state",
    says: "The e-mail provider did not take the mail. The store's log says why.",
  },
  nothing_to_void: {
    type: "not_allowed",
    says: "Code {cip} is {status}: there is nothing to void.",
  },
  code_paid_meanwhile: {
    type: "not_allowed",
    says: "Code {cip} has been paid in the meantime.",
  },
  code_not_closed_yet: {
    type: "not_allowed",
    says: "PagoEfectivo has not confirmed yet that code {cip} can't be paid any more. It is asked again by itself; try again in a minute.",
  },

  order_is_cancelled: { type: "not_allowed", says: "Order {id} is cancelled." },
  order_owes_nothing: { type: "not_allowed", says: "Order {id} owes nothing." },
  order_has_no_code: { type: "not_found", says: "Order {id} has no code of PagoEfectivo." },
  order_is_gone: {
    type: "not_allowed",
    says: "The order of code {cip} does not stand any more: there is nothing to cancel.",
  },
  order_kept_no_order: {
    type: "not_allowed",
    says: "Order {id} was not cancelled: it does not exist any more.",
  },
  order_kept_owes_nothing: {
    type: "not_allowed",
    says: "Order {id} was not cancelled: it owes nothing.",
  },
  order_kept_order_has_another_payment: {
    type: "not_allowed",
    says: "Order {id} was not cancelled: it has another payment. Refund that first, or keep the order.",
  },
  order_kept_not_the_current_code: {
    type: "not_allowed",
    says: "Order {id} was not cancelled: another code was issued for it in the meantime. Look at the order again.",
  },
  order_kept_another_code_is_paid: {
    type: "not_allowed",
    says: "Order {id} was not cancelled: another of its codes has been paid.",
  },
  order_kept_platform_refused: {
    type: "not_allowed",
    says: "Order {id} was not cancelled: Medusa refused, mostly because goods are on their way. The code's timeline has its words.",
  },
  older_code_open: {
    type: "conflict",
    says: "An older code of this order is still open. The order is looked at again later.",
  },
  reason_needed: {
    type: "invalid_data",
    says: "reason: found nothing, expected why this order gets another code.",
  },
  session_has_no_code: {
    type: "unexpected_state",
    says: "Payment session {id} has no code.",
  },
  not_payable_by_hand: {
    type: "not_allowed",
    says: "Medusa did not authorize a payment by hand.",
  },
  reorder_not_paid_in_full: {
    type: "not_allowed",
    says: "Code {cip} is not paid in full, so no order can be placed with it.",
  },
  reorder_money_is_booked: {
    type: "not_allowed",
    says: "The money of code {cip} is booked on an order already.",
  },
  reorder_cart_is_gone: {
    type: "not_allowed",
    says: "The cart of code {cip} does not exist any more.",
  },
  reorder_costs_otherwise: {
    type: "not_allowed",
    says: "The same order costs {total} today, but {paid} was paid. Refund the payment, or place an order by hand.",
  },
  reorder_not_payable: { type: "not_allowed", says: "Cart {cart} got no payment collection." },

  report_not_imported: {
    type: "not_allowed",
    says: "Report {id} is {status}: only an imported report can be withdrawn.",
  },
  report_is_importing: {
    type: "not_allowed",
    says: "Report {id} is being imported: wait until that has ended.",
  },
  file_not_archived: {
    type: "not_found",
    says: "The file {filename} is not archived any more.",
  },
  file_not_archivable: {
    type: "not_allowed",
    says: "The store's file provider takes no streams, and this file has {bytes} bytes; without streams at most {most} are possible.",
  },
  upload_without_file: {
    type: "invalid_data",
    says: `The upload can't be read: found no file, expected a multipart form with the field "file".`,
  },
  upload_unreadable: { type: "invalid_data", says: "The upload can't be read: {problem}." },
  upload_fields_wrong: {
    type: "invalid_data",
    says: "The upload's fields can't be read: {problems}.",
  },
  too_many_fees: {
    type: "invalid_data",
    says: "The period from {from} to {to} has more than {most} different fees, expected fewer: ask for a shorter one.",
  },
  period_is_reversed: {
    type: "invalid_data",
    says: `"from" ({from}) must not be after "to" ({to}).`,
  },
  period_is_open: { type: "not_allowed", says: "Period {id} is open again already." },
  no_deposit_to_withdraw: {
    type: "not_found",
    says: "There is no deposit of payout {payout} in {currency} to withdraw.",
  },

  notice_unreadable: {
    type: "not_allowed",
    says: "Notice {id} can't be read, so replaying it has no effect. Its raw body is kept as evidence.",
  },
  notice_is_test: {
    type: "not_allowed",
    says: "Notice {id} is a test that the store sent to itself: it has no effect that could be repeated.",
  },
  test_notice_not_signable: {
    type: "not_allowed",
    says: "Notices of {provider} can be signed by its gateway alone. Place a test order and pay it instead.",
  },
} as const satisfies Record<string, Refusal>

export type RefusalCode = keyof typeof REFUSALS
