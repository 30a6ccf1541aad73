import fc from "fast-check"
import { MAX_AMOUNT_CENTIMOS } from ".."
import { readReportAmount } from "../values/amount"

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
    ".50",
    "5.",
    "--5",
    "5-",
    "5 000",
    "S/ 5.00",
    "٣",
  ])("refuses %j rather than guess", (text) => {
    expect(readReportAmount(text, "auto")).toBeNaN()
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
      }),
    )
  })
})
