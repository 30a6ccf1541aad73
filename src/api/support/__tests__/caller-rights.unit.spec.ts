import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { FeatureFlag } from "@medusajs/framework/utils"
import { callerMay } from "../caller-rights"

const RIGHT = { resource: "pagoefectivo_case", operation: "update" }

/** Nothing answers in its container, as where the module or its licence is missing. */
function caller(roles: string[] | undefined): AuthenticatedMedusaRequest {
  const resolve = () => {
    throw new Error("Could not resolve 'query'")
  }
  return { auth_context: { app_metadata: { roles } }, scope: { resolve } } as never
}

describe("what a caller may do", () => {
  afterEach(() => FeatureFlag.setFlag("rbac", false))

  it("is everything where role-based access is off, whatever the roles", async () => {
    for (const roles of [undefined, [], ["role_x"]]) {
      expect(await callerMay(caller(roles), RIGHT, false)).toBe(true)
    }
  })

  it("is nothing for who has no role, where it is on", async () => {
    FeatureFlag.setFlag("rbac", true)
    for (const roles of [undefined, []]) {
      expect(await callerMay(caller(roles), RIGHT, true)).toBe(false)
    }
  })

  it("is what the question says where it is on and can't tell, and never an error", async () => {
    FeatureFlag.setFlag("rbac", true)
    for (const otherwise of [true, false]) {
      expect(await callerMay(caller(["role_x"]), RIGHT, otherwise)).toBe(otherwise)
    }
  })
})
