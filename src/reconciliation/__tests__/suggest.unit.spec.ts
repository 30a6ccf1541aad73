import fc from "fast-check"
import { MAX_SUGGESTIONS, MIN_SUGGESTION_SCORE } from "../limits"
import { payerTokens, suggestVouchers, type SuggestionCandidate } from "../suggest"
import { lima, PAID_AT } from "./facts-fixture"

const LINE = { amount: 6990, currencyCode: "pen", at: PAID_AT, payerTokens: ["ana", "quispe"] }

function candidate(changes: Partial<SuggestionCandidate> = {}): SuggestionCandidate {
  return { ...LINE, voucherId: "pevou_1", ...changes }
}

function score(changes: Partial<SuggestionCandidate>): number | undefined {
  return suggestVouchers(LINE, [candidate(changes)])[0]?.score
}

describe("suggestions", () => {
  it("fall with the amount, the day and the payer", () => {
    expect(score({})).toBe(1)
    expect(score({ at: lima("2026-10-06 10:00") })).toBeLessThan(1)
    expect(score({ payerTokens: ["ana", "mamani"] })).toBe(0.925)
    expect(score({ amount: 6890 })).toBeLessThan(score({ at: lima("2026-10-06 10:00") })!)
  })

  it("do without what is not known", () => {
    expect(score({ at: null, payerTokens: [] })).toBe(1)
  })

  it("never cross currencies, and never follow day and payer alone", () => {
    expect(score({ currencyCode: "usd" })).toBeUndefined()
    expect(score({ amount: 20_000 })).toBeUndefined()
  })

  it("come best first and not more than the limit", () => {
    const candidates = Array.from({ length: MAX_SUGGESTIONS + 2 }, (_, index) =>
      candidate({ voucherId: `pevou_${index}`, amount: 6990 - index * 10 }),
    )
    const found = suggestVouchers(LINE, candidates.reverse()).map(({ voucherId }) => voucherId)
    expect(found).toEqual(["pevou_0", "pevou_1", "pevou_2", "pevou_3", "pevou_4"])
  })

  it("have a score from the threshold to 1, whatever they are made of", () => {
    const anyLine = fc.record({
      amount: fc.integer(),
      currencyCode: fc.constantFrom("pen", "PEN", "usd"),
      at: fc.option(fc.integer()),
      payerTokens: fc
        .array(fc.string(), { maxLength: 4 })
        .map((words) => payerTokens(words.join(" "))),
      voucherId: fc.string(),
    })
    fc.assert(
      fc.property(anyLine, fc.array(anyLine), (line, candidates) => {
        for (const { score: value } of suggestVouchers(line, candidates)) {
          expect(value).toBeGreaterThanOrEqual(MIN_SUGGESTION_SCORE)
          expect(value).toBeLessThanOrEqual(1)
        }
      }),
    )
  })

  it("compare names without accents, case and order", () => {
    expect(payerTokens("José  NÚÑEZ-Peña y J.")).toEqual(["jose", "nunez", "pena"])
  })
})
