import type { CaseDecision } from "../case-lifecycle"
import { compareDigests, DigestBuilder, type DigestedCase } from "../digest"
import type { ReconciliationReason } from "../reasons"

function change(
  reason: ReconciliationReason,
  action: Exclude<CaseDecision["action"], "ask_person">,
  amountAtRisk: string,
  currencyCode = "pen",
): DigestedCase {
  return { reason, decision: { action }, amountAtRisk, currencyCode }
}

function digest(changes: DigestedCase[]) {
  const builder = new DigestBuilder()
  changes.forEach((one) => builder.add(one))
  return builder.build()
}

describe("a run's digest", () => {
  it("counts what happened and sums what is open, by reason and currency", () => {
    const result = digest([
      change("unsettled", "open", "69.90"),
      change("unsettled", "keep", "0.20"),
      change("unsettled", "update", "10.00", "USD"),
      change("unsettled", "heal", "500.00"),
      change("missing_capture", "reopen", "1.00"),
      change("held", "stay_resolved", "9.00"),
      change("held", "none", "9.00"),
    ])
    expect(result.unsettled).toEqual({
      open: 3,
      opened: 1,
      updated: 1,
      healed: 1,
      reopened: 0,
      awaitingPerson: 0,
      atRisk: { pen: "70.10", usd: "10.00" },
    })
    expect(result.missing_capture).toMatchObject({ open: 1, reopened: 1, atRisk: { pen: "1.00" } })
    expect(Object.keys(result)).toEqual(["missing_capture", "unsettled"])
  })

  it("shows what a closed period left to a person", () => {
    const wants = (wanted: "heal" | "reopen"): DigestedCase => ({
      reason: "fee_mismatch",
      decision: { action: "ask_person", wanted },
      amountAtRisk: "2.00",
      currencyCode: "pen",
    })
    expect(digest([wants("heal"), wants("reopen")]).fee_mismatch).toMatchObject({
      open: 1,
      awaitingPerson: 2,
      atRisk: { pen: "2.00" },
    })
  })

  it("tells what changed since the run before", () => {
    const before = digest([
      change("unsettled", "open", "69.90"),
      change("held", "open", "5.00"),
      change("reversed", "open", "1.00"),
    ])
    const now = digest([
      change("unsettled", "keep", "69.90"),
      change("unsettled", "open", "0.10"),
      change("held", "heal", "5.00"),
      change("reversed", "keep", "1.00"),
    ])
    expect(compareDigests(now, before)).toEqual([
      { reason: "unsettled", open: 1, atRisk: { pen: "0.10" } },
      { reason: "held", open: -1, atRisk: { pen: "-5.00" } },
    ])
  })
})
