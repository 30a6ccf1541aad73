import fc from "fast-check"
import { displayMoney } from "../../../peru/money-text"
import { difference, fromCentimos, takenOff, toCentimos } from "../money"
import { readAmount } from "../read-amount"

describe("money in the admin", () => {
  it.each([
    ["1.89", "-1.89"],
    ["0.00", "0.00"],
    ["-1.89", "1.89"],
  ])("takes %s off as %s", (amount, taken) => {
    expect(takenOff(amount)).toBe(taken)
  })

  it("subtracts exactly, whatever the size", () => {
    const centimos = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n })
    fc.assert(
      fc.property(centimos, centimos, (one, other) => {
        expect(toCentimos(fromCentimos(one))).toBe(one)
        expect(difference(fromCentimos(one), fromCentimos(other))).toBe(fromCentimos(other - one))
      }),
    )
  })

  it("knows no difference to what is no amount", () => {
    expect(difference("1.00", "unknown")).toBeNull()
  })
})

describe("an amount that a person types", () => {
  it.each([
    ["1234.5", "1234.50"],
    ["1,234.50", "1234.50"],
    ["S/ 69.90", "69.90"],
    ["69,90", "69.90"],
    ["0", "0.00"],
    ["1,234,567", "1234567.00"],
  ])("%s is %s", (typed, expected) => {
    expect(readAmount(typed)).toBe(expected)
  })

  it.each(["", "abc", "1.234.567", "12,34,5", "1.234", "-5", "1e3"])("%s is refused", (typed) => {
    expect(readAmount(typed)).toBeNull()
  })

  it("reads back what is shown", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 99_999_999_999n }), (centimos) => {
        const amount = fromCentimos(centimos)
        expect(readAmount(displayMoney(amount, "pen"))).toBe(amount)
      }),
    )
  })
})
