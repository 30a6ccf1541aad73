import { buildFinding } from "../build-finding"
import { formatCentimos } from "../../peru/centimos"
import type { FindingDetail, FindingOf } from "../reasons"
import { orderIsCanceled } from "../order-is-canceled"
import type { JudgedVoucher } from "../voucher-view"

function detailOf(view: JudgedVoucher): FindingDetail<"late_payment"> | undefined {
  const { gateway, store } = view.facts
  if (!view.confirmed) {
    return "gateway_unconfirmed"
  }
  if (gateway.paidAt === null || store.orderCanceledAt === null) {
    return "paid_at_unknown"
  }
  return gateway.paidAt > store.orderCanceledAt ? undefined : "paid_before_cancellation"
}

/**
 * A cancelled order has money on it that no refund gave back. Money that came before the
 * cancellation counts too: a cancelled order never keeps money in silence.
 */
export function latePayment(view: JudgedVoucher): FindingOf<"late_payment"> | null {
  if (!orderIsCanceled(view) || view.outstanding <= 0) {
    return null
  }
  return buildFinding(view, "late_payment", {
    detail: detailOf(view),
    expected: { amount: "0.00" },
    actual: {
      amount: formatCentimos(view.outstanding),
      order_status: "canceled",
      gateway_status: view.facts.gateway.status,
    },
    atRisk: view.outstanding,
    afterRefunds: true,
  })
}
