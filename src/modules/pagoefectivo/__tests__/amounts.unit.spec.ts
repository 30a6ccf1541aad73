import fc from "fast-check"
import { formatCentimos } from "../../../peru/centimos"
import { roundToCentimos } from "../../../peru/rounding"
import { MODULE_LIMITS as LIMITS } from "../limits"
import { transactionCode } from "../vouchers/transaction-code"

describe("amounts", () => {
  it.each([
    ["69.90", 6990],
    ["0.01", 1],
    ["0.005", 1],
    ["0.0049999999999999999999", 0],
    ["1.005", 101],
    [1.005, 101],
    ["-0.005", -1],
    ["21474836.47", LIMITS.maxCentimos],
  ])("%p is %i céntimos", (amount, centimos) => expect(roundToCentimos(amount)).toBe(centimos))

  it.each(["", "abc", "1,5", NaN, Infinity])("refuses %p", (amount) => {
    expect(() => roundToCentimos(amount)).toThrow()
  })

  it.each([
    [6990, "69.90"],
    [0, "0.00"],
    [5, "0.05"],
    [-150, "-1.50"],
    [LIMITS.maxCentimos, "21474836.47"],
  ])("%i céntimos are %s", (centimos, text) => expect(formatCentimos(centimos)).toBe(text))

  it("come back as they went", () => {
    fc.assert(
      fc.property(fc.integer({ min: -LIMITS.maxCentimos, max: LIMITS.maxCentimos }), (centimos) => {
        expect(roundToCentimos(formatCentimos(centimos))).toBe(centimos)
      }),
    )
  })
})

describe("transactionCode", () => {
  const SESSION = "payses_01JABCDEFGHJKMNPQRSTVWXYZ0"

  it("is the session's id, with a suffix from the second attempt on", () => {
    expect(transactionCode(SESSION, 1)).toBe(SESSION)
    expect(transactionCode(SESSION, 2)).toBe(`${SESSION}-2`)
  })

  it("keeps within 36 characters up to the last attempt", () => {
    expect(transactionCode(SESSION, LIMITS.maxAttemptsPerSession).length).toBeLessThanOrEqual(36)
  })
})
