import fc from "fast-check"
import { decideCase, type ExistingCase, type Observation } from "../case-lifecycle"

function existing(changes: Partial<ExistingCase> = {}): ExistingCase {
  return { status: "open", factsHash: "a", closedBy: null, inClosedPeriod: false, ...changes }
}

const SAME: Observation = { outcome: "found", factsHash: "a" }
const CHANGED: Observation = { outcome: "found", factsHash: "b" }
const CLEAN: Observation = { outcome: "clean" }
const UNSEEN: Observation = { outcome: "not_examined" }

const OPEN = existing()
const HEALED = existing({ status: "resolved", closedBy: "system" })
const RESOLVED = existing({ status: "resolved", closedBy: "person" })
const IGNORED = existing({ status: "ignored", closedBy: "person" })

describe("a run's decision on a case", () => {
  it.each<[string, ExistingCase | null, Observation, string]>([
    ["no case, something found", null, SAME, "open"],
    ["no case, nothing found", null, CLEAN, "none"],
    ["no case, not examined", null, UNSEEN, "none"],
    ["open, same facts", OPEN, SAME, "keep"],
    ["open, other facts", OPEN, CHANGED, "update"],
    ["open, clean again", OPEN, CLEAN, "heal"],
    ["open, not examined", OPEN, UNSEEN, "keep"],
    ["healed, same facts again", HEALED, SAME, "reopen"],
    ["healed, other facts", HEALED, CHANGED, "reopen"],
    ["healed, still clean", HEALED, CLEAN, "stay_resolved"],
    ["resolved by a person, same facts", RESOLVED, SAME, "stay_resolved"],
    ["resolved by a person, other facts", RESOLVED, CHANGED, "reopen"],
    ["resolved by a person, clean", RESOLVED, CLEAN, "stay_resolved"],
    ["ignored, same facts", IGNORED, SAME, "stay_resolved"],
    ["ignored, other facts", IGNORED, CHANGED, "reopen"],
    ["ignored, not examined", IGNORED, UNSEEN, "stay_resolved"],
  ])("%s", (_, before, observation, action) => {
    expect(decideCase(before, observation)).toEqual({ action })
  })

  it.each<[string, ExistingCase, Observation, string]>([
    ["healing", OPEN, CLEAN, "heal"],
    ["other facts", OPEN, CHANGED, "update"],
    ["reopening", RESOLVED, CHANGED, "reopen"],
  ])("leaves %s to a person in a closed period", (_, before, observation, wanted) => {
    const decision = decideCase({ ...before, inClosedPeriod: true }, observation)
    expect(decision).toEqual({ action: "ask_person", wanted })
  })

  it("keeps what has not changed in a closed period", () => {
    expect(decideCase(existing({ inClosedPeriod: true }), SAME)).toEqual({ action: "keep" })
  })

  it("changes nothing when the same run is repeated", () => {
    const cases = fc.record({
      status: fc.constantFrom("open", "resolved", "ignored"),
      factsHash: fc.constantFrom("a", "b"),
      closedBy: fc.constantFrom("person", "system"),
      inClosedPeriod: fc.boolean(),
    })
    const observations = fc.constantFrom(SAME, CHANGED, CLEAN, UNSEEN)
    fc.assert(
      fc.property(cases, observations, (before, observation) => {
        const after = apply(before as ExistingCase, observation)
        expect(apply(after, observation)).toEqual(after)
      }),
    )
  })
})

/** Does to a case what was decided. */
function apply(before: ExistingCase, observation: Observation): ExistingCase {
  const { action } = decideCase(before, observation)
  const factsHash = observation.outcome === "found" ? observation.factsHash : before.factsHash
  if (action === "heal") {
    return { ...before, status: "resolved", closedBy: "system" }
  }
  return action === "update" || action === "reopen"
    ? { ...before, status: "open", closedBy: null, factsHash }
    : before
}
