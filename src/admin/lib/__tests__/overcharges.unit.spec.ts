import { overcharges } from "../overcharges"

const total = (currency_code: string, overcharged: string) => ({
  period: "2026-10",
  currency_code,
  lines_count: 1,
  expected: "1.00",
  charged: "1.00",
  unjudged: "0.00",
  held: "0.00",
  overcharged,
  undercharged: "0.00",
})

describe("what was charged too much", () => {
  it("is added up by currency, and left out where it is nothing", () => {
    const totals = [total("pen", "0.10"), total("usd", "0.00"), total("pen", "12.95")]
    expect(overcharges(totals)).toEqual([{ currency_code: "pen", count: 2, amount: "13.05" }])
    expect(overcharges([total("usd", "0.00")])).toEqual([])
  })
})
