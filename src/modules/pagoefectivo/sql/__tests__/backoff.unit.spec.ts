import fc from "fast-check"
import { nextTryAt } from "../backoff"
import { MODULE_LIMITS as LIMITS } from "../../limits"

const NOW = new Date("2026-10-10T12:00:00.000Z")
const LIMIT = { firstSeconds: 15, maxSeconds: 14_400 }

function seconds(tries: number, random: number): number {
  return (nextTryAt(NOW, tries, LIMIT, () => random).getTime() - NOW.getTime()) / 1000
}

describe("nextTryAt", () => {
  it.each([
    [0, 15],
    [1, 15],
    [2, 30],
    [3, 60],
    [10, 7_680],
    [11, 14_400],
    [12, 14_400],
    [10_000, 14_400],
  ])("waits longer after each failure, up to a limit: %i tries, %i s", (tries, expected) => {
    expect(seconds(tries, 0)).toBe(expected)
  })

  it("takes off up to a quarter, so that many do not come back at once", () => {
    expect(seconds(3, 0.5)).toBe(52.5)
    fc.assert(
      fc.property(
        fc.nat({ max: 200 }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (tries, random) => {
          expect(seconds(tries, random)).toBeGreaterThan(0.749 * seconds(tries, 0))
          expect(seconds(tries, random)).toBeLessThanOrEqual(seconds(tries, 0))
        },
      ),
    )
  })

  it("gives a notice about two days before a person must look", () => {
    let waited = 0
    for (let tries = 1; tries < LIMITS.maxNoticeTries; tries += 1) {
      const wait = {
        firstSeconds: LIMITS.noticeBackoffFirstSeconds,
        maxSeconds: LIMITS.noticeBackoffMaxSeconds,
      }
      waited += nextTryAt(NOW, tries, wait, () => 0).getTime() - NOW.getTime()
    }
    const days = waited / 86_400_000
    expect(days).toBeGreaterThan(1)
    expect(days).toBeLessThan(3)
  })
})
