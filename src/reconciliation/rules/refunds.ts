import { buildFinding } from "../build-finding"
import { limaDay } from "../../peru/lima"
import { formatCentimos, type Centimos } from "../../peru/centimos"
import type { Finding } from "../reasons"
import type { JudgedVoucher } from "../voucher-view"

/** Store refunds that a report must show by now. */
function dueRefunds({ facts, policy, now }: JudgedVoucher): Centimos {
  const today = limaDay(now)
  let due = 0
  for (const refund of facts.store.refunds) {
    const isDue = today > policy.calendar.dueDay(refund.at, policy.refundDueBusinessDays)
    due += isDue && !refund.outside ? refund.amount : 0
  }
  return due
}

function compare(expected: Centimos, actual: Centimos) {
  return {
    expected: { refunded_amount: formatCentimos(expected) },
    actual: { refunded_amount: formatCentimos(actual) },
    atRisk: expected - actual,
  }
}

/** What the gateway says was given back of a payment that stands; the report may tell of it later. */
function toldByGateway({ facts: { gateway } }: JudgedVoucher): Centimos {
  return gateway.status === "paid" ? gateway.refunded : 0
}

/**
 * Refunds of the store against the report's, both cumulated. In order are all sums from the refunds
 * that are due to all refunds that were made: a fresh refund may be in the report or not, and so may
 * one that was made outside. What the collector took back counts as far as the store refunded it, and
 * what the gateway says was given back counts before the report shows it.
 */
export function refunds(view: JudgedVoucher): Finding | null {
  const { facts, sums, storeRefunded } = view
  const reported = sums.refunded + view.takenBackAsRefund
  const givenBack = Math.max(reported, toldByGateway(view))
  if (facts.store.refunds.length === 0 && givenBack === 0) {
    return null
  }
  if (givenBack > storeRefunded) {
    const difference = { ...compare(storeRefunded, givenBack), afterRefunds: true } as const
    return storeRefunded === 0
      ? buildFinding(view, "refund_unexpected", difference)
      : buildFinding(view, "refund_mismatch", { detail: "excess", ...difference })
  }
  const due = dueRefunds(view)
  if (reported >= due) {
    return null
  }
  const difference = compare(due, reported)
  return reported === 0
    ? buildFinding(view, "refund_missing", difference)
    : buildFinding(view, "refund_mismatch", { detail: "short", ...difference })
}
