import type { VoucherReference } from "../../gateway"
import { holdDeadlines } from "../../shared/__tests__/deadlines"
import {
  drop,
  hang,
  html,
  json,
  ScriptedServer,
  type Step,
} from "../../shared/__tests__/scripted-server"
import { APPROVED, error, failure, gatewayAt, payment, PAYMENT_ID, REFERENCE } from "./fixtures"

const GET = `GET /v1/payments/${PAYMENT_ID}`
const CANCEL = `PUT /v1/payments/${PAYMENT_ID}`
const METHODS = "GET /v1/payment_methods"
const SEARCH =
  "GET /v1/payments/search?external_reference=payses_01&sort=date_created&criteria=desc&offset=0&limit=50"
const NOT_FOUND = json(404, error(404, 2000))

let server: ScriptedServer
holdDeadlines()
beforeEach(async () => {
  server = await ScriptedServer.start()
})
afterEach(() => server.close())

const references = (...ids: string[]): VoucherReference[] =>
  ids.map((id) => ({ gatewayId: id, cip: "1", transactionCode: "t" }))

describe("retrieve", () => {
  it("asks one by one, a few at once, and keeps the order", async () => {
    let open = 0
    let peak = 0
    const slow =
      (id: string): Step =>
      (response, request) => {
        peak = Math.max(peak, ++open)
        setTimeout(() => {
          open--
          json(200, payment({ id }))(response, request)
        }, 20)
      }
    const ids = ["9", "1", "8", "2", "7", "3", "9"]
    for (const id of ids) server.on(`GET /v1/payments/${id}`, slow(id))

    const gateway = gatewayAt(server.origin)
    const states = await gateway.retrieve(references(...ids))

    expect(states.map(({ gatewayId, status }) => [gatewayId, status])).toEqual(
      ids.map((id) => [id, "waiting"]),
    )
    expect(server.requests).toHaveLength(6)
    expect(peak).toBe(4)
  })

  it("tells unknown payments from silence; one that fails does not hide the others", async () => {
    server
      .on("GET /v1/payments/1", NOT_FOUND)
      .on("GET /v1/payments/2", json(500, ""))
      .on("GET /v1/payments/3", json(200, payment({ id: "4" })))
      .on("GET /v1/payments/5", json(200, payment({ id: '"5"', ...APPROVED })))

    const states = await gatewayAt(server.origin).retrieve(references("1", "2", "3", "x", "5"))

    expect(states.map(({ status }) => status)).toEqual([
      "not_found",
      "unknown",
      "unknown",
      "unknown",
      "paid",
    ])
  })

  it.each<[string, Step, string]>([
    ["HTML under 404", html(404), "gateway_bad_answer"],
    ["500", json(500, ""), "gateway_unavailable"],
    ["silence", hang, "gateway_timeout"],
    ["a broken connection", drop, "gateway_unavailable"],
    ["401", json(401, ""), "credentials_refused"],
  ])("throws after %s when nothing could be asked", async (_what, step, code) => {
    server.on(GET, step)
    await expect(failure(gatewayAt(server.origin).retrieve([REFERENCE]))).resolves.toMatchObject({
      code,
      mayHaveSucceeded: false,
    })
  })

  it("throws when the token is refused, whatever the others say", async () => {
    server
      .on("GET /v1/payments/1", json(200, payment({ id: "1" })))
      .on("GET /v1/payments/2", json(401, ""))
    await expect(
      failure(gatewayAt(server.origin).retrieve(references("1", "2"))),
    ).resolves.toMatchObject({ code: "credentials_refused" })
  })

  it("holds questions back after five that failed", async () => {
    server.on(GET, json(500, ""))
    const gateway = gatewayAt(server.origin, { limits: { maxRetries: 0 } })
    for (let time = 0; time < 5; time++) await failure(gateway.retrieve([REFERENCE]))
    await expect(failure(gateway.retrieve([REFERENCE]))).resolves.toMatchObject({
      code: "circuit_open",
    })
    expect(server.to(GET)).toHaveLength(5)
  })
})

describe("findByTransactionCode", () => {
  it("finds exactly this reference among PagoEfectivo payments", async () => {
    const results = [
      payment({ id: "3" }),
      payment({ id: "2", external_reference: '"payses_01-2"' }),
      payment({ id: "1", payment_method_id: '"visa"' }),
    ]
    server.on(SEARCH, json(200, `{"paging":{"total":3},"results":[${results.join(",")}]}`))

    const found = await gatewayAt(server.origin).findByTransactionCode("payses_01")

    expect(found).toMatchObject([{ gatewayId: "3", cip: "25567890", status: "waiting" }])
  })

  it("says nothing when the answer holds no list", async () => {
    server.on(SEARCH, json(200, "{}"))
    await expect(
      failure(gatewayAt(server.origin).findByTransactionCode("payses_01")),
    ).resolves.toMatchObject({ code: "gateway_bad_answer" })
  })
})

describe("void", () => {
  const CANCELLED = { status: '"cancelled"', status_detail: '"by_collector"' }
  const EXPIRED = { status: '"cancelled"', status_detail: '"expired"' }
  const REFUSED = json(400, error(400, 2063))

  it.each<[string, Step, Step, string]>([
    ["accepted", json(200, payment(CANCELLED)), json(200, payment(CANCELLED)), "voided"],
    [
      "accepted with one l",
      json(200, payment({ ...CANCELLED, status: '"canceled"' })),
      json(200, payment(CANCELLED)),
      "voided",
    ],
    ["accepted, then silence", json(200, payment(CANCELLED)), json(500, ""), "voided"],
    ["accepted, yet paid", json(200, payment(CANCELLED)), json(200, payment(APPROVED)), "paid"],
    ["accepted, yet waiting", json(200, payment(CANCELLED)), json(200, payment()), "unknown"],
    ["200 with a payment that waits", json(200, payment()), json(500, ""), "unknown"],
    ["refused because paid", REFUSED, json(200, payment(APPROVED)), "paid"],
    ["refused because expired", REFUSED, json(200, payment(EXPIRED)), "voided"],
    [
      "refused because given back",
      REFUSED,
      json(200, payment({ status: '"refunded"', status_detail: '"by_admin"' })),
      "voided",
    ],
    [
      "refused because the merchant gave it back",
      REFUSED,
      json(200, payment({ ...APPROVED, status: '"refunded"', status_detail: '"refunded"' })),
      "voided",
    ],
    ["refused, state not understood", REFUSED, json(200, payment({ status: '"x"' })), "unknown"],
    ["refused, then silence", REFUSED, json(500, ""), "unknown"],
    ["unknown there", NOT_FOUND, NOT_FOUND, "unknown"],
    ["lost, and cancelled", drop, json(200, payment(CANCELLED)), "voided"],
    ["lost, and waiting", hang, json(200, payment()), "unknown"],
    ["nothing but silence", json(503, ""), json(503, ""), "unknown"],
  ])("%s", async (_what, cancel, get, outcome) => {
    server.on(CANCEL, cancel).on(GET, get)
    await expect(gatewayAt(server.origin).void(REFERENCE)).resolves.toMatchObject({ outcome })
    expect(server.to(CANCEL)[0]?.body).toBe('{"status":"cancelled"}')
  })

  it("answers unknown for an id that can't be one", async () => {
    const outcome = await gatewayAt(server.origin).void({ ...REFERENCE, gatewayId: "../x" })
    expect(outcome).toMatchObject({ outcome: "unknown" })
    expect(server.requests).toEqual([])
  })
})

describe("probe", () => {
  const offered = (status: string) => `[{"id":"pagoefectivo_atm","status":"${status}"}]`

  it.each<[string, Step, string, string | null]>([
    ["all is well", json(200, offered("active")), "accepted", null],
    ["PagoEfectivo is not active", json(200, offered("deactive")), "accepted", "gateway_rejected"],
    ["PagoEfectivo is not listed", json(200, "[]"), "accepted", "gateway_rejected"],
    ["the token is refused", json(401, ""), "refused", "credentials_refused"],
    ["it hangs", hang, "unknown", "gateway_timeout"],
  ])("%s", async (_what, step, credentials, code) => {
    server.on(METHODS, step)
    const probe = await gatewayAt(server.origin).probe()
    expect(probe.credentials).toBe(credentials)
    expect(probe.problem?.code ?? null).toBe(code)
    expect(server.to(METHODS)).toHaveLength(1)
  })
})
