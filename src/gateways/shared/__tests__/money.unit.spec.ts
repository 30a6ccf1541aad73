import { jsonNumber } from "../json"
import { isChargeableAmount, readMoney } from "../money"

describe("isChargeableAmount", () => {
  it.each(["0.01", "69.90", "1500.15", "9999999999999999.99"])("takes %s", (amount) => {
    expect(isChargeableAmount(amount)).toBe(true)
  })

  it.each(["0.00", "69.9", "69", "-1.00", "069.90", "1e2", "", "10000000000000000.00", "1,500.00"])(
    "refuses %j",
    (amount) => {
      expect(isChargeableAmount(amount)).toBe(false)
    },
  )
})

describe("readMoney", () => {
  it.each([
    ["25", "25.00"],
    ["1.5", "1.50"],
    ["150.00", "150.00"],
    ["22.0500", "22.05"],
    ["9007199254740993.01", "9007199254740993.01"],
  ])("reads %s exactly", (lexeme, amount) => {
    expect(readMoney(jsonNumber(lexeme), "pen")).toEqual({ amount, currency: "PEN" })
    expect(readMoney(lexeme, "USD")).toEqual({ amount, currency: "USD" })
  })

  it.each([
    ["22.055", "PEN"],
    ["-1.00", "PEN"],
    ["1e2", "PEN"],
    ["", "PEN"],
    ["1.00", "EUR"],
    ["1.00", null],
  ])("does not guess %s %s", (amount, currency) => {
    expect(readMoney(amount, currency)).toBeNull()
  })
})
