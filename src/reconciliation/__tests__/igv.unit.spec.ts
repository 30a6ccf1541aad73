import fc from "fast-check"
import { createFeeCard } from "../fee-card"
import { igvRatio, igvWithin } from "../igv"

describe("the IGV within a fee", () => {
  it.each([
    [177, 27],
    [180, 27],
    [1, 0],
    [0, 0],
    [-177, -27],
  ])("of %d céntimos is %d", (fee, igv) => {
    expect(igvWithin(fee, igvRatio("18"))).toBe(igv)
  })

  it("is what the rate card put there, whatever its percentage", () => {
    const percent = fc.integer({ min: 0, max: 1_000_000 }).map((parts) => String(parts / 10_000))
    fc.assert(
      fc.property(percent, fc.integer({ min: 0, max: 10_000_000 }), (igvPercent, base) => {
        const fixed = `${Math.floor(base / 100)}.${String(base % 100).padStart(2, "0")}`
        const card = createFeeCard({ tiers: [{ fixed }], igvPercent })
        const fee = card.feeFor(1)
        expect(igvWithin(fee, card.igv)).toBe(fee - base)
      }),
    )
  })
})
