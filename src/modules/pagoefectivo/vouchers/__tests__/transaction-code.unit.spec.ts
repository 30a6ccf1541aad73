import { MODULE_LIMITS as LIMITS } from "../../limits"
import { transactionCode } from "../transaction-code"

describe("transactionCode", () => {
  const SESSION = "payses_01JABCDEFGHJKMNPQRSTVWXYZ0"

  it("is the session's id, with a suffix from the second attempt on", () => {
    expect(transactionCode(SESSION, 1)).toBe(SESSION)
    expect(transactionCode(SESSION, 2)).toBe(`${SESSION}-2`)
  })

  it("keeps within 36 characters up to the last attempt", () => {
    expect(transactionCode(SESSION, LIMITS.maxAttemptsPerSession).length).toBeLessThanOrEqual(36)
  })
})
