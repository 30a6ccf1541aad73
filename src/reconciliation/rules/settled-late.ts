import { buildFinding } from "../build-finding"
import { formatDay, limaDay, type CivilDay } from "../../peru/lima"
import { sameCurrency } from "../currency"
import type { LineFacts } from "../facts"
import type { FindingOf } from "../reasons"
import type { JudgedVoucher } from "../voucher-view"

/** The day on which the settled lines reached the promised amount; a later duplicate is not late. */
function completionDay({ facts, promised, currencyCode }: JudgedVoucher): CivilDay | null {
  const credited = facts.lines
    .filter((line): line is LineFacts & { creditedAt: number } => line.creditedAt !== null)
    .filter((line) => line.type === "payment" && line.status === "settled")
    .filter((line) => sameCurrency(line.currencyCode, currencyCode))
    .sort((one, other) => one.creditedAt - other.creditedAt)
  let settled = 0
  const completing = credited.find((line) => (settled += line.amount) >= promised)
  return completing === undefined ? null : limaDay(completing.creditedAt)
}

/** Settled in full, but after the due day. */
export function settledLate(view: JudgedVoucher): FindingOf<"settled_late"> | null {
  const { policy, sums, paidAt } = view
  if (paidAt === null || sums.lastCreditedAt === null || sums.takenBack > 0) {
    return null
  }
  const dueDay = policy.calendar.dueDay(paidAt, policy.dueBusinessDays)
  if (limaDay(sums.lastCreditedAt) <= dueDay) {
    return null
  }
  const settledDay = completionDay(view)
  if (settledDay === null || settledDay <= dueDay) {
    return null
  }
  return buildFinding(view, "settled_late", {
    expected: { settled_by: formatDay(dueDay) },
    actual: { settled_on: formatDay(settledDay) },
    atRisk: 0,
  })
}
