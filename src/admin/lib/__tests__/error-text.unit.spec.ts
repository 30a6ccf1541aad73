import { errorKind } from "../error-text"
import { refusalValues } from "../refusal-values"

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
