import { buildFinding } from "../build-finding"
import type { PaidSibling } from "../facts"
import { formatCentimos } from "../../peru/centimos"
import type { ExtraPayment } from "../excess"
import type { FindingOf } from "../reasons"
import type { JudgedVoucher } from "../voucher-view"

/** The captured payment is the order's own; among equals the earlier one, then the smaller id. */
function comesBefore(one: PaidSibling, other: PaidSibling): boolean {
  if (one.captured !== other.captured) {
    return one.captured
  }
  const [oneAt, otherAt] = [one.paidAt ?? Infinity, other.paidAt ?? Infinity]
  return oneAt === otherAt ? one.id < other.id : oneAt < otherAt
}

/** The order was paid otherwise already, mostly with another of its vouchers: this money is extra. */
export function duplicatePayment(view: JudgedVoucher): FindingOf<"duplicate_payment"> | null {
  const { voucher, store, gateway, paidSiblings } = view.facts
  if (paidSiblings.length === 0 || view.outstanding <= 0) {
    return null
  }
  const self = { id: voucher.id, paidAt: gateway.paidAt, captured: store.captured > 0 }
  if (!paidSiblings.some((sibling) => comesBefore(sibling, self))) {
    return null
  }
  return buildFinding(view, "duplicate_payment", {
    detail: "another_voucher",
    expected: { payments: "1" },
    actual: {
      payments: String(paidSiblings.length + 1),
      amount: formatCentimos(view.outstanding),
    },
    atRisk: view.outstanding,
    afterRefunds: true,
  })
}

/** One code was paid more than once: the report has payments of other ids beyond its amount. */
export function duplicatePaymentsOfVoucher(
  view: JudgedVoucher,
  extras: readonly ExtraPayment[],
): FindingOf<"duplicate_payment">[] {
  return extras.map(({ paymentId, amount, lineId }) =>
    buildFinding(view, "duplicate_payment", {
      detail: "same_voucher",
      subject: paymentId,
      lineId,
      expected: { amount: "0.00" },
      actual: { amount: formatCentimos(amount), payment_id: paymentId },
      atRisk: amount,
    }),
  )
}
