import { MedusaError } from "@medusajs/framework/utils"
import { reasonOf, refused } from "../refusal"

describe("a refusal", () => {
  it("says in English what was found and expected, in Medusa's form", () => {
    const error = refused("transfer_before_payment", { day: "2026-01-01", paid_day: "2026-10-12" })
    expect(MedusaError.isMedusaError(error)).toBe(true)
    expect(error).toMatchObject({
      type: "invalid_data",
      code: "transfer_before_payment",
      message: "date: found 2026-01-01, expected a day from the payment's on (2026-10-12).",
    })
  })

  it("carries its code and values also when a workflow's log has made a plain object of it", () => {
    const error = refused("code_paid_meanwhile", { cip: "123456789" })
    expect(reasonOf({ ...error })).toEqual({
      code: "code_paid_meanwhile",
      values: { cip: "123456789" },
    })
    expect(reasonOf(new Error("disk full"))).toBeNull()
    expect(reasonOf(undefined)).toBeNull()
  })
})
