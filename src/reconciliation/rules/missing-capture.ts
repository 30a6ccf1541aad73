import { buildFinding } from "../build-finding"
import { formatCentimos } from "../../peru/centimos"
import type { FindingDetail, FindingOf } from "../reasons"
import type { JudgedVoucher } from "../voucher-view"

/** Notices and polling need a moment; a settled line shows that the moment has passed. */
function isWithinGrace({ facts, policy, now, sums }: JudgedVoucher): boolean {
  const { paidAt } = facts.gateway
  return sums.paymentLines === 0 && paidAt !== null && now < paidAt + policy.captureGraceMs
}

function detailOf(view: JudgedVoucher): FindingDetail<"missing_capture"> | undefined {
  if (!view.confirmed) {
    return "gateway_unconfirmed"
  }
  return view.facts.store.captured > 0 ? "partly_captured" : undefined
}

/** Paid at the gateway or settled, and the store has not captured it. */
export function missingCapture(view: JudgedVoucher): FindingOf<"missing_capture"> | null {
  const { store, gateway } = view.facts
  const missing = view.promised - store.captured
  if (missing <= 0 || view.outstanding <= 0 || isWithinGrace(view)) {
    return null
  }
  return buildFinding(view, "missing_capture", {
    detail: detailOf(view),
    expected: { captured_amount: formatCentimos(view.promised) },
    actual: {
      captured_amount: formatCentimos(store.captured),
      gateway_status: gateway.status,
    },
    atRisk: Math.min(missing, view.outstanding),
    afterRefunds: true,
  })
}
