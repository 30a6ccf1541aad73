import { buildFinding } from "../build-finding"
import { overpaidOrderFields } from "../overpaid-order-fields"
import type { FindingOf } from "../reasons"
import { orderIsCanceled } from "../order-is-canceled"
import type { JudgedVoucher } from "../voucher-view"

/**
 * The order owed less than was paid, and the difference was not given back yet. Once it is cancelled it
 * owes nothing: the difference is a part of its `late_payment`.
 */
export function overpaidOrder(view: JudgedVoucher): FindingOf<"amount_mismatch"> | null {
  if (orderIsCanceled(view)) return null
  const { excess = 0 } = view.facts.store
  const givenBack = Math.max(view.storeRefunded, view.sums.refunded)
  const atRisk = Math.min(excess - givenBack, view.outstanding)
  if (atRisk <= 0) return null
  return buildFinding(view, "amount_mismatch", {
    detail: "overpaid_order",
    subject: "order",
    ...overpaidOrderFields(view.promised, excess),
    atRisk,
    afterRefunds: true,
  })
}
