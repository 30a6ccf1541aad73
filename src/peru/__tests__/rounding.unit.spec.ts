import fc from "fast-check"
import { formatCentimos, MoneyFormatError } from "../centimos"
import { roundDebtToCentimos, roundToCentimos } from "../rounding"

/** PostgreSQL's `integer`: the most that a voucher may cost. */
const MAX_VOUCHER_CENTIMOS = 2_147_483_647

describe("amounts rounded to céntimos", () => {
  it.each([
    ["69.90", 6990],
    ["0.01", 1],
    ["0.005", 1],
    ["0.0049999999999999999999", 0],
    ["1.005", 101],
    [1.005, 101],
    ["-0.005", -1],
    ["21474836.47", MAX_VOUCHER_CENTIMOS],
  ])("%p is %i céntimos", (amount, centimos) => expect(roundToCentimos(amount)).toBe(centimos))

  it.each(["", "abc", "1,5", NaN, Infinity])("refuses %p", (amount) => {
    expect(() => roundToCentimos(amount)).toThrow(MoneyFormatError)
  })

  it.each([
    [6990, "69.90"],
    [0, "0.00"],
    [5, "0.05"],
    [-150, "-1.50"],
    [MAX_VOUCHER_CENTIMOS, "21474836.47"],
  ])("%i céntimos are %s", (centimos, text) => expect(formatCentimos(centimos)).toBe(text))

  it("come back as they went", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -MAX_VOUCHER_CENTIMOS, max: MAX_VOUCHER_CENTIMOS }),
        (centimos) => {
          expect(roundToCentimos(formatCentimos(centimos))).toBe(centimos)
        },
      ),
    )
  })
})

describe("what is owed, as céntimos", () => {
  it.each([
    ["49.905", 4991],
    ["-0.005", 0],
    ["-0.006", -1],
    ["-30", -3000],
  ])("%s is %i", (amount, centimos) => expect(roundDebtToCentimos(amount)).toBe(centimos))
})
