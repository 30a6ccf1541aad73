import { createFeeCards } from "../fee-cards"

const COMMON = { tiers: [{ percent: "3.5" }] }
const OWN = { tiers: [{ fixed: "1.00" }], currency: "USD" }

describe("rate cards of several providers", () => {
  it("are the common one, unless a provider has its own or none", () => {
    const cards = createFeeCards(
      COMMON,
      new Map([
        ["pp_own", OWN],
        ["pp_none", null],
      ]),
    )
    expect(cards.of("pp_any")?.feeFor(10_000)).toBe(413)
    expect(cards.of("pp_own")).toMatchObject({ currencyCode: "usd" })
    expect(cards.of("pp_own")?.feeFor(10_000)).toBe(118)
    expect(cards.of("pp_none")).toBeNull()
  })

  it("judge only the providers that have one, where there is no common one", () => {
    const cards = createFeeCards(null, new Map([["pp_own", OWN]]))
    expect(cards.of("pp_any")).toBeNull()
    expect(cards.of("pp_own")?.feeFor(10_000)).toBe(118)
  })
})
