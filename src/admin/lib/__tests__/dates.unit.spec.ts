import { daySeries, mainCurrency } from "../day-series"
import {
  addDays,
  formatDateTime,
  dayText,
  formatMonth,
  formatShortDay,
  monthBefore,
  formatRelative,
  limaDayOf,
} from "../dates"
import { feePeriod } from "../fee-period"
import { since } from "../since"

const LATE_IN_LIMA = "2026-10-13T03:30:00.000Z"

describe("instants", () => {
  it.each([
    ["en", "America/Lima", /Oct 12, 2026, 22:30/],
    ["es", "America/Lima", /12 (de )?oct(\.| de)? 2026, 22:30/],
    ["zhCN", "Asia/Shanghai", /2026年10月13日 11:30/],
    ["fr", "America/Lima", /Oct 12, 2026, 22:30/],
  ] as const)("are written in %s for %s", (language, zone, expected) => {
    expect(formatDateTime(LATE_IN_LIMA, { language, zone })).toMatch(expected)
  })

  it.each([
    ["2026-10-13T06:30:00.000Z", "in 3 hours"],
    ["2026-10-11T03:00:00.000Z", "2 days ago"],
    ["2026-10-13T03:29:50.000Z", "this minute"],
  ])("%s is %s", (iso, expected) => {
    expect(formatRelative(iso, "en", Date.parse(LATE_IN_LIMA))).toBe(expected)
  })
})

describe("days", () => {
  it("are Lima's", () => {
    expect(limaDayOf(new Date(LATE_IN_LIMA))).toBe("2026-10-12")
    expect(limaDayOf(new Date("2026-10-13T05:00:00.000Z"))).toBe("2026-10-13")
  })

  it("are the same in every zone when they are no instants", () => {
    expect(dayText("2026-10-12", "en")).toBe("Oct 12, 2026")
  })

  it("on a chart are written without their year, in each language", () => {
    expect(["es", "en", "zhCN"].map((language) => formatShortDay("2026-10-12", language))).toEqual([
      "12 oct.",
      "Oct 12",
      "10月12日",
    ])
  })

  it("of the month before are closed by default", () => {
    expect(monthBefore("2026-03-15")).toEqual({ from: "2026-02-01", to: "2026-02-28" })
    expect(monthBefore("2026-01-01")).toEqual({ from: "2025-12-01", to: "2025-12-31" })
  })

  it("go over the ends of months", () => {
    expect(addDays("2026-02-28", 1)).toBe("2026-03-01")
    expect(addDays("2026-01-01", -1)).toBe("2025-12-31")
  })

  it("of a period begin at Lima's midnight and include today", () => {
    expect(since("7", new Date(LATE_IN_LIMA))).toEqual({ $gte: "2026-10-06T05:00:00.000Z" })
    expect(since("any", new Date(LATE_IN_LIMA))).toBeUndefined()
    expect(since(undefined, new Date(LATE_IN_LIMA))).toBeUndefined()
  })

  it("without any movement still have a bar", () => {
    const nothing = { paid: "0.00", settled: "0.00", announced: "0.00" }
    const days = [{ ...nothing, day: "2026-10-11", currency_code: "pen", paid: "5.00" }]
    expect(daySeries(days, "pen", "2026-10-10", "2026-10-12")).toEqual([
      { ...nothing, day: "2026-10-10" },
      { ...nothing, day: "2026-10-11", paid: "5.00" },
      { ...nothing, day: "2026-10-12" },
    ])
    expect(mainCurrency(days)).toBe("pen")
    expect(mainCurrency([])).toBe("pen")
  })
})

describe("the periods of fees", () => {
  it.each([
    ["2026-11-22", "2025-12-01", "2026-11-29"],
    ["2026-11-30", "2026-01-01", "2026-12-07"],
    ["2026-12-31", "2026-02-01", "2027-01-07"],
  ])("on %s are twelve months from %s to %s", (today, from, to) => {
    expect(feePeriod("month", today)).toEqual({ from, to, by: "month" })
  })

  it("are 31 days and the next ones", () => {
    expect(feePeriod("day", "2026-11-22")).toEqual({
      from: "2026-10-23",
      to: "2026-11-29",
      by: "day",
    })
  })

  it.each([
    ["en", "October 2026"],
    ["es", "octubre de 2026"],
    ["zhCN", "2026年10月"],
  ])("are named in %s", (language, expected) => {
    expect(formatMonth("2026-10", language)).toBe(expected)
  })
})
