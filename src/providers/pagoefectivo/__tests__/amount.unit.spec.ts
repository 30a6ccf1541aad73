import { BigNumber, MedusaError } from "@medusajs/framework/utils"
import { MODULE_LIMITS } from "../../../modules/pagoefectivo/limits"
import { payableAmount, withinLimits } from "../amount"

function refusal(...input: Parameters<typeof payableAmount>): MedusaError {
  try {
    payableAmount(...input)
  } catch (error) {
    if (error instanceof MedusaError) return error
    throw error
  }
  throw new Error("The amount was taken")
}

describe("payableAmount", () => {
  it.each<[Parameters<typeof payableAmount>[0], string, number]>([
    [69.9, "69.90", 6990],
    ["69.90", "69.90", 6990],
    [new BigNumber("1234.5"), "1234.50", 123450],
    [{ value: "10.005" }, "10.01", 1001],
    ["10.004999999999999999", "10.00", 1000],
    [1.005, "1.01", 101],
    ["8.675", "8.68", 868],
    [0.005, "0.01", 1],
    [0.01, "0.01", 1],
  ])("takes %p as %s, rounded half up", (amount, text, centimos) => {
    expect(payableAmount(amount, "pen", undefined)).toEqual({
      amount: text,
      centimos,
      currency: "PEN",
    })
  })

  it.each(["usd", "USD"])("takes dollars (%s)", (code) => {
    expect(payableAmount(1, code, undefined).currency).toBe("USD")
  })

  it.each(["eur", "clp", "", "__proto__"])("refuses the currency %p", (code) => {
    const error = refusal(1, code, undefined)
    expect(error.type).toBe("invalid_data")
    expect(error.message).toContain("takes PEN and USD")
  })

  it.each([0, -1, "-0.01", 0.004, "0.00499"])("refuses %p", (amount) => {
    const error = refusal(amount, "pen", undefined)
    expect(error.type).toBe("invalid_data")
    expect(error.message).toContain(`above zero; this payment is over ${amount} PEN`)
  })

  it("holds the configured maximum", () => {
    expect(payableAmount("1500.004", "pen", "1500.00").amount).toBe("1500.00")
    expect(refusal("1500.005", "pen", "1500.00").message).toBe(
      "A PagoEfectivo code may cost at most 1500.00 PEN; this payment is over 1500.01 PEN. [amount_too_large]",
    )
  })

  it("holds the most that can be stored, whatever is configured", () => {
    const most = String(MODULE_LIMITS.maxCentimos / 100)
    expect(payableAmount(most, "pen", undefined).centimos).toBe(MODULE_LIMITS.maxCentimos)
    expect(refusal(`${most}5`, "pen", "999999999.00").type).toBe("invalid_data")
  })
})

describe("what a gateway takes", () => {
  const limits = { minimum: "5.00", maximum: "100.00" }
  const taken = (amount: string) => withinLimits(payableAmount(amount, "pen", undefined), limits)

  it("includes both limits", () => {
    expect([taken("5.00"), taken("100.00")].map(({ centimos }) => centimos)).toEqual([500, 10_000])
  })

  it.each([
    ["4.99", /at least 5.00 PEN; this payment is over 4.99 PEN. \[amount_too_small\]/],
    ["100.01", /at most 100.00 PEN; this payment is over 100.01 PEN. \[amount_too_large\]/],
  ])("does not include %s", (amount, message) => {
    expect(() => taken(amount)).toThrow(message)
  })

  it("is nothing in a currency that it does not know, and all where it names no limit", () => {
    const dollars = payableAmount("20.00", "usd", undefined)
    expect(() => withinLimits(dollars, null)).toThrow(
      /does not take USD. \[currency_not_supported\]/,
    )
    expect(withinLimits(dollars, { minimum: null, maximum: null })).toBe(dollars)
  })
})
