import { searchedAmount } from "../searched-amount"

describe("the amount that a search text means", () => {
  it.each([
    ["78", 7_800],
    ["78.5", 7_850],
    ["1,234.50", 123_450],
    ["S/ 3.50", 350],
    ["US$3.50", 350],
    ["-3.50", -350],
    ["PO-77", null],
    ["12,34", null],
    ["1.234", null],
    ["9999999999", null],
    ["", null],
  ])("%j is %p", (typed, centimos) => {
    expect(searchedAmount(typed)).toBe(centimos)
  })
})
