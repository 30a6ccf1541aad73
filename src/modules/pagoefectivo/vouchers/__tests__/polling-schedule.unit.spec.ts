import fc from "fast-check"
import { nextCheckAt } from "../polling-schedule"
import type { VoucherRow } from "../../types"
import { EXPIRES_AT, ISSUED_AT, voucherRow } from "./voucher-fixture"

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const plus = (from: Date, ms: number) => new Date(from.getTime() + ms)

/** Minutes from `now` until the next question; null when none follows. */
function minutes(voucher: VoucherRow, now: Date): number | null {
  const next = nextCheckAt(voucher, now)
  return next && (next.getTime() - now.getTime()) / MINUTE
}

describe("nextCheckAt", () => {
  it.each([
    ["a fresh code", ISSUED_AT, 10],
    ["within its first hour", plus(ISSUED_AT, HOUR - 1), 10],
    ["hours later, ever more seldom", plus(ISSUED_AT, 2 * HOUR), 60],
    ["half a day before its deadline", plus(EXPIRES_AT, -6 * HOUR), 30],
    ["near its deadline", plus(EXPIRES_AT, -2 * HOUR), 10],
    ["in its last hour", plus(EXPIRES_AT, -HOUR + 1), 5],
    ["past its deadline", plus(EXPIRES_AT, 3 * HOUR), 5],
  ])("waiting: %s", (_, now, expected) => {
    expect(minutes(voucherRow(), now)).toBeCloseTo(expected, 3)
  })

  it.each([
    ["not confirmed closed", voucherRow({ status: "expired" }), 15],
    ["confirmed closed", voucherRow({ status: "expired", closed_at: EXPIRES_AT }), 12 * 60],
    ["voided", voucherRow({ status: "voided", closed_at: ISSUED_AT }), 12 * 60],
  ])("over: %s, asked for a week in case somebody paid", (_, voucher, expected) => {
    expect(minutes(voucher, plus(EXPIRES_AT, HOUR))).toBe(expected)
    expect(minutes(voucher, plus(EXPIRES_AT, 7 * DAY))).toBe(expected)
    expect(minutes(voucher, plus(EXPIRES_AT, 7 * DAY + 1))).toBeNull()
  })

  it("paid: asked for a week in case it is taken back", () => {
    const paid = voucherRow({ status: "paid", paid_at: ISSUED_AT })
    expect(minutes(paid, plus(ISSUED_AT, DAY - 1))).toBe(120)
    expect(minutes(paid, plus(ISSUED_AT, DAY))).toBe(24 * 60)
    expect(minutes(paid, plus(ISSUED_AT, 7 * DAY))).toBe(24 * 60)
    expect(minutes(paid, plus(ISSUED_AT, 7 * DAY + 1))).toBeNull()
  })

  it("held by a dispute: each day until that is decided", () => {
    const held = voucherRow({ status: "paid", paid_at: ISSUED_AT, held_at: ISSUED_AT })
    expect(minutes(held, plus(ISSUED_AT, 90 * DAY))).toBe(24 * 60)
  })

  it("reversed: each day for a quarter of a year, in case the merchant wins the dispute", () => {
    const reversed = voucherRow({ status: "reversed", reversed_at: ISSUED_AT })
    expect(minutes(reversed, ISSUED_AT)).toBe(24 * 60)
    expect(minutes(reversed, plus(ISSUED_AT, 90 * DAY))).toBe(24 * 60)
    expect(minutes(reversed, plus(ISSUED_AT, 90 * DAY + 1))).toBeNull()
  })

  it("a waiting code is always asked about again, within 5 minutes to an hour", () => {
    const hours = fc.integer({ min: 1, max: 720 })
    const passed = fc.integer({ min: 0, max: 60 * DAY })
    fc.assert(
      fc.property(hours, passed, (life, ms) => {
        const voucher = voucherRow({ expires_at: plus(ISSUED_AT, life * HOUR) })
        const wait = minutes(voucher, plus(ISSUED_AT, ms))
        expect(wait).toBeGreaterThanOrEqual(5)
        expect(wait).toBeLessThanOrEqual(60)
      }),
    )
  })

  it("reads dates as the database's driver or JSON gives them", () => {
    const text = voucherRow({
      issued_at: ISSUED_AT.toISOString() as never,
      expires_at: EXPIRES_AT.toISOString() as never,
    })
    expect(nextCheckAt(text, ISSUED_AT)).toEqual(nextCheckAt(voucherRow(), ISSUED_AT))
  })
})
