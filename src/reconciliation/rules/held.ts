import { buildFinding } from "../build-finding"
import { formatCentimos, type Centimos } from "../../peru/centimos"
import type { FindingOf } from "../reasons"
import type { JudgedVoucher } from "../voucher-view"

/** Also what was settled before: a dispute withholds it all the same. */
function heldAtGateway(view: JudgedVoucher): Centimos {
  const { gateway } = view.facts
  const isHeld = gateway.held && view.confirmed && view.openTakenBack === 0
  return isHeld ? (gateway.amount ?? view.promised) : 0
}

/** Settled for a day that releases are reported of, and not among them; refunds may have used it up. */
function notReleased(view: JudgedVoucher): Centimos {
  const { facts, ledgers, sums } = view
  const through = facts.releasedThrough ?? null
  if (through === null || ledgers.isReleased) return 0
  const due = facts.lines
    .filter(({ type, status }) => type === "payment" && status === "settled")
    .filter(({ creditedAt }) => creditedAt !== null && creditedAt <= through)
    .reduce((sum, { amount }) => sum + amount, 0)
  return Math.max(Math.min(due, sums.kept) - sums.refunded, 0)
}

/**
 * The gateway holds the money: it said so, the report's lines do and none released them, a dispute
 * withholds it, or the releases of its day do not show it.
 */
export function held(view: JudgedVoucher): FindingOf<"held"> | null {
  const { sums } = view
  const atGateway = heldAtGateway(view)
  const inReport = sums.kept > 0 ? sums.held + sums.disputed : 0
  const amount = atGateway || inReport || notReleased(view)
  if (amount <= 0) {
    return null
  }
  return buildFinding(view, "held", {
    detail: atGateway > 0 ? "gateway" : inReport > 0 ? "settlement" : "not_released",
    expected: { held_amount: "0.00" },
    actual: { held_amount: formatCentimos(amount) },
    atRisk: amount,
  })
}
