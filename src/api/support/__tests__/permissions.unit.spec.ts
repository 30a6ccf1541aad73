import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { pagoEfectivoPolicies } from "../../../policies/pagoefectivo"
import { OPEN_ROUTES, PERMISSIONS } from "../../admin/pagoefectivo/permissions"

const ROUTES = path.resolve(__dirname, "../../admin/pagoefectivo")

/** Every `METHOD /path` that a route file answers. */
function answered(): string[] {
  return readdirSync(ROUTES, { recursive: true, encoding: "utf8" })
    .filter((file) => path.basename(file) === "route.ts")
    .flatMap((file) => {
      const address = `/${path.dirname(file).replace(/\[(\w+)\]/g, ":$1")}`
      const source = readFileSync(path.join(ROUTES, file), "utf8")
      const methods = source.matchAll(
        /export (?:async function|const) (GET|POST|PUT|PATCH|DELETE)\b/g,
      )
      return [...methods].map(([, method]) => `${method} ${address}`)
    })
    .sort()
}

describe("permissions", () => {
  it("are asked for by every admin route that is not open to all admins", () => {
    const known = [...PERMISSIONS, ...OPEN_ROUTES].map(
      ([method, address]) => `${method} ${address}`,
    )
    expect(known.sort()).toEqual(answered())
  })

  it("are all declared, so that a role can be given each of them", () => {
    const declared = pagoEfectivoPolicies!.policies.map(
      ({ resource, operation }) => `${resource}:${operation}`,
    )
    const asked = PERMISSIONS.map(
      ([, , resource, operation]) => `pagoefectivo_${resource}:${operation}`,
    )
    expect([...new Set(asked)].sort()).toEqual([...declared].sort())
  })
})
