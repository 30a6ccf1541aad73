import Decimal from "decimal.js"
import fc from "fast-check"
import { createFeeCard, feeCardSchema } from "../fee-card"
import { MAX_FEE_TIERS } from "../limits"
import { parseCentimos } from "../../peru/centimos"
import { FEE_CARD } from "./facts-fixture"

function complaint(options: unknown): string {
  const result = feeCardSchema.safeParse(options)
  if (result.success) {
    throw new Error("accepted")
  }
  return result.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("\n")
}

describe("a fee by the rate card", () => {
  it.each([
    ["0.01", "1.77"],
    ["20.00", "1.77"],
    ["20.01", "1.83"],
    ["35.50", "1.83"],
    ["39.90", "1.83"],
    ["39.91", "1.89"],
    ["95.00", "1.89"],
    ["95.01", "3.93"],
    ["150.00", "6.20"],
    ["0.00", "0.00"],
    ["-69.90", "0.00"],
  ])("for %s is %s with IGV", (amount, fee) => {
    expect(FEE_CARD.feeFor(parseCentimos(amount))).toBe(parseCentimos(fee))
  })

  it("adds fixed and percent, and rounds before and after IGV", () => {
    const card = createFeeCard({ tiers: [{ fixed: "1.00", percent: "2.55" }] })
    expect(card.feeFor(1_000)).toBe(126 + 23)
  })

  it("takes another IGV and a tolerance", () => {
    const card = createFeeCard({ tiers: [{ percent: "10" }], igvPercent: "0", tolerance: "0.05" })
    expect(card.feeFor(1_005)).toBe(101)
    expect(card.tolerance).toBe(5)
  })

  it("covers the currency it is for, PEN when nothing is said", () => {
    expect(FEE_CARD.covers("pen")).toBe(true)
    expect(FEE_CARD.covers("usd")).toBe(false)
    expect(createFeeCard({ tiers: [{ percent: "1" }], currency: "USD" }).covers("usd")).toBe(true)
  })

  it("is what decimal.js computes, for every amount and percentage", () => {
    const amounts = fc.integer({ min: 1, max: 10 ** 12 })
    const percents = fc.integer({ min: 0, max: 1_000_000 }).map((parts) => parts / 10_000)
    fc.assert(
      fc.property(amounts, percents, (amount, percent) => {
        const card = createFeeCard({ tiers: [{ percent: percent.toFixed(4) }] })
        const round = (value: Decimal) => value.toDecimalPlaces(0, Decimal.ROUND_HALF_UP)
        const fee = round(new Decimal(amount).times(percent.toFixed(4)).div(100))
        expect(card.feeFor(amount)).toBe(fee.plus(round(fee.times("0.18"))).toNumber())
      }),
    )
  })
})

describe("a rate card in the options", () => {
  it.each([
    [
      "an amount that no tier covers",
      { tiers: [{ upTo: "20.00", fixed: "1.50" }] },
      "tiers.0.upTo: amounts above 20.00 are not covered",
    ],
    [
      "tiers out of order",
      {
        tiers: [
          { upTo: "100.00", fixed: "1.50" },
          { upTo: "20.00", fixed: "1.60" },
          { percent: "3.5" },
        ],
      },
      "tiers.1.upTo: `upTo` is 20.00 after 100.00: expected tiers in ascending order",
    ],
    [
      "the same limit twice",
      { tiers: [{ upTo: "20", fixed: "1" }, { upTo: "20.00", fixed: "2" }, { percent: "3.5" }] },
      "ascending order",
    ],
    [
      "an open tier in the middle",
      { tiers: [{ fixed: "1.50" }, { percent: "3.5" }] },
      "tiers.0.upTo: a tier without `upTo` covers every amount",
    ],
    ["no tier", { tiers: [] }, "tiers: expected at least one tier"],
    ["an empty tier", { tiers: [{}] }, "tiers.0: expected `fixed`, `percent` or both"],
    [
      "numbers instead of text",
      { tiers: [{ percent: 3.5 }] },
      "tiers.0.percent: expected a percent",
    ],
    ["a decimal comma", { tiers: [{ fixed: "1,50" }] }, "tiers.0.fixed: expected a decimal string"],
    ["too many decimals", { tiers: [{ percent: "3.12345" }] }, "up to 4 decimals"],
    ["more than all of it", { tiers: [{ percent: "101" }] }, "expected a percentage up to 100"],
    ["an unknown field", { tiers: [{ percent: "1" }], igv: "18" }, "igv"],
  ])("is refused with %s", (_, options, message) => {
    expect(complaint(options)).toContain(message)
  })

  it("may have as many tiers as the limit says, and not one more", () => {
    const limited = Array.from({ length: MAX_FEE_TIERS - 1 }, (_, index) => ({
      upTo: `${index + 1}.00`,
      fixed: "1.00",
    }))
    const tiers = [...limited, { percent: "1" }]
    expect(feeCardSchema.safeParse({ tiers }).success).toBe(true)
    const more = [{ upTo: "0.50", fixed: "1.00" }, ...tiers]
    expect(complaint({ tiers: more })).toContain(`at most ${MAX_FEE_TIERS} tiers`)
  })
})
