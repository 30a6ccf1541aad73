import type { AdminReconciliation } from "../../http-types"

export const RUN_COUNTERS = ["opened", "reopened", "healed", "awaitingPerson", "open"] as const

export type RunTotals = Record<(typeof RUN_COUNTERS)[number], number>

/** What a run did to cases of all reasons; null for one that has not come to its end. */
export function runTotals({ changes }: Pick<AdminReconciliation, "changes">): RunTotals | null {
  if (!changes) return null
  const reasons = Object.values(changes.cases)
  const total = (name: keyof RunTotals) => reasons.reduce((sum, one) => sum + one[name], 0)
  return {
    opened: total("opened"),
    reopened: total("reopened"),
    healed: total("healed"),
    awaitingPerson: total("awaitingPerson"),
    open: total("open"),
  }
}
