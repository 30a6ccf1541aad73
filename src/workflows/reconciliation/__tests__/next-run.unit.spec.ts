import { nextRun } from "../next-run"

afterEach(() => jest.useRealTimers())

function at(instant: string): void {
  jest.useFakeTimers({ now: new Date(instant) })
}

describe("the next run", () => {
  it.each([
    ["before three in Lima", "2026-10-12T07:59:00Z", "2026-10-12T08:00:00.000Z"],
    ["at three in Lima", "2026-10-12T08:00:00Z", "2026-10-13T08:00:00.000Z"],
    ["after a day without a store", "2026-10-15T20:00:00Z", "2026-10-16T08:00:00.000Z"],
  ])("is the coming night: %s", (_, now, expected) => {
    at(now)
    expect(nextRun("0 3 * * *", "America/Lima").toISOString()).toBe(expected)
  })

  it("is read in the merchant's time zone", () => {
    at("2026-10-12T00:00:00Z")
    expect(nextRun("0 3 * * *", "Asia/Shanghai").toISOString()).toBe("2026-10-12T19:00:00.000Z")
  })

  it("leaves no timer behind", () => {
    at("2026-10-12T00:00:00Z")
    nextRun("0 3 * * *", "America/Lima")
    expect(jest.getTimerCount()).toBe(0)
  })
})
