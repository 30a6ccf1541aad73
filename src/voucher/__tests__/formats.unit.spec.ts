import fc from "fast-check"
import { formatCip, groupCip, spellCip } from "../format/cip"
import { formatLimaDateTime } from "../format/deadline"
import { formatMoney } from "../format/money"
import { plainText } from "../format/plain-text"
import { dayNames, formatTimeLeft } from "../format/time-left"
import { MAX_CIP_DIGITS } from "../limits"

describe("formatMoney", () => {
  it.each([
    ["0.10", "pen", "S/ 0.10"],
    ["69.90", "pen", "S/ 69.90"],
    ["1234.50", "pen", "S/ 1,234.50"],
    ["99999.99", "pen", "S/ 99,999.99"],
    ["1234567.05", "usd", "US$ 1,234,567.05"],
  ] as const)("writes %s %s as %s", (amount, currency, expected) => {
    expect(formatMoney(amount, currency)).toBe(expected)
  })

  it("never changes a digit", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 18n }), (cents) => {
        const digits = String(cents).padStart(3, "0")
        const amount = `${digits.slice(0, -2)}.${digits.slice(-2)}`
        const written = formatMoney(amount, "pen")
        expect(written.replace(/[^\d.]/g, "").replace(/^0+(?=\d)/, "")).toBe(amount)
        expect(written).toMatch(/^S\/ \d{1,3}(?:,\d{3})*\.\d{2}$/)
      }),
    )
  })

  it.each(["1.5", "1", "", "-1.00", "1,000.00", "01.00", "1e3", "NaN", "1.000"])(
    "refuses %j and says what it wants",
    (amount) => {
      expect(() => formatMoney(amount, "pen")).toThrow(
        `amount: found ${JSON.stringify(amount)}, expected a decimal string with two digits`,
      )
    },
  )

  it("refuses another currency", () => {
    expect(() => formatMoney("1.00", "eur" as "usd")).toThrow('currencyCode: found "eur"')
  })
})

describe("formatLimaDateTime", () => {
  it.each([
    ["2019-12-12T20:10:00Z", "jueves 12/12/2019 a las 03:10 p. m."],
    ["2026-10-12T04:59:59.999Z", "domingo 11/10/2026 a las 11:59 p. m."],
    ["2026-10-12T05:00:00Z", "lunes 12/10/2026 a las 12:00 a. m."],
    ["2026-01-01T17:00:00Z", "jueves 01/01/2026 a las 12:00 p. m."],
    ["2024-03-01T04:30:00Z", "jueves 29/02/2024 a las 11:30 p. m."],
  ])("says %s as %s", (instant, expected) => {
    expect(formatLimaDateTime(new Date(instant), "es")).toBe(expected)
  })

  it("names the month in English, where 12/11 could be read two ways", () => {
    expect(formatLimaDateTime(new Date("2019-11-12T20:10:00Z"), "en")).toBe(
      "Tuesday 12 November 2019 at 03:10 p.m.",
    )
  })

  it("agrees with the platform's own time zone data at any instant", () => {
    const intl = new Intl.DateTimeFormat("en-GB", {
      timeZone: "America/Lima",
      day: "2-digit",
      month: "2-digit",
      year: "numeric",
    })
    const range = { min: new Date("2000-01-01"), max: new Date("2060-01-01"), noInvalidDate: true }
    fc.assert(
      fc.property(fc.date(range), (instant) => {
        expect(formatLimaDateTime(instant, "es")).toContain(` ${intl.format(instant)} a las `)
      }),
    )
  })

  it("refuses an invalid date", () => {
    expect(() => formatLimaDateTime(new Date("mañana"), "es")).toThrow(
      "date: found an invalid Date",
    )
  })
})

describe("formatTimeLeft", () => {
  it.each([
    [-5, "0 min 00 s"],
    [59_999, "0 min 59 s"],
    [3_600_000, "1 h 0 min 00 s"],
    [86_400_000, "1 día 0 h 0 min"],
    [200_000_000, "2 días 7 h 33 min"],
  ])("says %d ms as %s", (milliseconds, expected) => {
    expect(formatTimeLeft(milliseconds, dayNames("es"))).toBe(expected)
  })
})

describe("CIP", () => {
  it.each([
    ["1", "1"],
    ["2523136", "252 31 36"],
    ["16635861", "166 358 61"],
    ["311025640", "311 025 640"],
    ["0012345678", "001 234 56 78"],
    ["00345678901234", "003 456 789 012 34"],
  ])("groups %s as %s", (cip, expected) => {
    expect(formatCip(cip)).toBe(expected)
  })

  it("keeps every digit in order and never leaves the last one alone", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{1,14}$/), (cip) => {
        const groups = groupCip(cip)
        expect(groups.join("")).toBe(cip)
        if (cip.length > 1) expect(groups.every(({ length }) => length > 1)).toBe(true)
      }),
    )
  })

  it("is spelled digit by digit for a screen reader", () => {
    expect(spellCip("2523136")).toBe("2 5 2, 3 1, 3 6")
  })

  it.each(["", "12a", "<b>1</b>", "1".repeat(MAX_CIP_DIGITS + 1)])("refuses %j", (cip) => {
    expect(() => formatCip(cip)).toThrow("expected 1 to 14 digits")
  })

  it("takes the longest the vendor documents", () => {
    expect(groupCip("1".repeat(MAX_CIP_DIGITS)).join("")).toHaveLength(MAX_CIP_DIGITS)
  })
})

describe("plainText", () => {
  it("takes away what can reorder or break a line", () => {
    expect(plainText("  Tienda\r\nBcc: x\u202egnp\u200b\ud800  ", 80)).toBe("Tienda Bcc: xgnp")
  })

  it("cuts at a whole character, not inside an emoji", () => {
    expect(plainText("👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧", 3)).toBe("👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧")
    expect(plainText("👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧👍", 3)).toBe("👩‍👩‍👧👩‍👩‍👧…")
  })
})
