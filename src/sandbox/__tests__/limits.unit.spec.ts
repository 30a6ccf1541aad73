import { BoundedLog } from "../bounded-log"
import { SandboxClock } from "../clock"
import { MAX_VOUCHER_CENTIMOS, MAX_CLOCK_STEP_MS } from "../limits"
import { formatVendorDate, parseVendorDate } from "../lima-time"
import { toDecimalText, formatForPeople, fromDecimalText } from "../money"
import fc from "fast-check"

it("forgets the oldest entries of a log", () => {
  const log = new BoundedLog<number>(3)
  for (const entry of [1, 2, 3]) {
    log.add(entry)
  }
  expect(log.all()).toEqual([1, 2, 3])
  log.add(4)
  expect(log.all()).toEqual([2, 3, 4])
})

it("bounds amounts", () => {
  expect(fromDecimalText(toDecimalText(MAX_VOUCHER_CENTIMOS))).toBe(MAX_VOUCHER_CENTIMOS)
  expect(fromDecimalText(toDecimalText(MAX_VOUCHER_CENTIMOS + 1))).toBeNull()
})

it("bounds one step of the clock", () => {
  const clock = new SandboxClock(() => new Date(0))
  clock.advance(MAX_CLOCK_STEP_MS)
  expect(clock.now().getTime()).toBe(MAX_CLOCK_STEP_MS)
  expect(() => clock.advance(MAX_CLOCK_STEP_MS + 1)).toThrow(/whole milliseconds from 0 to/)
})

it("reads back every amount it writes, as text and as a JSON number", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: MAX_VOUCHER_CENTIMOS }), (centimos) => {
      const text = toDecimalText(centimos)
      expect(fromDecimalText(text)).toBe(centimos)
      expect(fromDecimalText(JSON.parse(text))).toBe(centimos)
    }),
  )
})

it("reads back every date it writes", () => {
  const dates = fc.date({ min: new Date(0), max: new Date("2200-01-01"), noInvalidDate: true })
  fc.assert(
    fc.property(dates, (date) => {
      const seconds = Math.floor(date.getTime() / 1_000) * 1_000
      expect(parseVendorDate(formatVendorDate(date))?.getTime()).toBe(seconds)
    }),
  )
})

it("writes amounts as people read them", () => {
  expect(formatForPeople(123_450, "PEN")).toBe("S/ 1,234.50")
  expect(formatForPeople(5, "USD")).toBe("US$ 0.05")
  expect(formatForPeople(100_000_000, "PEN")).toBe("S/ 1,000,000.00")
})
