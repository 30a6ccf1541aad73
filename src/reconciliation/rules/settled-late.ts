import { buildFinding } from "../build-finding"
import type { LineFacts } from "../facts"
import { formatDay, limaDay, type CivilDay } from "../../peru/lima"
import type { FindingOf } from "../reasons"
import type { JudgedVoucher } from "../voucher-view"

type DatedLine = LineFacts & { at: number }

/** When it was credited, or else by when at the latest: lines of what shoppers paid settle nothing. */
function dated(line: LineFacts): DatedLine[] {
  const at = line.creditedAt ?? line.creditedBy ?? null
  return at === null || line.status !== "settled" || line.ledger === "paid" ? [] : [{ ...line, at }]
}

interface Completion {
  day: CivilDay
  /** The report names no day: it was then, or earlier. */
  isUpperBound: boolean
}

/** When the settled lines reached the promised amount; a later duplicate is not late. */
function completionOf({ standing, promised }: JudgedVoucher): Completion | null {
  const credited = standing.flatMap(dated).sort((one, other) => one.at - other.at)
  let settled = 0
  const completing = credited.find((line) => (settled += line.amount) >= promised)
  if (completing === undefined) return null
  return { day: limaDay(completing.at), isUpperBound: completing.creditedAt === null }
}

/** Settled in full, but after the due day; no money is at risk. */
export function settledLate(view: JudgedVoucher): FindingOf<"settled_late"> | null {
  const { policy, sums, paidAt } = view
  if (paidAt === null || sums.takenBack > 0) {
    return null
  }
  const completion = completionOf(view)
  const dueDay = policy.calendar.dueDay(paidAt, policy.dueBusinessDays)
  if (completion === null || completion.day <= dueDay) {
    return null
  }
  const field = completion.isUpperBound ? "settled_on_or_before" : "settled_on"
  return buildFinding(view, "settled_late", {
    expected: { settled_by: formatDay(dueDay) },
    actual: { [field]: formatDay(completion.day) },
    atRisk: 0,
  })
}
