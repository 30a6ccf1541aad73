import { displayMoney } from "../money-text"

describe("money as Peru writes it", () => {
  it.each([
    ["0.00", "pen", "S/\u00a00.00"],
    ["69.90", "pen", "S/\u00a069.90"],
    ["1234.50", "PEN", "S/\u00a01,234.50"],
    ["-1234567.05", "pen", "−S/\u00a01,234,567.05"],
    ["12.00", "usd", "US$\u00a012.00"],
    ["12.00", "eur", "EUR\u00a012.00"],
    ["unknown", "pen", "unknown"],
  ])("writes %s %s as %s", (amount, currency, expected) => {
    expect(displayMoney(amount, currency)).toBe(expected)
  })
})
