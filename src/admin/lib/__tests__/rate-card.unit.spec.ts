import fc from "fast-check"
import { formatCentimos } from "../../../peru/centimos"
import { createFeeCard, feeCardSchema } from "../../../reconciliation/fee-card"
import { MAX_PERCENT_DECIMALS } from "../../../reconciliation/limits"
import { feeBy, isComplete, tidyTier } from "../rate-card"

const money = fc.integer({ min: 0, max: 9_999 }).map(formatCentimos)
const percent = fc
  .integer({ min: 0, max: 100 * 10 ** MAX_PERCENT_DECIMALS })
  .map((parts) => (parts / 10 ** MAX_PERCENT_DECIMALS).toFixed(MAX_PERCENT_DECIMALS))
const fees = fc.record({ fixed: money, percent }, { requiredKeys: ["fixed"] })
const card = fc
  .tuple(fc.array(fees, { minLength: 1, maxLength: 4 }), percent)
  .map(([tiers, igvPercent]) => ({
    tiers: tiers.map((tier, at) =>
      at === tiers.length - 1 ? tier : { ...tier, upTo: `${(at + 1) * 50}.00` },
    ),
    igvPercent,
    tolerance: "0.00",
    currency: "PEN",
  }))

describe("the preview of a rate card", () => {
  it("costs what the store will reckon, to the céntimo", () => {
    fc.assert(
      fc.property(card, fc.integer({ min: 1, max: 50_000 }), (drawn, amount) => {
        expect(feeBy(drawn, formatCentimos(amount))?.fee).toBe(
          formatCentimos(createFeeCard(drawn).feeFor(amount)),
        )
      }),
    )
  })

  it("names the IGV apart", () => {
    const drawn = { tiers: [{ percent: "3.5" }], igvPercent: "18", tolerance: "0", currency: "PEN" }
    expect(feeBy(drawn, "69.90")).toEqual({ fee: "2.89", igv: "0.44" })
  })
})

describe("a rate card that is typed", () => {
  it("is sent without its empty fields, with a comma for a point", () => {
    expect(tidyTier({ upTo: " ", fixed: "", percent: "3,5" })).toEqual({ percent: "3.5" })
  })

  it("can be sent when the store takes it, and not before", () => {
    const rest = { igvPercent: "18", tolerance: "0.00", currency: "PEN" }
    const cards = [
      { tiers: [], ...rest },
      { tiers: [{}], ...rest },
      { tiers: [{ percent: "x" }], ...rest },
      { tiers: [{ upTo: "20", percent: "1" }], ...rest },
      { tiers: [{ fixed: "1" }, { percent: "1" }], ...rest },
      { tiers: [{ upTo: "20", fixed: "1" }, { percent: "1" }], ...rest },
      { tiers: [{ percent: "1" }], ...rest, currency: "soles" },
      { tiers: [{ percent: "1" }], ...rest, tolerance: "" },
    ]
    expect(cards.map(isComplete)).toEqual(cards.map((one) => feeCardSchema.safeParse(one).success))
    expect(cards.map(isComplete).filter(Boolean)).toHaveLength(1)
  })
})
