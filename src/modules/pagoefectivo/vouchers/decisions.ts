import type { GatewayVoucherState, IssuedVoucher, Money } from "../../../gateways/gateway"
import { PagoEfectivoEvents, type PagoEfectivoEvent } from "../events/events"
import { MODULE_LIMITS as LIMITS } from "../limits"
import { nextTryAt } from "../sql/backoff"
import type { Actor, ClosingReason, VoucherRow } from "../types"
import { nextCheckAt } from "./polling-schedule"
import type { TimelineLine } from "./timeline"
import {
  applyGatewayState,
  asUnpayable,
  isPayable,
  NO_CLOSING_TASK,
  type StateRules,
} from "./voucher-state"

/** What is written about a voucher in one transaction. */
export interface Change {
  set: Partial<VoucherRow>
  line?: TimelineLine
  /** Told after the transaction, with the voucher's id and its order's. */
  event?: { name: PagoEfectivoEvent; orderId?: string | null }
  /** What the gateway has given back in all: refunds that it had in process are made with it. */
  refunded?: Money
}

/** Pure: what is to change about a voucher as it stands, locked; null when there is nothing to do. */
export type Decision = (voucher: VoucherRow, now: Date) => Change | null

/** Takes over what the gateway says, as the state machine decides. */
export function gatewayAnswered(state: GatewayVoucherState, rules: StateRules): Decision {
  return (voucher, now) => {
    const { changes, transition } = applyGatewayState(voucher, state, rules, now)
    return {
      ...withStatusEvent(voucher, changes, now),
      ...(transition && {
        line: {
          kind: transition,
          actor: "gateway",
          data: {
            gateway_status: state.rawStatus ?? state.status,
            status: changes.status ?? voucher.status,
            ...(state.money && { amount: state.money.amount, currency: state.money.currency }),
          },
        },
      }),
      ...(state.refunded && { refunded: state.refunded }),
    }
  }
}

/** The gateway has confirmed that the code can't be paid any more. */
export const closedAtGateway: Decision = (voucher, now) => {
  const { changes, transition } = asUnpayable(voucher, now)
  if (!transition) return null
  const next_check_at = nextCheckAt({ ...voucher, ...changes }, now)
  return {
    ...withStatusEvent(voucher, { ...changes, next_check_at }, now),
    line: { kind: "closed", actor: "gateway", data: { status: changes.status } },
  }
}

/**
 * The deadline has passed: the voucher closes for the shopper. The code may still be paid at the
 * gateway until it is voided.
 */
export const deadlinePassed: Decision = (voucher, now) =>
  voucher.status === "waiting"
    ? {
        ...withStatusEvent(voucher, { status: "expired" }, now),
        line: { kind: "expired", actor: "system" },
      }
    : null

/** The voucher's order is placed. A code that still waits is announced, unless nobody is to pay it. */
export function orderPlaced(orderId: string, { isAnnounced = true } = {}): Decision {
  return (voucher) => {
    if (voucher.order_id === orderId) return null
    const isNews = isAnnounced && voucher.status === "waiting"
    return {
      set: { order_id: orderId },
      ...(isNews && { event: { name: PagoEfectivoEvents.VOUCHER_ISSUED } }),
    }
  }
}

/** The shopper is reminded of the deadline, once. */
export const reminded: Decision = (voucher, now) =>
  voucher.status !== "waiting" || voucher.reminded_at
    ? null
    : { set: { reminded_at: now }, event: { name: PagoEfectivoEvents.VOUCHER_EXPIRING } }

/** Polling looks at it next. */
export const checkSoon: Decision = (_, now) => ({ set: { next_check_at: now } })

/** The store has booked the money on an order. `excess`: céntimos of it that the order did not owe. */
export function booked(orderId: string | null, excess: number): Decision {
  return (voucher, now) =>
    voucher.captured_at
      ? null
      : {
          set: { captured_at: now, excess_centimos: excess, ...NO_CLOSING_TASK },
          line: { kind: "captured", actor: "system" },
          event: { name: PagoEfectivoEvents.VOUCHER_PAID, orderId },
        }
}

/**
 * Opens the task of making a code unpayable. It stays open until the gateway has confirmed. An open
 * task keeps its first reason, so that an expiry is not turned into something else.
 */
export function closingRequested(reason: ClosingReason, actor: Actor): Decision {
  return (voucher, now) => {
    // A code that the gateway let expire by itself still has an order to cancel.
    const isDue = reason === "deadline" && voucher.status === "expired"
    if (voucher.closing_reason || !(isPayable(voucher) || isDue)) return null
    return {
      set: {
        ...NO_CLOSING_TASK,
        closing_reason: reason,
        closing_since: now,
        closing_next_try_at: now,
      },
      line: { kind: "closing_requested", actor, data: { reason } },
    }
  }
}

/** The closing task is done: nothing about it is left to do. */
export function closingEnded(reason: ClosingReason): Decision {
  return (_, now) => ({
    set: { ...NO_CLOSING_TASK, ...(reason === "deadline" && { deadline_followed_at: now }) },
  })
}

/** No clear answer: the task stays open and is tried again later. */
export function closingPostponed(problem: string): Decision {
  return (voucher, now) => {
    const tries = voucher.closing_tries + 1
    return {
      set: {
        closing_tries: tries,
        closing_next_try_at: nextTryAt(now, tries, {
          firstSeconds: LIMITS.closingBackoffFirstSeconds,
          maxSeconds: LIMITS.closingBackoffMaxSeconds,
        }),
        closing_last_error: problem.slice(0, LIMITS.maxErrorLength),
      },
    }
  }
}

/** A paid voucher goes to another cart, whose order its money shall pay. */
export function movedTo(
  to: Pick<VoucherRow, "cart_id" | "payment_session_id" | "order_id">,
  actor: Actor,
): Decision {
  const { cart_id, payment_session_id, order_id } = to
  return () => ({
    set: { cart_id, payment_session_id, order_id },
    line: { kind: "moved", actor, data: { cart_id } },
  })
}

/** A code that a notice had revealed first: the gateway's own answer adds what was missing. */
export function answerCompleted(issued: IssuedVoucher, payerFirstName: string | null): Decision {
  return (voucher) =>
    voucher.url || !issued.url
      ? null
      : { set: { url: issued.url, payer_first_name: payerFirstName } }
}

/** A code that expires or is voided is told as such, whoever saw it first: our clock or the gateway. */
function withStatusEvent(voucher: VoucherRow, set: Partial<VoucherRow>, now: Date): Change {
  const status = set.status ?? voucher.status
  if (status === voucher.status) return { set }
  if (status === "voided") return { set, event: { name: PagoEfectivoEvents.VOUCHER_VOIDED } }
  if (status !== "expired") return { set }
  return {
    set: { ...set, expiry_announced_at: now },
    event: { name: PagoEfectivoEvents.VOUCHER_EXPIRED },
  }
}
