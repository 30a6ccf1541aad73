import {
  CircuitOpenError,
  CredentialsRefusedError,
  GatewayTimeoutError,
  GatewayUnavailableError,
  type GatewayError,
} from "../errors"
import type { PaymentGateway } from "../gateway"
import { observeGateway } from "../observe"

const NO_PROBLEM = { credentials: "accepted", clockSkewMs: 0, problem: null } as const

function observed(own: Partial<PaymentGateway>) {
  const told: boolean[] = []
  const gateway = observeGateway({ id: "direct", ...own } as PaymentGateway, (hasAnswered) =>
    told.push(hasAnswered),
  )
  return { gateway, told }
}

describe("a gateway that is watched", () => {
  it("answers as it does, and is told to have answered", async () => {
    const { gateway, told } = observed({ retrieve: () => Promise.resolve([]) })
    expect(await gateway.retrieve([])).toEqual([])
    expect(gateway.id).toBe("direct")
    expect(gateway.listRefunds).toBeUndefined()
    expect(told).toEqual([true])
  })

  it.each([
    [new GatewayUnavailableError("down"), false],
    [new GatewayTimeoutError("late"), false],
    [new CircuitOpenError("asked in vain"), false],
    [new CredentialsRefusedError("no"), true],
  ] as [GatewayError, boolean][])("hands on %s; answered: %s", async (error, hasAnswered) => {
    const { gateway, told } = observed({ retrieve: () => Promise.reject(error) })
    await expect(gateway.retrieve([])).rejects.toBe(error)
    expect(told).toEqual([hasAnswered])
  })

  it("is silent when a probe could not ask", async () => {
    const problem = { code: "gateway_unavailable", message: "down" }
    const probe = () =>
      Promise.resolve({ credentials: "unknown" as const, clockSkewMs: null, problem })
    const { gateway, told } = observed({ probe })
    await gateway.probe()
    expect(told).toEqual([false])
  })

  it("is told nothing of what asks nobody, nor of an error that is no gateway's", async () => {
    const probe = jest.fn().mockRejectedValueOnce(new Error("bug")).mockResolvedValue(NO_PROBLEM)
    const { gateway, told } = observed({ readNotice: () => ({}) as never, probe })
    gateway.readNotice({} as never)
    await expect(gateway.probe()).rejects.toThrow("bug")
    expect(told).toEqual([])
    await gateway.probe()
    expect(told).toEqual([true])
  })
})
