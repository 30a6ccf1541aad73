import { parseDay } from "../../peru/lima"
import { createFeeCards } from "../fee-cards"

const COMMON = { from: null, card: { tiers: [{ percent: "3.5" }] } }
const OWN = { from: null, card: { tiers: [{ fixed: "1.00" }], currency: "USD" } }
const DEAR = { from: parseDay("2026-11-01"), card: { tiers: [{ percent: "5" }] } }
const [OCTOBER, NOVEMBER] = [parseDay("2026-10-31"), parseDay("2026-11-01")]

describe("rate cards of several providers", () => {
  it("are the common one, unless a provider has its own or none", () => {
    const cards = createFeeCards(
      [COMMON],
      new Map([
        ["pp_own", [OWN]],
        ["pp_none", [{ from: null, card: null }]],
      ]),
    )
    expect(cards.of("pp_any")(OCTOBER)?.feeFor(10_000)).toBe(413)
    expect(cards.of("pp_own")(OCTOBER)).toMatchObject({ currencyCode: "usd" })
    expect(cards.of("pp_own")(null)?.feeFor(10_000)).toBe(118)
    expect(cards.of("pp_none")(OCTOBER)).toBeNull()
  })

  it("judge only the providers that have one, where there is no common one", () => {
    const cards = createFeeCards([], new Map([["pp_own", [OWN]]]))
    expect(cards.of("pp_any")(OCTOBER)).toBeNull()
    expect(cards.of("pp_own")(OCTOBER)?.feeFor(10_000)).toBe(118)
  })
})

describe("dated rate cards", () => {
  it("leave the days before theirs to the older card, in whatever order they come", () => {
    for (const dated of [
      [COMMON, DEAR],
      [DEAR, COMMON],
    ]) {
      const on = createFeeCards(dated, new Map()).of("pp_any")
      expect([OCTOBER, NOVEMBER].map((day) => on(day)?.feeFor(10_000))).toEqual([413, 590])
      expect(on(null)?.feeFor(10_000)).toBe(413)
    }
  })

  it("judge nothing before the first one", () => {
    const on = createFeeCards([DEAR], new Map()).of("pp_any")
    expect([OCTOBER, null].map((day) => on(day))).toEqual([null, null])
    expect(on(NOVEMBER)?.feeFor(10_000)).toBe(590)
  })

  it("of a provider begin with its first day; until then it has the common one", () => {
    const on = createFeeCards([COMMON], new Map([["pp_own", [DEAR]]])).of("pp_own")
    expect([OCTOBER, NOVEMBER].map((day) => on(day)?.feeFor(10_000))).toEqual([413, 590])
  })

  it("are one row for each provider and one column for each period", () => {
    const { starts, table, ownProviders } = createFeeCards(
      [COMMON, DEAR],
      new Map([["pp_own", [OWN]]]),
    )
    expect([starts, ownProviders]).toEqual([[NOVEMBER], ["pp_own"]])
    expect(table.map((row) => row.map((card) => card?.feeFor(10_000)))).toEqual([
      [413, 590],
      [118, 118],
    ])
  })
})
