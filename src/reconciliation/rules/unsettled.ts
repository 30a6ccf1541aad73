import { buildFinding } from "../build-finding"
import { formatDay, limaDay, type Instant } from "../../peru/lima"
import { formatCentimos, type Centimos } from "../../peru/centimos"
import type { FindingOf } from "../reasons"
import type { JudgedVoucher } from "../voucher-view"

/** Refunds through the gateway may be netted before anything is settled. */
function expectedSettlement({ facts, promised }: JudgedVoucher): Centimos {
  return facts.store.refunds.reduce(
    (rest, refund) => (refund.outside ? rest : rest - refund.amount),
    promised,
  )
}

function awaitsSettlement(view: JudgedVoucher): boolean {
  const isPaid = view.confirmed || view.facts.store.captured > 0
  return isPaid && !view.ledgers.isSettled && view.openTakenBack === 0
}

/** Paid, or captured by the store, and nothing settled when the due day is over. */
export function unsettled(view: JudgedVoucher): FindingOf<"unsettled"> | null {
  const { policy, now, paidAt } = view
  const { announcedFor } = view.ledgers
  if (paidAt === null || !awaitsSettlement(view)) {
    return null
  }
  const dueDay = policy.calendar.dueDay(paidAt, policy.dueBusinessDays)
  const amount = expectedSettlement(view)
  if (limaDay(now) <= dueDay || amount <= 0) {
    return null
  }
  return buildFinding(view, "unsettled", {
    detail: view.confirmed ? undefined : "gateway_unconfirmed",
    expected: { settled_amount: formatCentimos(amount), settled_by: formatDay(dueDay) },
    actual: {
      settled_amount: "0.00",
      paid_at: isoTime(paidAt),
      ...(announcedFor !== null && { announced_for: formatDay(announcedFor) }),
    },
    atRisk: amount,
  })
}

function isoTime(instant: Instant): string {
  return new Date(instant).toISOString()
}
