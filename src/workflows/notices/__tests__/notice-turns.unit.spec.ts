import { WORKFLOW_LIMITS as LIMITS } from "../../limits"
import { takeTurn } from "../notice-turns"

describe("turns of notices", () => {
  it("are bounded at once and in waiting; what is too many is left to the inbox job", async () => {
    let underWay = 0
    let most = 0
    let end = () => {}
    const ended = new Promise<void>((resolve) => (end = resolve))
    const job = async () => {
      most = Math.max(most, ++underWay)
      await ended
      underWay--
    }
    const full = LIMITS.noticesAtOnce + LIMITS.noticesWaiting
    const taken = Array.from({ length: full }, () => takeTurn(job))
    expect(await takeTurn(job)).toBe(false)
    end()
    expect(new Set(await Promise.all(taken))).toEqual(new Set([true]))
    expect(most).toBe(LIMITS.noticesAtOnce)
  })

  it("hand an error on and go on", async () => {
    await expect(takeTurn(() => Promise.reject(new Error("broken")))).rejects.toThrow("broken")
    expect(await takeTurn(async () => {})).toBe(true)
  })
})
