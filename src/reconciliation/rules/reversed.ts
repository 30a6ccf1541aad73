import { buildFinding } from "../build-finding"
import { formatCentimos } from "../../peru/centimos"
import type { FindingOf } from "../reasons"
import type { JudgedVoucher } from "../voucher-view"

/** It never counted as paid here: it came when the code had ended, and went straight back. */
function isReturned({ facts: { gateway, store } }: JudgedVoucher): boolean {
  return gateway.paidAt === null && store.captured === 0 && gateway.endedBeforeReversal
}

/**
 * The collector took a payment back. Not a case where another payment made it good, nor where it
 * carries out refunds that the store made. Nothing is at risk while the store has captured nothing.
 */
export function reversed(view: JudgedVoucher): FindingOf<"reversed"> | null {
  const { facts, sums, promised } = view
  const amount = view.openTakenBack - view.takenBackAsRefund
  if (amount <= 0) {
    return null
  }
  const inReport = sums.takenBack > 0
  return buildFinding(view, "reversed", {
    detail: inReport ? "settlement" : isReturned(view) ? "returned_to_payer" : "gateway",
    expected: { amount: formatCentimos(promised), reversed_amount: "0.00" },
    actual: {
      amount: formatCentimos(inReport ? sums.kept : promised - view.openTakenBack),
      reversed_amount: formatCentimos(amount),
      gateway_status: facts.gateway.status,
    },
    atRisk: facts.store.captured > 0 ? amount : 0,
  })
}
