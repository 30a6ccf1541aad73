import { buildFinding } from "../build-finding"
import { formatCentimos } from "../../peru/centimos"
import type { FindingOf } from "../reasons"
import type { JudgedVoucher } from "../voucher-view"

/** Money was received for a voucher that has no order. */
export function orphanPayment(view: JudgedVoucher): FindingOf<"orphan_payment"> | null {
  if (view.facts.store.orderId !== null || view.outstanding <= 0) {
    return null
  }
  return buildFinding(view, "orphan_payment", {
    detail: view.confirmed ? undefined : "gateway_unconfirmed",
    expected: { amount: "0.00" },
    actual: { amount: formatCentimos(view.outstanding), gateway_status: view.facts.gateway.status },
    atRisk: view.outstanding,
    afterRefunds: true,
  })
}
