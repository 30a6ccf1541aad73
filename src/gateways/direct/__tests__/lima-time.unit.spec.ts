import fc from "fast-check"
import { isWireTime, parseGatewayTime, toLimaTimestamp } from "../lima-time"

describe("toLimaTimestamp", () => {
  const machineZone = process.env.TZ
  afterEach(() => {
    if (machineZone === undefined) {
      delete process.env.TZ
    } else {
      process.env.TZ = machineZone
    }
  })

  it.each(["UTC", "America/Lima", "Asia/Tokyo", "America/New_York"])(
    "writes Lima's time on a machine in %s",
    (zone) => {
      process.env.TZ = zone
      expect(toLimaTimestamp(new Date("2025-07-15T03:04:05.999Z"))).toBe(
        "2025-07-14T22:04:05-05:00",
      )
    },
  )

  it.each([new Date(Number.NaN), new Date("1900-06-01T00:00:00Z"), new Date("+010000-06-01")])(
    "refuses %p",
    (instant) => {
      expect(isWireTime(instant)).toBe(false)
      expect(() => toLimaTimestamp(instant)).toThrow(RangeError)
    },
  )

  it("is read back as the same second", () => {
    fc.assert(
      fc.property(
        fc.date({
          min: new Date("1901-01-02Z"),
          max: new Date("9999-12-30Z"),
          noInvalidDate: true,
        }),
        (instant) => {
          const wire = toLimaTimestamp(instant)
          expect(wire).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d-05:00$/)
          expect(parseGatewayTime(wire)?.getTime()).toBe(
            Math.floor(instant.getTime() / 1000) * 1000,
          )
        },
      ),
    )
  })
})

describe("parseGatewayTime", () => {
  it.each([
    ["2018-08-13T17:18:58-05:00", "2018-08-13T22:18:58.000Z"],
    ["2018-08-13T17:18:58-0500", "2018-08-13T22:18:58.000Z"],
    ["2018-08-13 17:18:58-05:00", "2018-08-13T22:18:58.000Z"],
    ["2018-08-13T17:18:58", "2018-08-13T22:18:58.000Z"],
    ["2018-08-13T17:18:58.25-05:00", "2018-08-13T22:18:58.250Z"],
    ["2018-08-13T22:18:58Z", "2018-08-13T22:18:58.000Z"],
    ["2018-08-14T00:18:58+02:00", "2018-08-13T22:18:58.000Z"],
  ])("reads %s", (text, instant) => {
    expect(parseGatewayTime(text)?.toISOString()).toBe(instant)
  })

  it.each([
    "1900-01-01T00:00:00-05:00",
    "0001-01-01T00:00:00",
    "2018-02-30T00:00:00-05:00",
    "2018-08-13",
    "13/08/2018 17:18:58",
    "",
    "soon",
    null,
    20180813,
  ])("takes %p for no time", (value) => {
    expect(parseGatewayTime(value)).toBeNull()
  })
})
