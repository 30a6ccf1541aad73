/** A case as it stands before a run. */
export interface ExistingCase {
  status: "open" | "resolved" | "ignored"
  /** Hash of the facts that it stands for; for a closed case, those it was closed with. */
  factsHash: string
  /** Who closed it; `system` when it healed. Null while it is open. */
  closedBy: "person" | "system" | null
  /** Its accounting period is closed: nothing about it may change in silence. */
  inClosedPeriod: boolean
}

/**
 * What a run found out about the case's subject:
 * - `found`: the finding is there, with these facts.
 * - `whole`: the subject was looked at and nothing is wrong with it any more.
 * - `not_examined`: it was out of the run's scope, or a side did not answer. Never heals.
 */
export type Observation =
  { outcome: "found"; factsHash: string } | { outcome: "clean" } | { outcome: "not_examined" }

/**
 * - `open`: a new case.
 * - `keep`: stays as it is.
 * - `update`: stays open with new facts, which its history records.
 * - `heal`: closes itself, and says so.
 * - `reopen`: what was closed is wrong again, or wrong in another way.
 * - `stay_resolved`: a person closed it and the facts are the same, or gone.
 * - `ask_person`: `wanted` would be due, but the period is closed; shown and left to a person.
 * - `none`: no case and nothing wrong.
 */
export type CaseDecision =
  | { action: Change | "open" | "keep" | "stay_resolved" | "none" }
  | { action: "ask_person"; wanted: Change }

/** What alters a case that exists, and so may not happen in silence in a closed period. */
type Change = "update" | "heal" | "reopen"

function isChange(action: Change | "keep" | "stay_resolved"): action is Change {
  return action !== "keep" && action !== "stay_resolved"
}

function decideOpen(existing: ExistingCase, observation: Observation): "keep" | Change {
  if (observation.outcome === "clean") {
    return "heal"
  }
  const isSame =
    observation.outcome === "not_examined" || observation.factsHash === existing.factsHash
  return isSame ? "keep" : "update"
}

/** What healed was whole in between, so the same facts again are news; a person's verdict on them stays. */
function decideClosed(existing: ExistingCase, observation: Observation): "stay_resolved" | Change {
  if (observation.outcome !== "found") {
    return "stay_resolved"
  }
  const isSettled = existing.closedBy === "person" && observation.factsHash === existing.factsHash
  return isSettled ? "stay_resolved" : "reopen"
}

/** What a run does with a case. Pure; deciding twice on the same facts changes nothing more. */
export function decideCase(existing: ExistingCase | null, observation: Observation): CaseDecision {
  if (existing === null) {
    return { action: observation.outcome === "found" ? "open" : "none" }
  }
  const action =
    existing.status === "open"
      ? decideOpen(existing, observation)
      : decideClosed(existing, observation)
  return isChange(action) && existing.inClosedPeriod
    ? { action: "ask_person", wanted: action }
    : { action }
}
