import { feeTotals, type ChargedFee } from "../fee-totals"
import { igvRatio } from "../igv"
import { lima } from "./facts-fixture"

function fee(
  at: string,
  expectedFee: number,
  chargedFee: number,
  currencyCode = "pen",
): ChargedFee {
  return { creditedAt: lima(at), expectedFee, chargedFee, currencyCode, igv: igvRatio("18") }
}

describe("fee totals", () => {
  it("keep over- and undercharges apart, by month of Lima and currency", () => {
    const totals = feeTotals(
      [
        fee("2026-11-01 00:00", 177, 187),
        fee("2026-10-31 23:59", 183, 200),
        fee("2026-10-02 12:00", 189, 180),
        fee("2026-10-02 12:00", 100, 150, "USD"),
        fee("2026-10-03 12:00", 620, 620),
      ],
      "month",
    )
    expect(totals).toEqual([
      {
        period: "2026-10",
        currencyCode: "pen",
        lines: 3,
        expected: "9.92",
        expectedBase: "8.40",
        expectedIgv: "1.52",
        charged: "10.00",
        chargedBase: "8.47",
        chargedIgv: "1.53",
        unjudged: "0.00",
        heldLines: 0,
        held: "0.00",
        heldBase: "0.00",
        heldIgv: "0.00",
        overcharged: "0.17",
        undercharged: "0.09",
      },
      expect.objectContaining({ period: "2026-10", currencyCode: "usd", overcharged: "0.50" }),
      expect.objectContaining({ period: "2026-11", currencyCode: "pen", overcharged: "0.10" }),
    ])
  })

  it("count equal fees that come together", () => {
    const one = fee("2026-10-02 12:00", 189, 199)
    expect(feeTotals([{ ...one, count: 3 }], "day")).toEqual(feeTotals([one, one, one], "day"))
  })

  it("show fees of every currency, and those of what is held apart", () => {
    const at = lima("2026-10-02 12:00")
    const other = {
      creditedAt: at,
      count: 2,
      isHeld: false,
      currencyCode: "usd",
      fees: 300n,
      igv: 46n,
    }
    const held = {
      creditedAt: at,
      count: 1,
      isHeld: true,
      currencyCode: "pen",
      fees: 189n,
      igv: 29n,
    }
    const totals = feeTotals([fee("2026-10-02 12:00", 189, 199)], "month", [other, held])
    expect(totals).toMatchObject([
      {
        currencyCode: "pen",
        lines: 1,
        charged: "1.99",
        overcharged: "0.10",
        heldLines: 1,
        held: "1.89",
        heldBase: "1.60",
        heldIgv: "0.29",
      },
      {
        currencyCode: "usd",
        lines: 2,
        charged: "3.00",
        chargedIgv: "0.46",
        unjudged: "3.00",
        overcharged: "0.00",
        heldLines: 0,
      },
    ])
  })

  it("can be by day", () => {
    const periods = feeTotals(
      [fee("2026-10-02 23:59", 1, 1), fee("2026-10-03 00:00", 1, 1)],
      "day",
    ).map(({ period }) => period)
    expect(periods).toEqual(["2026-10-02", "2026-10-03"])
  })
})
