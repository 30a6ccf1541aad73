import fc from "fast-check"
import { MAX_AMOUNT_CENTIMOS } from ".."
import { explainAmount, readReportAmount } from "../values/amount"

describe("amounts", () => {
  it.each([
    ["69.90", 6990],
    ["69,90", 6990],
    ["69.9", 6990],
    ["69", 6900],
    ["  -69.90 ", -6990],
    ["+1", 100],
    ["0.00", 0],
    ["-0.00", 0],
    ["69.9000", 6990],
    ["0.500", 50],
    ["1234.500", 123450],
    ["1.234,56", 123456],
    ["1,234.56", 123456],
    ["1.234.567,89", 123456789],
    ["1,234,567.89", 123456789],
    ["1.234.567", 123456700],
    ["1,234,567", 123456700],
    ["-1.234,5", -123450],
  ])("reads %s without being told the mark", (text, centimos) => {
    expect(readReportAmount(text, "auto")).toBe(centimos)
  })

  it.each([
    "",
    " ",
    "NaN",
    "Infinity",
    "1e3",
    "0x10",
    "1,234",
    "1.234",
    "1,000",
    "2.500",
    "-999,999",
    "1.23.4",
    "12.34,56",
    "1.2345,6",
    "1,23,456",
    "69.905",
    "5.",
    "--5",
    "٣",
  ])("refuses %j rather than guess", (text) => {
    expect(readReportAmount(text, "auto")).toBeNaN()
  })

  it.each([
    [".50", 50],
    ["69.90-", -6990],
    ["(69.90)", -6990],
    ["( 1,234.50 )", -123450],
    ["\u221269,90", -6990],
    ["\u2013 69.90", -6990],
    ["+ 69.90", 6990],
    ["S/ 69.90", 6990],
    ["S/69.90", 6990],
    ["S/.69.90", 6990],
    ["s/. 1,500.15", 150015],
    ["S/\u00a01\u00a0500,15", 150015],
    ["-S/ 69.90", -6990],
    ["S/ -69.90", -6990],
    ["S/ (69.90)", -6990],
    ["(S/ 69.90)", -6990],
    ["69.90 PEN", 6990],
    ["PEN 69.90-", -6990],
    ["69.90 soles", 6990],
    ["S/ 69.90 PEN", 6990],
    ["1 234.50", 123450],
    ["1\u202f234,50", 123450],
    ["1\u2009234\u2009567,89", 123456789],
    ["5 000", 500000],
    ["1'234.56", 123456],
    ["1\u2019234\u2019567.89", 123456789],
    ["1'234,567.89", 123456789],
    ["1'234.567,89", 123456789],
    ["'69.90", 6990],
    ["\uff16\uff19\uff0e\uff19\uff10", 6990],
    ["\uff0869.90\uff09", -6990],
    ["\u200e69.90\u200e", 6990],
  ])("reads %j as people and their programs write it", (text, centimos) => {
    expect(readReportAmount(text, "auto", "PEN")).toBe(centimos)
  })

  it.each([
    ["69.90 CR", "amount_sign_unclear"],
    ["69.90DR", "amount_sign_unclear"],
    ["69.90 DB", "amount_sign_unclear"],
    ["69.90 (H)", "amount_sign_unclear"],
    ["(-69.90)", "amount_sign_unclear"],
    ["-69.90-", "amount_sign_unclear"],
    ["- (69.90)", "amount_sign_unclear"],
    ["US$ 69.90", "amount_in_other_currency"],
    ["$69.90", "amount_in_other_currency"],
    ["69.90 USD", "amount_in_other_currency"],
    ["EUR 69.90", "amount_in_other_currency"],
    ["S/ 69.90 USD", "no_amount"],
    ["S/.50", "no_amount"],
    ["S/ 1,234", "amount_ambiguous"],
    ["1'234,500", "amount_ambiguous"],
    ["1 234.500", "amount_ambiguous"],
    ["1 23.50", "no_amount"],
    ["12 34", "no_amount"],
    ["S/ -", "no_amount"],
    ["6.99E+01", "no_amount"],
    ["69.9051 PEN", "amount_too_precise"],
  ])("does not guess what %j means, and says why: %s", (text, code) => {
    expect(readReportAmount(text, "auto", "PEN")).toBeNaN()
    expect(explainAmount(text, "auto", "PEN").code).toBe(code)
  })

  it("follows the mark that a format names", () => {
    expect(readReportAmount("1,234", ".")).toBe(123400)
    expect(readReportAmount("1.234", ",")).toBe(123400)
    expect(readReportAmount("1,23", ".")).toBeNaN()
    expect(readReportAmount("1.23", ",")).toBeNaN()
    expect(readReportAmount("1.500", ".")).toBe(150)
  })

  it("reads amounts up to the limit and none above", () => {
    expect(readReportAmount("21474836.47", ".")).toBe(MAX_AMOUNT_CENTIMOS)
    expect(readReportAmount("21474836.48", ".")).toBeNaN()
    expect(readReportAmount("21474837", ".")).toBeNaN()
    expect(readReportAmount("10000000000", ".")).toBeNaN()
    expect(readReportAmount("9".repeat(400), ".")).toBeNaN()
  })

  it("is exact for every amount in every spelling", () => {
    const amounts = fc.integer({ min: -MAX_AMOUNT_CENTIMOS, max: MAX_AMOUNT_CENTIMOS })
    fc.assert(
      fc.property(amounts, (centimos) => {
        const sign = centimos < 0 ? "-" : ""
        const digits = String(Math.abs(centimos)).padStart(3, "0")
        const whole = digits.slice(0, -2)
        const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",")
        const cents = digits.slice(-2)
        const swapped = grouped.replaceAll(",", ".")
        expect(readReportAmount(`${sign}${whole}.${cents}`, "auto")).toBe(centimos)
        expect(readReportAmount(`${sign}${whole},${cents}`, "auto")).toBe(centimos)
        expect(readReportAmount(`${sign}${grouped}.${cents}`, "auto")).toBe(centimos)
        expect(readReportAmount(`${sign}${swapped},${cents}`, "auto")).toBe(centimos)
        const spaced = grouped.replaceAll(",", "\u00a0")
        expect(readReportAmount(`S/ ${sign}${spaced},${cents}`, "auto")).toBe(centimos)
        const bare = `${swapped.replaceAll(".", "'")}.${cents}`
        expect(readReportAmount(sign ? `(${bare})` : bare, "auto")).toBe(centimos)
      }),
    )
  })
})
