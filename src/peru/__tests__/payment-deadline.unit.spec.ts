import * as fc from "fast-check"
import { limaDate } from "../lima"
import { longestDeadlineHours, paymentDeadline } from "../payment-deadline"

const at = (text: string) => Date.parse(text)
const inLima = (instant: number) =>
  new Date(instant).toLocaleString("sv-SE", { timeZone: "America/Lima" })

describe("a deadline in hours", () => {
  it("is to the second", () => {
    const now = at("2026-12-01T03:53:07-05:00")
    expect(paymentDeadline(now, 24, "hours")).toBe(at("2026-12-02T03:53:07-05:00"))
  })
})

describe("a deadline at the end of a day", () => {
  it.each([
    ["2026-12-01T10:00:00-05:00", 24, "2026-12-02 23:59:59"],
    ["2026-12-01T10:00:00-05:00", 12, "2026-12-01 23:59:59"],
    ["2026-12-01T20:00:00-05:00", 12, "2026-12-02 23:59:59"],
    ["2026-12-31T00:00:00-05:00", 72, "2027-01-03 23:59:59"],
    ["2026-10-30T23:59:59-05:00", 24, "2026-10-31 23:59:59"],
    ["2026-02-27T23:30:00-05:00", 48, "2026-03-01 23:59:59"],
    // Already the next day in UTC.
    ["2026-12-01T23:00:00-05:00", 1, "2026-12-02 23:59:59"],
  ])("issued at %s for %i hours: until %s", (issued, hours, expected) => {
    expect(inLima(paymentDeadline(at(issued), hours, "end-of-day"))).toBe(expected)
  })

  it("never cuts the hours short by more than their last second, and adds less than a day", () => {
    const instants = fc.integer({ min: at("2020-01-01"), max: at("2035-01-01") })
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 720 }), (now, hours) => {
        const exact = paymentDeadline(now, hours, "hours")
        const end = paymentDeadline(now, hours, "end-of-day")
        expect(inLima(end)).toMatch(/ 23:59:59$/)
        expect(limaDate(end)).toBe(limaDate(exact))
        expect(end).toBeGreaterThan(exact - 1_000)
        const longest = now + longestDeadlineHours(hours, "end-of-day") * 3_600_000
        expect(end).toBeLessThan(longest)
      }),
    )
  })
})
