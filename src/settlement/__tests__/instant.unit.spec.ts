import fc from "fast-check"
import { parseInstant } from "../values/instant"
import { LIMA } from "../../peru/lima"
import { zoneClock } from "../values/zone"

const iso = (cell: string, zone: string) =>
  new Date(parseInstant(cell, "iso", zoneClock(zone))).toISOString()

describe("local times", () => {
  it("agree with the platform's own calendar for every second of a century", () => {
    const from = Date.UTC(2000, 0, 2)
    const to = Date.UTC(2099, 11, 30)
    fc.assert(
      fc.property(fc.integer({ min: from / 1000, max: to / 1000 }), (second) => {
        const instant = new Date(second * 1000)
        expect(parseInstant(instant.toISOString(), "iso", zoneClock(LIMA))).toBe(instant.getTime())
        const text = new Intl.DateTimeFormat("en-GB", {
          timeZone: LIMA,
          dateStyle: "short",
          timeStyle: "medium",
        }).format(instant)
        const written = text.replace(",", "")
        expect(parseInstant(written, "dd/MM/yyyy", zoneClock(LIMA))).toBe(instant.getTime())
      }),
    )
  })

  it.each([
    ["summer", "2026-01-15T12:00:00", "2026-01-15T15:00:00.000Z"],
    ["winter", "2026-07-15T12:00:00", "2026-07-15T16:00:00.000Z"],
    ["the hour that comes twice", "2026-04-04T23:30:00", "2026-04-05T02:30:00.000Z"],
    ["just before", "2026-04-04T22:59:59", "2026-04-05T01:59:59.000Z"],
    ["just after", "2026-04-05T00:00:00", "2026-04-05T04:00:00.000Z"],
    ["the hour that never is", "2026-09-06T00:30:00", "2026-09-06T04:30:00.000Z"],
    ["after that hour", "2026-09-06T01:00:00", "2026-09-06T04:00:00.000Z"],
  ])("in a zone that moves its clocks: %s", (_case, written, instant) => {
    expect(iso(written, "America/Santiago")).toBe(instant)
  })

  it("know zones that are a fixed number of hours from UTC, and UTC itself", () => {
    expect(iso("2026-01-01T00:00:00", "Etc/GMT+4")).toBe("2026-01-01T04:00:00.000Z")
    expect(iso("2026-01-01T00:00:00", "UTC")).toBe("2026-01-01T00:00:00.000Z")
  })

  it.each([
    ["07/10/2026", "dd/MM/yyyy", "2026-10-07T05:00:00.000Z"],
    ["10-07-2026 08:30", "MM/dd/yyyy", "2026-10-07T13:30:00.000Z"],
    ["2026.10.07 08:30:15", "yyyy/MM/dd", "2026-10-07T13:30:15.000Z"],
    ["2026-10-07T08:30:15", "dd/MM/yyyy", "2026-10-07T13:30:15.000Z"],
  ] as const)("read %s as %s", (written, format, instant) => {
    expect(new Date(parseInstant(written, format, zoneClock(LIMA))).toISOString()).toBe(instant)
  })

  it.each([
    ["7/10/2026", "dd/MM/yyyy"],
    ["31/04/2026", "dd/MM/yyyy"],
    ["29/02/2025", "dd/MM/yyyy"],
    ["13/13/2026", "dd/MM/yyyy"],
    ["07/10-2026", "dd/MM/yyyy"],
    ["07/10/2026 8:30", "dd/MM/yyyy"],
    ["07/10/2026 08:30:60", "dd/MM/yyyy"],
    ["07/10/2026 08:30:15 PM", "dd/MM/yyyy"],
    ["07/10/2026", "iso"],
    ["2026-10-07T08", "iso"],
    ["2026-10-07T08:30:15.", "iso"],
    ["2026-10-07T08:30:15+5", "iso"],
    ["2026-10-07T08:30:15+15:00", "iso"],
    ["2026-10-07T08:30:15Zulu", "iso"],
    ["2026/10/07", "iso"],
    ["20261007", "iso"],
    ["46302.5", "iso"],
  ] as const)("refuse %s as %s", (written, format) => {
    expect(parseInstant(written, format, zoneClock(LIMA))).toBeNaN()
  })
})
