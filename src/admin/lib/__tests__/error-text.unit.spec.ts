import { errorKind, missingRight } from "../error-text"
import { refusalValues } from "../refusal-values"

function refused(status: number, message: string): Error {
  return Object.assign(new Error(message), { status })
}

describe("a refusal for want of a right", () => {
  it("names the right, as Medusa tells it", () => {
    const message = "Insufficient permissions. Required policies: pagoefectivo_case:update"
    expect(missingRight(refused(403, message))).toBe("case:update")
  })

  it("names none where Medusa tells none, or another's", () => {
    expect(missingRight(refused(403, "Forbidden"))).toBeNull()
    expect(missingRight(refused(403, "Required policies: order:read"))).toBeNull()
    expect(missingRight(refused(400, "pagoefectivo_case:update"))).toBeNull()
    expect(missingRight(new Error("pagoefectivo_case:update"))).toBeNull()
  })
})

const answered = (status: number) => Object.assign(new Error("x"), { status })

describe("what went wrong", () => {
  it.each([
    [new TypeError("Failed to fetch"), "reading", "unreachable"],
    [new TypeError("Failed to fetch"), "writing", "unsure"],
    [answered(502), "reading", "failed"],
    [answered(504), "writing", "unsure"],
    [answered(403), "writing", "forbidden"],
    [answered(400), "writing", "refused"],
  ] as const)("%s while %s is %s", (error, doing, kind) => {
    expect(errorKind(error, doing)).toBe(kind)
  })
})

describe("the values of a refusal", () => {
  it("are money with its currency, and days as people read them", () => {
    const values = { amount: "1234.50", day: "2026-10-12", cip: "123456789", currency: "usd" }
    expect(refusalValues(values, (day) => `<${day}>`)).toEqual({
      amount: "US$\u00a01,234.50",
      day: "<2026-10-12>",
      cip: "123456789",
    })
  })
})
