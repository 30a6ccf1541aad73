import { missingRight } from "../error-text"

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
