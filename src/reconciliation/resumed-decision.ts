import type { CaseDecision } from "./case-lifecycle"

/** What a run's first try, whose process died, wrote into a case's history. */
export type EarlierChange = "opened" | "updated" | "healed" | "reopened"

/**
 * What a run that was started over has decided about a case, as if it had not been interrupted: its
 * first try opened the case, and now it only finds it as it is. Without this the same run would
 * count differently for having died.
 */
export function resumedDecision(
  decision: CaseDecision,
  earlier: readonly EarlierChange[],
): CaseDecision {
  const { action } = decision
  if (action === "keep" || action === "update") {
    if (earlier.includes("opened")) return { action: "open" }
    if (earlier.includes("reopened")) return { action: "reopen" }
    if (earlier.includes("updated")) return { action: "update" }
  }
  if (action === "stay_resolved" && earlier.includes("healed")) return { action: "heal" }
  return decision
}
