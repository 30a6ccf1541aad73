import { GatewayError, GatewayTimeoutError, VoucherNotFoundError } from "../../gateways/errors"

type Gateways = typeof import("../../gateways/errors")

/** The classes as a second copy of the package in the same process has them. */
function otherCopy(): Gateways {
  let copy: Gateways | undefined
  jest.isolateModules(() => {
    copy = jest.requireActual<Gateways>("../../gateways/errors")
  })
  return copy!
}

describe("an error of this package", () => {
  it("is told by another copy of the package, with its words", () => {
    const other = otherCopy()
    const error: unknown = new other.GatewayTimeoutError("no answer", { mayHaveSucceeded: true })

    expect(other.GatewayTimeoutError).not.toBe(GatewayTimeoutError)
    expect(error instanceof GatewayTimeoutError).toBe(true)
    expect(error instanceof GatewayError).toBe(true)
    expect(error).toMatchObject({ name: "GatewayTimeoutError", code: "gateway_timeout" })
  })

  it("is of no narrower kind than its own", () => {
    const other = otherCopy()

    expect(new other.GatewayTimeoutError("no answer") instanceof VoucherNotFoundError).toBe(false)
    expect(new VoucherNotFoundError("no such code") instanceof GatewayTimeoutError).toBe(false)
  })

  it.each([[null], [undefined], ["GatewayError"], [{ name: "GatewayError" }], [new Error("x")]])(
    "is not what only looks like one: %p",
    (value: unknown) => expect(value instanceof GatewayError).toBe(false),
  )
})
