import { sameCurrency, type CurrencyCode } from "./currency"
import { formatCentimos, type Centimos } from "../peru/centimos"
import { CHECKOUT_PROBLEMS, type CheckoutProblem } from "./checkout-problems"
import { overpaidOrderFields } from "./overpaid-order-fields"
import type { ComparedFields, FindingDetail, FindingOf, ReconciliationReason } from "./reasons"

/** A payment as it is seen the moment it happens, before any report tells of it. */
export interface SeenPayment {
  voucherId: string
  orderId: string | null
  promised: Centimos
  promisedCurrency: CurrencyCode
  /** What the gateway says was paid; null when it does not say. */
  paid: Centimos | null
  paidCurrency: CurrencyCode | null
  /** ISO 8601. */
  paidAt: string | null
  captured: boolean
  /** Whether the code had expired or been voided when the payment was taken back. */
  endedBeforeReversal: boolean
}

interface Content<R extends ReconciliationReason> {
  detail?: FindingDetail<R> | undefined
  expected: ComparedFields
  actual: ComparedFields
  /** All that was paid, unless given. */
  atRisk?: Centimos
  /** What the store gave back is taken off `atRisk` already. */
  afterRefunds?: true
}

function buildFinding<R extends ReconciliationReason>(
  payment: SeenPayment,
  reason: R,
  { detail, expected, actual, atRisk, afterRefunds }: Content<R>,
): FindingOf<R> {
  return {
    key: `${reason}:${payment.voucherId}`,
    reason,
    ...(detail !== undefined && { detail }),
    expected,
    actual,
    amountAtRisk: formatCentimos(atRisk ?? payment.paid ?? payment.promised),
    ...(afterRefunds && { afterRefunds }),
    currencyCode: payment.paidCurrency ?? payment.promisedCurrency,
    voucherId: payment.voucherId,
    ...(payment.orderId !== null && { orderId: payment.orderId }),
  }
}

/** What came, where the money may not simply be booked. */
function received({ paid, promised, paidAt }: SeenPayment): ComparedFields {
  return {
    amount: formatCentimos(paid ?? promised),
    ...(paidAt !== null && { paid_at: paidAt }),
  }
}

/** Its order, or its session, was paid already. `paidBy`: the other code, or the other payment. */
export function seenDuplicatePayment(
  payment: SeenPayment,
  paidBy: string,
): FindingOf<"duplicate_payment"> {
  return buildFinding(payment, "duplicate_payment", {
    expected: { payments: "1", amount: formatCentimos(payment.promised) },
    actual: { ...received(payment), payments: "2", paid_by: paidBy },
  })
}

/** Under which the case of an order that owed less than was paid is kept. */
export function overpaidOrderKey(voucherId: string): string {
  return `amount_mismatch:${voucherId}:order`
}

/** It is booked, and its order owed `excess` less: a credit line came after the code. */
export function seenOverpaidOrder(
  payment: SeenPayment,
  excess: Centimos,
): FindingOf<"amount_mismatch"> {
  return {
    ...buildFinding(payment, "amount_mismatch", {
      detail: "overpaid_order",
      ...overpaidOrderFields(payment.promised, excess),
    }),
    key: overpaidOrderKey(payment.voucherId),
    amountAtRisk: formatCentimos(excess),
  }
}

/** Its order is cancelled. `captured_while_canceling`: payment and cancellation crossed. */
export function seenLatePayment(payment: SeenPayment): FindingOf<"late_payment"> {
  return buildFinding(payment, "late_payment", {
    detail: payment.captured ? "captured_while_canceling" : undefined,
    expected: { order_status: "canceled", amount: "0.00" },
    actual: { ...received(payment), order_status: "canceled" },
  })
}

/** Its order stands without its stock: a cancellation died before it gave back what is `left`. */
export function seenHalfCanceled(payment: SeenPayment, left: Centimos): FindingOf<"late_payment"> {
  return {
    ...buildFinding(payment, "late_payment", {
      detail: "half_canceled",
      expected: { order_status: "canceled", amount: "0.00" },
      actual: { ...received(payment), amount: formatCentimos(left), order_status: "pending" },
      atRisk: left,
    }),
    key: `late_payment:${payment.voucherId}:half_canceled`,
  }
}

/** There is no order that it could pay. */
export function seenOrphanPayment(
  payment: SeenPayment,
  detail: "session_gone" | "cart_not_completed",
  problem: CheckoutProblem | null = null,
): FindingOf<"orphan_payment"> {
  return buildFinding(payment, "orphan_payment", {
    detail,
    expected: { order: "placed", amount: formatCentimos(payment.promised) },
    actual: {
      ...received(payment),
      order: payment.orderId ?? "none",
      ...(problem && { problem: CHECKOUT_PROBLEMS[problem], problem_code: problem }),
    },
  })
}

/**
 * The collector took it back: the order may be shipped, or on its way, without payment. Nothing is at
 * risk while the store has captured nothing.
 */
export function seenReversal(payment: SeenPayment): FindingOf<"reversed"> {
  const counted = payment.paidAt !== null || payment.captured
  return buildFinding(payment, "reversed", {
    detail: !counted && payment.endedBeforeReversal ? "returned_to_payer" : undefined,
    ...(payment.captured ? {} : { atRisk: 0 }),
    expected: { status: "paid", amount: formatCentimos(payment.promised) },
    actual: {
      ...received(payment),
      status: "reversed",
      amount: "0.00",
      captured: payment.captured ? "yes" : "no",
    },
  })
}

/** Paid, but not exactly what the voucher asks for: never captured as it is. */
export function seenMismatch(
  payment: SeenPayment,
): FindingOf<"amount_mismatch"> | FindingOf<"currency_mismatch"> {
  const { paid, paidCurrency, promised, promisedCurrency } = payment
  const content = {
    detail: "at_gateway",
    expected: { amount: formatCentimos(promised), currency_code: promisedCurrency },
    actual: {
      amount: paid === null ? "unknown" : formatCentimos(paid),
      currency_code: paidCurrency ?? "unknown",
    },
  } as const
  return paidCurrency !== null && sameCurrency(paidCurrency, promisedCurrency)
    ? buildFinding(payment, "amount_mismatch", content)
    : buildFinding(payment, "currency_mismatch", content)
}

/** The gateway holds the money, as during a dispute: who ships now may lose both. */
export function seenHeld(payment: SeenPayment): FindingOf<"held"> {
  return buildFinding(payment, "held", {
    detail: "gateway",
    expected: { held_amount: "0.00" },
    actual: { held_amount: formatCentimos(payment.paid ?? payment.promised) },
  })
}

/** More was given back than the store knows of, as in the gateway's own panel. */
export function seenGivenBack(
  payment: SeenPayment,
  sums: { inStore: Centimos; atGateway: Centimos },
): FindingOf<"refund_unexpected"> | FindingOf<"refund_mismatch"> {
  const content = {
    expected: { refunded_amount: formatCentimos(sums.inStore) },
    actual: { refunded_amount: formatCentimos(sums.atGateway) },
    atRisk: sums.atGateway - sums.inStore,
    afterRefunds: true,
  } as const
  return sums.inStore === 0
    ? buildFinding(payment, "refund_unexpected", content)
    : buildFinding(payment, "refund_mismatch", { detail: "excess", ...content })
}
