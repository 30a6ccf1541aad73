import Decimal from "decimal.js"
import fc from "fast-check"
import { MAX_CENTIMOS } from "../limits"
import { formatCentimos, MoneyFormatError, parseCentimos, sumCentimos } from "../centimos"
import { convertCentimos, multiplyHalfUp } from "../rounding"

const centimos = fc.integer({ min: -MAX_CENTIMOS, max: MAX_CENTIMOS })

describe("amounts as text", () => {
  it.each([
    ["69.90", 6990],
    ["69.9", 6990],
    ["69", 6900],
    ["69.", 6900],
    ["69.9000", 6990],
    ["0.01", 1],
    ["-0.01", -1],
    ["0.00", 0],
    ["-0.00", 0],
    ["0000069.90", 6990],
    ["90071992547409.91", MAX_CENTIMOS],
  ])("reads %s as %d céntimos", (text, expected) => {
    expect(parseCentimos(text)).toBe(expected)
  })

  it.each(["", "-", ".50", "69,90", "1.234,56", "1e3", "NaN", "+1.00", " 1.00", "69.905", "0x10"])(
    "refuses %p and names it",
    (text) => {
      expect(() => parseCentimos(text)).toThrow(MoneyFormatError)
      expect(() => parseCentimos(text)).toThrow(JSON.stringify(text))
    },
  )

  it("refuses one céntimo above the limit", () => {
    expect(() => parseCentimos("90071992547409.92")).toThrow("up to 90071992547409.91")
  })

  it("writes what it reads, for every amount", () => {
    fc.assert(fc.property(centimos, (value) => parseCentimos(formatCentimos(value)) === value))
  })

  it("agrees with decimal.js on two digits", () => {
    fc.assert(
      fc.property(
        centimos.filter((value) => value !== 0),
        (value) => formatCentimos(value) === new Decimal(value).div(100).toFixed(2),
      ),
    )
  })

  it("writes sums beyond 2^53 and refuses parts of a céntimo", () => {
    expect(formatCentimos(123_456_789_012_345_678n)).toBe("1234567890123456.78")
    expect(formatCentimos(-5n)).toBe("-0.05")
    expect(() => formatCentimos(0.5)).toThrow(MoneyFormatError)
    expect(() => formatCentimos(2 ** 53)).toThrow(MoneyFormatError)
  })
})

describe("rounding half up", () => {
  it.each([
    [525, 18, 100, 95],
    [-525, 18, 100, -95],
    [1, 1, 2, 1],
    [1, 49, 100, 0],
    [0, 5, 7, 0],
    [MAX_CENTIMOS, 1, 1, MAX_CENTIMOS],
  ])("%d × %d ÷ %d = %d", (value, numerator, denominator, expected) => {
    expect(multiplyHalfUp(value, numerator, denominator)).toBe(expected)
  })

  it("is exact for amounts and percentages of any size", () => {
    fc.assert(
      fc.property(centimos, fc.integer({ min: 0, max: 1_000_000 }), (value, parts) => {
        const exact = new Decimal(value).times(parts).div(1_000_000)
        const expected = exact.toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber()
        expect(multiplyHalfUp(value, parts, 1_000_000)).toBe(expected === 0 ? 0 : expected)
      }),
    )
  })

  it("converts by a decimal rate", () => {
    expect(convertCentimos(10_000, new Decimal("3.745"))).toBe(37_450)
    expect(convertCentimos(1, new Decimal("0.5"))).toBe(1)
  })
})

describe("sums", () => {
  it("are exact over a million random lines, by decimal.js and in any order", () => {
    const [seed] = fc.sample(fc.integer({ min: 1, max: 2 ** 31 - 2 }), {
      numRuns: 1,
      seed: 20_261_005,
    })
    let state = seed as number
    const lines = Array.from({ length: 1_000_000 }, () => {
      state = (state * 48_271) % 2_147_483_647
      return (state % 20_000_001) - 10_000_000
    })
    const texts = lines.map((value) => formatCentimos(value))
    const byDecimal = texts.reduce((sum, text) => sum.plus(text), new Decimal(0))
    const sum = sumCentimos(texts.map(parseCentimos))
    expect(formatCentimos(sum)).toBe(byDecimal.toFixed(2))
    expect(sumCentimos(lines.reverse())).toBe(sum)
  })

  it("stay exact beyond 2^53, where numbers are not", () => {
    const lines = [MAX_CENTIMOS, 2, MAX_CENTIMOS, 1]
    expect(sumCentimos(lines)).toBe(18_014_398_509_481_985n)
    expect(sumCentimos([MAX_CENTIMOS, 1, 1, -MAX_CENTIMOS])).toBe(2n)
  })
})
