import type { GatewayCapabilities, GatewayVoucherState } from "../../../gateways/gateway"
import { roundToCentimos } from "../../../peru/rounding"
import { nextCheckAt } from "./polling-schedule"
import type { VoucherRow } from "../types"

/** What a gateway's answer means for a voucher. `closed`: it can't be paid any more. */
export type VoucherTransition = "paid" | "reversed" | "closed" | null

export interface VoucherChanges {
  changes: Partial<VoucherRow>
  transition: VoucherTransition
}

export const NO_CLOSING_TASK = {
  closing_reason: null,
  closing_since: null,
  closing_tries: 0,
  closing_next_try_at: null,
  closing_last_error: null,
} satisfies Partial<VoucherRow>

/** What a gateway's protocol means by its words. */
export type StateRules = Pick<GatewayCapabilities, "waitingAfterPaidIsReversal">

/**
 * The voucher's state machine: pure, and the only place that decides its status from what the
 * gateway says. An answer that is in no document (`unknown`, `not_found`) changes no status.
 */
export function applyGatewayState(
  voucher: VoucherRow,
  state: GatewayVoucherState,
  rules: StateRules,
  now: Date,
): VoucherChanges {
  const seen: Partial<VoucherRow> = {
    gateway_status: state.rawStatus ?? state.status,
    checked_at: now,
    ...(state.refunded && { refunded_centimos: roundToCentimos(state.refunded.amount) }),
    ...(state.held !== undefined && { held_at: state.held ? (voucher.held_at ?? now) : null }),
  }
  const { changes, transition } = statusChange(voucher, state, rules, now)
  const next = { ...voucher, ...seen, ...changes }
  return { changes: { ...seen, ...changes, next_check_at: nextCheckAt(next, now) }, transition }
}

function statusChange(
  voucher: VoucherRow,
  state: GatewayVoucherState,
  rules: StateRules,
  now: Date,
): VoucherChanges {
  switch (state.status) {
    case "paid":
      return voucher.status === "paid" ? learnAmount(voucher, state, now) : becomePaid(state, now)
    case "reversed":
      return voucher.status === "reversed" ? nothing : becomeReversed(now)
    case "waiting":
      // The direct protocol puts a reversed payment back to "pending"; elsewhere it is an old answer.
      return voucher.status === "paid" && rules.waitingAfterPaidIsReversal
        ? becomeReversed(now)
        : nothing
    case "refunded":
      return becomeRefunded(voucher, now)
    case "expired":
      return asUnpayable(voucher, now, true)
    case "voided":
      return asUnpayable(voucher, now)
    case "not_found":
    case "unknown":
      return nothing
  }
}

const nothing: VoucherChanges = { changes: {}, transition: null }

function becomePaid(state: GatewayVoucherState, now: Date): VoucherChanges {
  return {
    changes: {
      status: "paid",
      paid_at: state.paidAt ?? now,
      paid_centimos: state.money ? roundToCentimos(state.money.amount) : null,
      paid_currency_code: state.money ? state.money.currency.toLowerCase() : null,
      reversed_at: null,
    },
    transition: "paid",
  }
}

/** "Paid" without an amount may be followed by one with it: only then it can be compared. */
function learnAmount(voucher: VoucherRow, state: GatewayVoucherState, now: Date): VoucherChanges {
  if (voucher.paid_centimos !== null || !state.money) return nothing
  return { ...becomePaid(state, now), transition: null }
}

function becomeReversed(now: Date): VoucherChanges {
  return { changes: { status: "reversed", reversed_at: now }, transition: "reversed" }
}

/**
 * The merchant gave the money back. A booked payment stays booked, with its refunds beside it; one that
 * waits for its booking must not be booked any more; a code that was never seen as paid is closed.
 */
function becomeRefunded(voucher: VoucherRow, now: Date): VoucherChanges {
  if (voucher.status === "paid") return voucher.captured_at ? nothing : becomeReversed(now)
  return asUnpayable(voucher, now)
}

/** The gateway has confirmed that the code can't be paid any more. */
export function asUnpayable(
  voucher: VoucherRow,
  now: Date,
  /** The gateway says that its deadline has passed, whatever our clock says. */
  hasExpired = false,
): VoucherChanges {
  if (!isPayable(voucher)) return nothing
  const expired =
    hasExpired || voucher.closing_reason === "deadline" || now >= new Date(voucher.expires_at)
  return {
    changes: {
      status: voucher.status === "waiting" ? (expired ? "expired" : "voided") : voucher.status,
      closed_at: now,
    },
    transition: "closed",
  }
}

/** Whether somebody could still pay this code, as far as the store knows. */
export function isPayable(voucher: Pick<VoucherRow, "status" | "closed_at">): boolean {
  return (voucher.status === "waiting" || voucher.status === "expired") && !voucher.closed_at
}

/**
 * Whether a payment that was taken back had come when the code had ended: the gateway had confirmed
 * before that nobody had paid it. A deadline that has passed says nothing: the payment may have come
 * in time, and its reversal after it.
 */
export function endedBeforeReversal({ closed_at }: Pick<VoucherRow, "closed_at">): boolean {
  return closed_at !== null
}

/** Whether exactly the voucher's amount and currency were paid. No word of the amount is a no. */
export function paidInFull(voucher: VoucherRow): boolean {
  return (
    voucher.status === "paid" &&
    voucher.paid_centimos === voucher.amount_centimos &&
    voucher.paid_currency_code === voucher.currency_code
  )
}
