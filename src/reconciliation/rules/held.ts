import { buildFinding } from "../build-finding"
import { formatCentimos, type Centimos } from "../money"
import type { FindingOf } from "../reasons"
import type { VoucherView } from "../voucher-view"

function heldAtGateway({ facts, sums, promised, openTakenBack }: VoucherView): Centimos {
  const isHeld = facts.gateway.held && openTakenBack === 0
  return isHeld ? Math.max(promised - sums.settled, 0) : 0
}

/** The gateway holds the money: it said so, or the report's lines do and none released them. */
export function held(view: VoucherView): FindingOf<"held"> | null {
  const { sums } = view
  const inReport = sums.kept > 0 ? sums.held : 0
  const amount = inReport > 0 ? inReport : heldAtGateway(view)
  if (amount <= 0) {
    return null
  }
  return buildFinding(view, "held", {
    detail: inReport > 0 ? "settlement" : "gateway",
    expected: { held_amount: "0.00" },
    actual: { held_amount: formatCentimos(amount) },
    atRisk: amount,
  })
}
