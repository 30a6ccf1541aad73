import { inspect } from "node:util"
import { holdDeadlines } from "../../shared/__tests__/deadlines"
import { drop, hang, json, ScriptedServer, type Step } from "../../shared/__tests__/scripted-server"
import {
  APPROVED,
  error,
  failure,
  gatewayAt,
  payment,
  PAYMENT_ID,
  REFERENCE,
  REFUND,
  refund,
} from "./fixtures"

const GET = `GET /v1/payments/${PAYMENT_ID}`
const REFUNDS = `POST /v1/payments/${PAYMENT_ID}/refunds`
const LIST = `GET /v1/payments/${PAYMENT_ID}/refunds`

let server: ScriptedServer
holdDeadlines()
beforeEach(async () => {
  server = await ScriptedServer.start()
})
afterEach(() => server.close())

describe("a refund", () => {
  beforeEach(() => void server.on(GET, json(200, payment(APPROVED))))
  const run = (amount = "10.50") =>
    gatewayAt(server.origin).refund({ ...REFUND, money: { amount, currency: "PEN" } })

  it("gives a part back with key and header", async () => {
    server.on(REFUNDS, json(201, refund()))
    await expect(run()).resolves.toEqual({
      refundId: "1000000001",
      status: "approved",
      reason: null,
    })
    const [request] = server.to(REFUNDS)
    expect(request?.body).toBe('{"amount":10.50}')
    expect(request?.headers).toMatchObject({
      "x-render-in-process-refunds": "true",
      "x-idempotency-key": expect.stringMatching(/^[0-9a-f-]{36}$/),
    })
  })

  const given = (amount: string) =>
    json(200, payment({ ...APPROVED, transaction_amount_refunded: amount }))

  it("asks for the whole without an amount", async () => {
    server.on(REFUNDS, json(201, refund({ amount: "120.5" })))
    await run("120.50")
    expect(server.to(REFUNDS)[0]?.body).toBe("{}")
  })

  it("asks for what is left of the whole after a part was given back elsewhere", async () => {
    server.on(GET, given("20.5"))
    server.on(REFUNDS, json(201, refund({ amount: "100" })))
    await expect(run("120.50")).resolves.toMatchObject({ status: "approved" })
    expect(server.to(REFUNDS)[0]?.body).toBe('{"amount":100.00}')
  })

  it("takes the rest that the store knows for the rest that is left", async () => {
    server.on(GET, given("50.5"))
    server.on(REFUNDS, json(201, refund({ amount: "70" })))
    const money = { amount: "100.00", currency: "PEN" } as const
    const gateway = gatewayAt(server.origin)
    await expect(gateway.refund({ ...REFUND, money, takesRest: true })).resolves.toMatchObject({
      status: "approved",
    })
    expect(server.to(REFUNDS)[0]?.body).toBe('{"amount":70.00}')
  })

  it("asks for nothing when the whole was given back already", async () => {
    server.on(GET, given("120.5"))
    server.on(LIST, json(200, `[${refund({ id: "7" })},${refund({ id: "8", amount: "110" })}]`))
    await expect(run("120.50")).resolves.toEqual({
      refundId: "8",
      status: "approved",
      reason: null,
    })
    expect(server.to(REFUNDS)).toEqual([])
  })

  it.each([
    ["404 of the payment", 404, 2000],
    ["2032: the key was used", 404, 2032],
    ["2063: not in this state", 400, 2063],
  ])("proves nothing when it is refused after a lost answer: %s", async (_what, status, code) => {
    server.on(REFUNDS, drop, json(status, error(status, code)))
    await expect(failure(run())).resolves.toMatchObject({ mayHaveSucceeded: true })
  })

  it("lists refunds, and refuses a list with one that it can't read", async () => {
    const gateway = gatewayAt(server.origin)
    const date_created = '"2026-10-07T10:00:00.000-04:00"'
    server.on(LIST, json(200, `[${refund({ date_created })}]`))
    await expect(gateway.listRefunds(REFERENCE)).resolves.toEqual([
      {
        refundId: "1000000001",
        status: "approved",
        amount: "10.50",
        createdAt: new Date("2026-10-07T14:00:00Z"),
      },
    ])
    server.on(LIST, json(200, `[${refund()},{"id":3}]`))
    await expect(gateway.listRefunds(REFERENCE)).rejects.toMatchObject({
      code: "gateway_bad_answer",
    })
  })

  it("repeats a lost answer with the same key", async () => {
    server.on(REFUNDS, drop, json(500, ""), json(201, refund()))
    await expect(run()).resolves.toMatchObject({ status: "approved" })
    const keys = server.to(REFUNDS).map(({ headers }) => headers["x-idempotency-key"])
    expect(keys).toHaveLength(3)
    expect(new Set(keys).size).toBe(1)
  })

  it.each(["in_process", "rejected"])("says when it is %s", async (status) => {
    const reason = '"saldo de ana@tienda.test insuficiente"'
    server.on(REFUNDS, json(201, refund({ status: `"${status}"`, reason })))
    await expect(run()).resolves.toEqual({
      refundId: "1000000001",
      status,
      reason: "saldo de … insuficiente",
    })
  })

  it.each<[string, Step, string, string | null, boolean]>([
    ["3024", json(404, error(404, 3024)), "refund_not_supported", "3024", false],
    ["2024", json(404, error(404, 2024)), "refund_not_supported", "2024", false],
    ["15016", json(404, error(404, 15016)), "refund_not_supported", "15016", false],
    ["2063", json(400, error(400, 2063)), "gateway_rejected", "2063", false],
    ["4040", json(400, error(400, 4040)), "gateway_rejected", "4040", false],
    ["2000", json(404, error(404, 2000)), "voucher_not_found", "2000", false],
    ["401", json(401, ""), "credentials_refused", null, false],
    ["silence", hang, "gateway_timeout", null, true],
    ["500", json(500, ""), "gateway_unavailable", null, true],
    ["no id", json(201, refund({ id: "null" })), "gateway_bad_answer", null, true],
    ["a new status", json(201, refund({ status: '"x"' })), "gateway_bad_answer", null, true],
    ["another amount", json(201, refund({ amount: "1" })), "gateway_bad_answer", null, true],
  ])("names what went wrong: %s", async (_what, step, code, gatewayCode, mayHaveSucceeded) => {
    server.on(REFUNDS, step)
    const thrown = await failure(run())
    expect(thrown).toMatchObject({ code, gatewayCode, mayHaveSucceeded })
    expect(inspect(thrown)).not.toMatch(/ana@|987654321/)
  })

  it("asks for nothing when currency or amount can't be right", async () => {
    const gateway = gatewayAt(server.origin)
    for (const money of [
      { amount: "10.50", currency: "USD" },
      { amount: "0.00", currency: "PEN" },
      { amount: "-1.00", currency: "PEN" },
    ] as const) {
      await expect(failure(gateway.refund({ ...REFUND, money }))).resolves.toMatchObject({
        code: "gateway_rejected",
      })
    }
    expect(server.to(REFUNDS)).toEqual([])
  })
})
