import { inspect } from "node:util"
import type { IssueRequest } from "../../gateway"
import { holdDeadlines, passDeadline } from "../../shared/__tests__/deadlines"
import {
  drop,
  hang,
  html,
  json,
  ScriptedServer,
  stall,
  type Step,
} from "../../shared/__tests__/scripted-server"
import { idempotencyKey } from "../idempotency-key"
import { error, failure, gatewayAt, NOW, payment, REQUEST } from "./fixtures"

const CREATE = "POST /v1/payments"
const METHODS = "GET /v1/payment_methods"
const DAY_MS = 24 * 60 * 60 * 1_000
const MARGIN_MS = 5 * 60 * 1_000
const UUID_V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

const methods = (entry = '"status":"active","min_allowed_amount":5,"max_allowed_amount":10000') =>
  json(200, `[{"id":"visa"},{"id":"pagoefectivo_atm",${entry}}]`)

let server: ScriptedServer
holdDeadlines()
beforeEach(async () => {
  server = await ScriptedServer.start()
  server.on(METHODS, methods())
})
afterEach(() => server.close())

const issue = (change: Partial<IssueRequest> = {}) =>
  gatewayAt(server.origin).issue({ ...REQUEST, ...change })

describe("issue", () => {
  it("sends the vendor's fields and reads the code", async () => {
    server.on(CREATE, json(201, payment()))
    const gateway = gatewayAt(`${server.origin}/v1/`, {
      notificationUrl: "https://tienda.test/hooks/payment/pagoefectivo_mercadopago",
    })

    await expect(gateway.issue(REQUEST)).resolves.toEqual({
      gatewayId: "131000000001",
      cip: "25567890",
      transactionCode: "payses_01",
      money: { amount: "120.50", currency: "PEN" },
      expiresAt: new Date("2026-10-12T14:00:00Z"),
      url: "https://www.mercadopago.com/mpe/payments/atm/helper?payment_id=1",
    })

    const [request] = server.to(CREATE)
    expect(request?.headers).toMatchObject({
      authorization: "Bearer APP_USR-test",
      "content-type": "application/json",
      "x-idempotency-key": expect.stringMatching(UUID_V4),
    })
    expect(request?.body).toBe(
      '{"transaction_amount":120.50,"description":"Pedido 1001",' +
        '"payment_method_id":"pagoefectivo_atm","external_reference":"payses_01",' +
        '"date_of_expiration":"2026-10-12T10:00:00.000-04:00",' +
        '"notification_url":"https://tienda.test/hooks/payment/pagoefectivo_mercadopago?source_news=webhooks",' +
        '"payer":{"email":"ana@tienda.test","first_name":"Ana","last_name":"Quispe",' +
        '"identification":{"type":"DNI","number":"45678912"}}}',
    )
  })

  it("keeps every digit of an id above 2^53 and takes a payment that has been paid meanwhile", async () => {
    server.on(CREATE, json(201, payment({ id: "90071992547409931", status: '"approved"' })))
    await expect(issue()).resolves.toMatchObject({ gatewayId: "90071992547409931" })
  })

  it.each<[string, Step]>([
    ["no answer", hang],
    ["half an answer", stall],
    ["a connection broken after the request", drop],
    ["500", json(500, "")],
    ["503 with Retry-After", json(503, "", { "retry-after": "0" })],
    ["429", json(429, "")],
    ["409, the first request is still under way", json(409, error(409, 1))],
    ["HTML under 200", html(200)],
  ])("repeats with the same key and body after %s", async (_what, step) => {
    server.on(CREATE, step, step, json(201, payment()))

    await expect(issue()).resolves.toMatchObject({ cip: "25567890" })

    const sent = server.to(CREATE)
    expect(sent).toHaveLength(3)
    expect(new Set(sent.map(({ headers }) => headers["x-idempotency-key"])).size).toBe(1)
    expect(new Set(sent.map(({ body }) => body)).size).toBe(1)
  })

  it("gives up in time, says that a code may exist, and leaves no request under way", async () => {
    const issueTimeoutMs = 29_999
    server.on(CREATE, () => passDeadline(issueTimeoutMs))
    const signals: (AbortSignal | null | undefined)[] = []
    const spied: typeof fetch = (input, init) => {
      signals.push(init?.signal)
      return fetch(input, init)
    }
    const gateway = gatewayAt(server.origin, { limits: { issueTimeoutMs } }, { fetch: spied })

    await expect(failure(gateway.issue(REQUEST))).resolves.toMatchObject({
      code: "gateway_timeout",
      mayHaveSucceeded: true,
      operation: "issue",
    })
    expect(signals.at(-1)?.aborted).toBe(true)
    expect(server.to(CREATE)).toHaveLength(1)
  })

  it("does not wait for a long Retry-After", async () => {
    server.on(CREATE, json(503, "", { "retry-after": "3600" }))
    await expect(failure(issue())).resolves.toMatchObject({
      code: "gateway_unavailable",
      retryAfterMs: 3_600_000,
      mayHaveSucceeded: true,
    })
    expect(server.to(CREATE)).toHaveLength(1)
  })

  it.each<[string, Step, string, string | null]>([
    ["401", json(401, '{"message":"invalid access token"}'), "credentials_refused", null],
    ["403", html(403), "credentials_refused", null],
    ["400 with a cause", json(400, error(400, 23)), "gateway_rejected", "23"],
    ["400 without a cause", json(400, '{"message":"x","cause":[]}'), "gateway_rejected", null],
    ["400 with a single cause", json(400, '{"cause":{"code":"4037"}}'), "gateway_rejected", "4037"],
    ["404 with HTML", html(404), "gateway_bad_answer", null],
    [
      "a payment that is rejected at once",
      json(201, payment({ status: '"rejected"', status_detail: '"bank_error"' })),
      "gateway_rejected",
      "bank_error",
    ],
    [
      "a payment that has been cancelled meanwhile",
      json(201, payment({ status: '"canceled"', status_detail: '"expired"' })),
      "gateway_rejected",
      "expired",
    ],
  ])("knows that no code can be paid after %s", async (_what, step, code, gatewayCode) => {
    server.on(CREATE, step)
    const thrown = await failure(issue())
    expect(thrown).toMatchObject({ code, gatewayCode, mayHaveSucceeded: false })
    expect(inspect(thrown)).not.toMatch(/ana@|987654321|APP_USR/)
    expect(server.to(CREATE)).toHaveLength(1)
  })

  it("names the field that a code is about", async () => {
    server.on(CREATE, json(400, error(400, 23)))
    const { message, fields } = await failure(issue())
    expect(message).toContain("date_of_expiration (23)")
    expect(fields).toMatchObject([{ field: "date_of_expiration", code: "23" }])
  })

  it.each<[string, Record<string, string>]>([
    ["another amount", { transaction_amount: "12.05" }],
    ["another currency", { currency_id: '"USD"' }],
    ["another reference", { external_reference: '"payses_02"' }],
    ["no reference", { external_reference: "null" }],
    ["no id", { id: "null" }],
    ["no payable code", { transaction_details: "{}" }],
    ["a state that no new payment has", { status: '"charged_back"' }],
  ])("uses no code that comes with %s, and says that one may exist", async (_what, change) => {
    server.on(CREATE, json(201, payment(change)))
    await expect(failure(issue())).resolves.toMatchObject({
      code: "gateway_bad_answer",
      mayHaveSucceeded: true,
    })
  })

  it.each<[string, Partial<IssueRequest>]>([
    ["currency", { money: { amount: "10.00", currency: "USD" } }],
    ["transaction_amount", { money: { amount: "10.5", currency: "PEN" } }],
    ["payer.email", { payer: { email: "" } }],
    ["payer.email", { payer: { email: `${"a".repeat(92)}@tienda.test` } }],
    ["external_reference", { transactionCode: "a".repeat(37) }],
    ["date_of_expiration", { expiresAt: new Date(Number.NaN) }],
  ])("refuses a wrong %s before any call", async (field, change) => {
    await expect(failure(issue(change))).resolves.toMatchObject({
      code: "gateway_rejected",
      fields: [{ field }],
      mayHaveSucceeded: false,
    })
    expect(server.requests).toEqual([])
  })

  it.each<[string, number, number]>([
    ["24 hours", DAY_MS, DAY_MS + MARGIN_MS],
    ["an hour", 3_600_000, DAY_MS + MARGIN_MS],
    ["just inside", DAY_MS + MARGIN_MS + 1_000, DAY_MS + MARGIN_MS + 1_000],
    ["30 days", 30 * DAY_MS, 30 * DAY_MS - MARGIN_MS],
    ["60 days", 60 * DAY_MS, 30 * DAY_MS - MARGIN_MS],
  ])("keeps the deadline in the vendor's window: %s", async (_what, askedMs, sentMs) => {
    server.on(CREATE, json(201, payment({ date_of_expiration: "null" })))
    const expiresAt = new Date(NOW.getTime() + askedMs)

    const issued = await issue({ expiresAt })

    const [request] = server.to(CREATE)
    const sent = (JSON.parse(request?.body ?? "") as { date_of_expiration: string })
      .date_of_expiration
    expect(sent).toMatch(/\.000-04:00$/)
    expect(new Date(sent).getTime() - NOW.getTime()).toBe(sentMs)
    expect(issued.expiresAt).toEqual(new Date(sent))
  })

  it.each([
    [
      { type: "CE", number: "001-234567" },
      { type: "C.E", number: "001234567" },
    ],
    [
      { type: "RUC", number: "20100070970" },
      { type: "RUC", number: "20100070970" },
    ],
    [
      { type: "Pasaporte", number: "ab12345" },
      { type: "Otro", number: "AB12345" },
    ],
    [{ type: "DNI", number: "1234567" }, undefined],
    [{ type: "RUC", number: "123" }, undefined],
    [{ type: "toString", number: "1".repeat(21) }, undefined],
  ])("sends the document %j as %j", async (document, identification) => {
    server.on(CREATE, json(201, payment()))
    await issue({ payer: { email: "ana@tienda.test", document } })
    const body = JSON.parse(server.to(CREATE)[0]?.body ?? "") as { payer: unknown }
    expect(body.payer).toEqual({ email: "ana@tienda.test", identification })
  })

  describe("allowed amounts", () => {
    it.each<[string, string]>([
      ["10000.01", "amount_too_large"],
      ["4.99", "amount_too_small"],
    ])("refuses %s before a code is asked for", async (amount, code) => {
      await expect(failure(issue({ money: { amount, currency: "PEN" } }))).resolves.toMatchObject({
        code,
        mayHaveSucceeded: false,
      })
      expect(server.to(CREATE)).toEqual([])
    })

    it.each(["5.00", "10000.00"])("takes %s at the limit", async (amount) => {
      server.on(CREATE, json(201, payment({ transaction_amount: amount })))
      await expect(issue({ money: { amount, currency: "PEN" } })).resolves.toBeDefined()
    })

    it("tells them, and that it takes nothing but soles", async () => {
      const gateway = gatewayAt(server.origin)
      const limits = { minimum: "5.00", maximum: "10000.00" }
      await expect(gateway.amountLimits("PEN")).resolves.toEqual(limits)
      await expect(gateway.amountLimits("USD")).resolves.toBeNull()
    })

    it("tells no limits when it is not told any", async () => {
      server.on(METHODS, json(500, ""))
      const limits = { minimum: null, maximum: null }
      await expect(gatewayAt(server.origin).amountLimits("PEN")).resolves.toEqual(limits)
    })

    it("asks for them once in an hour", async () => {
      server.on(CREATE, json(201, payment()))
      let now = NOW
      const gateway = gatewayAt(server.origin, {}, { clock: { now: () => now } })
      await gateway.issue(REQUEST)
      now = new Date(NOW.getTime() + 3_599_000)
      await gateway.issue(REQUEST)
      expect(server.to(METHODS)).toHaveLength(1)
      now = new Date(NOW.getTime() + 3_600_000)
      await gateway.issue(REQUEST)
      expect(server.to(METHODS)).toHaveLength(2)
    })

    it.each<[string, Step]>([
      ["fails", json(500, "")],
      ["hangs", hang],
      ["does not list PagoEfectivo", json(200, "[]")],
      ["lists it without amounts", methods('"status":"active"')],
    ])("leaves the decision to Mercado Pago when the list %s", async (_what, step) => {
      server.on(METHODS, step).on(CREATE, json(201, payment({ transaction_amount: "1.00" })))
      const money = { amount: "1.00", currency: "PEN" } as const
      await expect(issue({ money })).resolves.toBeDefined()
    })
  })
})

describe("idempotencyKey", () => {
  it("is the same for the same attempt and another for another", () => {
    expect(idempotencyKey("issue", "payses_01")).toBe(idempotencyKey("issue", "payses_01"))
    expect(idempotencyKey("issue", "payses_01")).not.toBe(idempotencyKey("issue", "payses_01-2"))
    expect(idempotencyKey("refund", "1", "23")).not.toBe(idempotencyKey("refund", "12", "3"))
    expect(idempotencyKey("issue", "payses_01")).toMatch(UUID_V4)
  })
})
