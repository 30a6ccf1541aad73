import { overcharges } from "../overcharges"

const total = (currency_code: string, overcharged: string) => ({ currency_code, overcharged })

describe("what was charged too much", () => {
  it("is added up by currency, and left out where it is nothing", () => {
    const totals = [total("pen", "0.10"), total("usd", "0.00"), total("pen", "12.95")]
    expect(overcharges(totals)).toEqual([{ currency_code: "pen", count: 2, amount: "13.05" }])
    expect(overcharges([total("usd", "0.00")])).toEqual([])
  })
})
