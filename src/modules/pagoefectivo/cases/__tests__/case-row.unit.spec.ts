import { factColumns, stillAtRisk } from "../case-row"
import type { CaseFacts } from "../case-facts"
import { caseHash } from "../case-hash"

const FACTS: CaseFacts = {
  reason: "amount_mismatch",
  detail: "overpaid",
  key: "amount_mismatch:pevou_1",
  expected: { amount: "69.90" },
  actual: { amount: "79.90" },
  amountAtRisk: "10.00",
  currencyCode: "pen",
  providerId: null,
  voucherId: "pevou_1",
}

describe("what is still at risk", () => {
  it("is what was found less what was given back by other means, to the céntimo", () => {
    expect(stillAtRisk(FACTS, 0)).toBe(1000)
    expect(stillAtRisk(FACTS, 999)).toBe(1)
    expect(stillAtRisk(FACTS, 2000)).toBe(0)
    expect(factColumns(FACTS, 350).amount_at_risk_centimos).toBe(650)
  })

  it("is taken as found where the rule has taken that off itself", () => {
    expect(stillAtRisk({ ...FACTS, afterRefunds: true }, 350)).toBe(1000)
  })

  it("does not change what the case stands for", () => {
    expect(factColumns(FACTS, 350).facts_hash).toBe(caseHash(FACTS))
    expect(caseHash({ ...FACTS, afterRefunds: true })).toBe(caseHash(FACTS))
  })
})
