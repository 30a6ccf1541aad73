import type { Json } from "../../__tests__/api-client"
import { createSandbox, type Sandbox } from "../../index"

const DAY_MS = 24 * 60 * 60 * 1_000
const NOW = new Date("2026-10-07T14:00:00Z")

interface Answer {
  status: number
  json: Json
}

describe("the sandbox as Mercado Pago", () => {
  let sandbox: Sandbox

  beforeAll(async () => {
    sandbox = await createSandbox({ now: () => NOW })
  })
  beforeEach(() => sandbox.reset())
  afterAll(() => sandbox.close())

  async function call(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const response = await fetch(`${sandbox.mercadoPagoUrl}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${sandbox.mercadoPagoCredentials.accessToken}`,
        "content-type": "application/json",
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
    const text = await response.text()
    return { status: response.status, json: text === "" ? null : JSON.parse(text) }
  }

  let keys = 0
  const key = () => ({ "x-idempotency-key": `key-${++keys}` })
  const PAYMENT = {
    transaction_amount: 120.5,
    description: "Pedido",
    payment_method_id: "pagoefectivo_atm",
    external_reference: "ORD-1",
    payer: { email: "ana@tienda.test" },
  }
  const create = (change: object = {}, headers: Record<string, string> = key()) =>
    call("POST", "/v1/payments", { ...PAYMENT, ...change }, headers)
  const codeOf = ({ json }: Answer) => json.cause[0]?.code as number | undefined

  it.each([
    ["a text as amount", { transaction_amount: "120.50" }, 4037],
    ["three decimals", { transaction_amount: 1.005 }, 4037],
    ["less than 5", { transaction_amount: 4.99 }, 4037],
    ["more than 10000", { transaction_amount: 10_000.01 }, 4037],
    ["another method", { payment_method_id: "visa" }, 2006],
    ["a currency", { currency_id: "PEN" }, 1],
    ["no e-mail", { payer: {} }, 4050],
    ["payer.name", { payer: { email: "a@b.test", name: "Ana" } }, 1],
    ["no description", { description: "" }, 1],
    ["a date without offset", { date_of_expiration: "2026-10-12T23:59:59" }, 23],
    ["less than a day", { date_of_expiration: "2026-10-08T13:59:59Z" }, 23],
    ["more than 30 days", { date_of_expiration: "2026-11-06T14:00:01.000+0000" }, 23],
  ])("refuses %s", async (_what, change, code) => {
    const answer = await create(change)
    expect([answer.status, codeOf(answer)]).toEqual([400, code])
    expect(sandbox.vouchers()).toEqual([])
  })

  it.each([
    { transaction_amount: 5 },
    { transaction_amount: 10_000 },
    { date_of_expiration: "2026-10-08T14:00:00Z" },
    { date_of_expiration: "2026-11-06T10:00:00.000-04:00" },
  ])("takes %j at the limit", async (change) => {
    expect((await create(change)).status).toBe(201)
  })

  it.each([
    ["none", {}, 400],
    ["64 characters", { "x-idempotency-key": "k".repeat(64) }, 201],
    ["65 characters", { "x-idempotency-key": "k".repeat(65) }, 400],
  ])("wants an idempotency key: %s", async (_what, headers, status) => {
    expect((await create({}, headers)).status).toBe(status)
  })

  it("writes dates at -04:00 and an id above 2^31", async () => {
    const { json } = await create()
    expect(json).toMatchObject({
      date_created: "2026-10-07T10:00:00.000-04:00",
      date_of_expiration: "2026-10-10T10:00:00.000-04:00",
      date_approved: null,
    })
    expect(json.id).toBeGreaterThan(2 ** 31)
  })

  it("pages a search", async () => {
    for (let count = 0; count < 3; count++) await create()
    await create({ external_reference: "ORD-2" })
    const { json } = await call(
      "GET",
      "/v1/payments/search?external_reference=ORD-1&limit=2&offset=1",
    )
    expect(json.paging).toEqual({ total: 3, limit: 2, offset: 1 })
    expect(json.results).toHaveLength(2)
  })

  it("takes 20 refunds of one payment", async () => {
    const { json } = await create()
    await sandbox.pay(String(json.id))
    const path = `/v1/payments/${json.id}/refunds`
    for (let count = 0; count < 20; count++) {
      expect((await call("POST", path, { amount: 1 }, key())).status).toBe(201)
    }
    expect(codeOf(await call("POST", path, { amount: 1 }, key()))).toBe(2063)
  })

  it.each([
    ["a text", "1.00", 4041],
    ["zero", 0, 4040],
    ["more than was paid", 120.51, 4040],
  ])("refuses to refund %s", async (_what, amount, code) => {
    const { json } = await create()
    await sandbox.pay(String(json.id))
    const answer = await call("POST", `/v1/payments/${json.id}/refunds`, { amount }, key())
    expect(codeOf(answer)).toBe(code)
  })

  it("refunds nothing that was not paid, and cancels nothing that was", async () => {
    const { json } = await create()
    const refunds = `/v1/payments/${json.id}/refunds`
    expect(codeOf(await call("POST", refunds, {}, key()))).toBe(2063)
    await sandbox.pay(String(json.id))
    const cancel = await call("PUT", `/v1/payments/${json.id}`, { status: "cancelled" })
    expect(codeOf(cancel)).toBe(2063)
  })

  it.each([
    [60 * DAY_MS, 202],
    [60 * DAY_MS + 1_000, 400],
    [0, 400],
  ])("makes reports over %d ms: %d", async (spanMs, status) => {
    const path = "/v1/account/release_report"
    await call("POST", `${path}/config`, { columns: [{ key: "DATE" }] })
    const body = {
      begin_date: new Date(NOW.getTime() - spanMs).toISOString(),
      end_date: NOW.toISOString(),
    }
    expect((await call("POST", path, body)).status).toBe(status)
  })

  it("plays faults before and after the operation took effect", async () => {
    await sandbox.behave({
      faults: { mp_create: { kind: "answer", status: 503, committed: true, times: 1 } },
    })
    const headers = key()
    expect((await create({}, headers)).status).toBe(503)
    expect(sandbox.vouchers()).toHaveLength(1)
    expect((await create({}, headers)).status).toBe(201)
    expect(sandbox.vouchers()).toHaveLength(1)
  })

  it("answers 404 for what there is not", async () => {
    expect((await call("GET", "/v1/payments/7")).status).toBe(404)
    expect((await call("DELETE", "/v1/payments/7")).status).toBe(404)
    expect((await call("GET", "/v1/account/settlement_report/none.csv")).status).toBe(404)
  })

  it("gives a notice up after four attempts", async () => {
    await sandbox.behave({ noticeRetryDelayMs: 0, mercadoPago: { createdNotices: false } })
    const { json } = await create({ notification_url: "http://127.0.0.1:1/hook" })
    await sandbox.pay(String(json.id))
    await sandbox.drain()
    expect(sandbox.deliveries.map(({ attempt, outcome }) => [attempt, outcome])).toEqual([
      [1, "failed"],
      [2, "failed"],
      [3, "failed"],
      [4, "failed"],
    ])
  })

  it("names a wrong switch", async () => {
    const wrong = { refundWindowDays: -1 }
    await expect(sandbox.behave({ mercadoPago: wrong })).rejects.toThrow(
      "mercadoPago.refundWindowDays",
    )
  })
})
