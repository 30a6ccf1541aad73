import type { CaseDecision } from "../case-lifecycle"
import { resumedDecision, type EarlierChange } from "../resumed-decision"

describe("a run that is started over", () => {
  it.each<[CaseDecision, EarlierChange[], CaseDecision]>([
    [{ action: "keep" }, ["opened"], { action: "open" }],
    [{ action: "update" }, ["opened"], { action: "open" }],
    [{ action: "keep" }, ["opened", "updated"], { action: "open" }],
    [{ action: "keep" }, ["reopened"], { action: "reopen" }],
    [{ action: "keep" }, ["updated"], { action: "update" }],
    [{ action: "stay_resolved" }, ["healed"], { action: "heal" }],
    [{ action: "heal" }, ["opened"], { action: "heal" }],
    [{ action: "stay_resolved" }, ["opened"], { action: "stay_resolved" }],
    [
      { action: "ask_person", wanted: "heal" },
      ["updated"],
      { action: "ask_person", wanted: "heal" },
    ],
    [{ action: "keep" }, [], { action: "keep" }],
  ])("counts %j after %j as %j", (decision, earlier, counted) => {
    expect(resumedDecision(decision, earlier)).toEqual(counted)
  })
})
