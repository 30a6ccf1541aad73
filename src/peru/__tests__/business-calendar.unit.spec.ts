import fc from "fast-check"
import { createBusinessCalendar, type BusinessCalendarOptions } from "../business-calendar"
import { DayFormatError, formatDay, limaDay, limaHour, parseDay, weekdayOf } from "../lima"
import { MAX_CACHED_DUE_DAYS, MAX_DUE_BUSINESS_DAYS } from "../limits"
import { lima } from "../../reconciliation/__tests__/facts-fixture"

function due(at: string, businessDays: number, options?: BusinessCalendarOptions): string {
  return formatDay(createBusinessCalendar(options).dueDay(lima(at), businessDays))
}

describe("days in Lima", () => {
  it("begin five hours after UTC's", () => {
    expect(formatDay(limaDay(Date.parse("2026-10-06T04:59:59.999Z")))).toBe("2026-10-05")
    expect(formatDay(limaDay(Date.parse("2026-10-06T05:00:00.000Z")))).toBe("2026-10-06")
    expect(limaHour(Date.parse("2026-10-06T04:59:59.999Z"))).toBe(23)
    expect(limaHour(Date.parse("2026-10-06T05:00:00.000Z"))).toBe(0)
  })

  it("have weekdays, also before 1970", () => {
    expect(weekdayOf(parseDay("2026-10-04"))).toBe(0)
    expect(weekdayOf(parseDay("1969-12-27"))).toBe(6)
  })

  it.each([
    "2026-02-31",
    "31/02/2026",
    "2026-2-1",
    "2026-13-01",
    "0000-01-01",
    "",
    "2026-10-05T00:00:00",
  ])("refuse %p", (text) => {
    expect(() => parseDay(text)).toThrow(DayFormatError)
  })
})

describe("a due day", () => {
  it.each([
    ["an ordinary week", "2026-10-12 10:00", 3, "2026-10-15"],
    ["over a holiday", "2026-10-05 10:00", 3, "2026-10-09"],
    ["over a weekend", "2026-10-16 10:00", 1, "2026-10-19"],
    ["paid on a Saturday", "2026-10-17 10:00", 1, "2026-10-19"],
    ["paid late on Sunday in Lima, Monday in UTC", "2026-10-18 23:30", 1, "2026-10-19"],
    ["over Easter", "2026-04-01 10:00", 1, "2026-04-06"],
    ["over Fiestas Patrias", "2026-07-27 10:00", 1, "2026-07-30"],
    ["over two holidays in a row and a weekend", "2025-12-05 10:00", 1, "2025-12-10"],
    ["over the new year", "2026-12-31 10:00", 1, "2027-01-04"],
    ["on the same day", "2026-10-12 23:59", 0, "2026-10-12"],
    ["on the same day, which is off", "2026-10-08 10:00", 0, "2026-10-09"],
  ])("%s", (_, at, businessDays, expected) => {
    expect(due(at, businessDays)).toBe(expected)
  })

  it("moves with days off by decree and with worked days", () => {
    expect(due("2026-10-12 10:00", 1, { extraHolidays: ["2026-10-13"] })).toBe("2026-10-14")
    expect(due("2026-10-07 10:00", 1, { workingDays: ["2026-10-08"] })).toBe("2026-10-08")
    expect(due("2026-10-16 10:00", 1, { workingDays: ["2026-10-17"] })).toBe("2026-10-17")
  })

  it("counts from the next day on after the cut-off", () => {
    expect(due("2026-10-12 17:59", 1, { cutOffHour: 18 })).toBe("2026-10-13")
    expect(due("2026-10-12 18:00", 1, { cutOffHour: 18 })).toBe("2026-10-14")
  })

  it("takes terms up to the limit and refuses others by name", () => {
    const calendar = createBusinessCalendar()
    expect(calendar.dueDay(0, MAX_DUE_BUSINESS_DAYS)).toBeGreaterThan(MAX_DUE_BUSINESS_DAYS)
    for (const term of [MAX_DUE_BUSINESS_DAYS + 1, -1, 1.5, NaN]) {
      expect(() => calendar.dueDay(0, term)).toThrow(`A term of ${term} business days`)
    }
  })

  it("refuses days that do not exist and hours that do not", () => {
    expect(() => createBusinessCalendar({ extraHolidays: ["2026-02-30"] })).toThrow("2026-02-30")
    expect(() => createBusinessCalendar({ cutOffHour: 24 })).toThrow("cutOffHour is 24")
  })

  it("stays right when its memory is full", () => {
    const calendar = createBusinessCalendar()
    const first = calendar.dueDay(lima("2026-10-05 10:00"), 3)
    for (let day = 0; day <= MAX_CACHED_DUE_DAYS; day++) {
      calendar.dueDay(day * 86_400_000, 1)
    }
    expect(calendar.dueDay(lima("2026-10-05 10:00"), 3)).toBe(first)
  })

  it("is a business day with exactly the term's business days before it, whatever the day", () => {
    const calendar = createBusinessCalendar()
    const instants = fc.integer({ min: lima("2024-01-01 00:00"), max: lima("2035-12-31 23:59") })
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 30 }), (instant, term) => {
        const dueDay = calendar.dueDay(instant, term)
        const start = limaDay(instant)
        const days = Array.from({ length: dueDay - start }, (_, index) => start + 1 + index)
        expect(days.filter((day) => calendar.isBusinessDay(day))).toHaveLength(term)
        expect(calendar.isBusinessDay(dueDay)).toBe(true)
      }),
    )
  })
})
