import { createServer } from "node:net"
import type { AddressInfo } from "node:net"
import type { GatewayError } from "../../errors"
import { created, gatewayAt, REQUEST } from "./fixtures"
import { holdDeadlines, passDeadline } from "../../shared/__tests__/deadlines"
import {
  drop,
  hang,
  html,
  json,
  ScriptedServer,
  stall,
  token,
  type Step,
} from "../../shared/__tests__/scripted-server"

const CREATE = "POST /v1/cips"
const AUTHORIZE = "POST /v1/authorizations"

let server: ScriptedServer
holdDeadlines()
beforeEach(async () => {
  server = await ScriptedServer.start()
})
afterEach(() => server.close())

async function failure(run: Promise<unknown>): Promise<GatewayError> {
  return run.then(
    () => Promise.reject(new Error("a failure was expected")),
    (error: GatewayError) => error,
  )
}

describe("issue", () => {
  it("authorizes, sends the vendor's fields and reads the code", async () => {
    server.on(CREATE, json(201, created()))

    await expect(gatewayAt(server.baseUrl).issue(REQUEST)).resolves.toEqual({
      gatewayId: "2523136",
      cip: "2523136",
      transactionCode: "payses_01",
      money: { amount: "69.90", currency: "PEN" },
      expiresAt: new Date("2025-01-16T15:30:00Z"),
      url: "https://payment.pagoefectivo.pe/SG3R938W-0DNKYQ57.html",
    })

    const [authorization] = server.to(AUTHORIZE)
    expect(JSON.parse(authorization?.body ?? "")).toEqual({
      accessKey: "AKDEMOSANDBOX0000001",
      idService: 1234,
      dateRequest: "2025-01-15T10:30:00-05:00",
      hashString: "cf475d83b5d1157a518d343c74ef51b53c163a221b84310cf5e9294682eb88c7",
    })
    const [request] = server.to(CREATE)
    expect(request?.headers).toMatchObject({
      authorization: "Bearer token-1",
      origin: "web",
      "accept-language": "es-PE",
      "content-type": "application/json",
    })
    expect(request?.body).toBe(
      '{"currency":"PEN","amount":69.90,"transactionCode":"payses_01",' +
        '"dateExpiry":"2025-01-16T10:30:00-05:00","paymentConcept":"Pedido 1001",' +
        '"userEmail":"ana@tienda.test","userPhone":"987654321","userCodeCountry":"+51",' +
        '"serviceId":1234}',
    )
  })

  it.each([
    ["a CIP as text", { cip: '"2523136"' }],
    ["an amount as text", { amount: '"69.90"' }],
    ["a numeric transaction code", { transactionCode: "101" }],
  ])("accepts %s", async (_what, overrides) => {
    server.on(CREATE, json(201, created(overrides)))
    const transactionCode = "transactionCode" in overrides ? "101" : REQUEST.transactionCode

    const voucher = await gatewayAt(server.baseUrl).issue({ ...REQUEST, transactionCode })

    expect(voucher).toMatchObject({ cip: "2523136", transactionCode })
  })

  it("keeps every digit of a CIP above 2^53", async () => {
    server.on(CREATE, json(201, created({ cip: "90071992547409931" })))

    await expect(gatewayAt(server.baseUrl).issue(REQUEST)).resolves.toMatchObject({
      cip: "90071992547409931",
    })
  })

  it.each<[string, Step, string]>([
    ["no answer", hang, "gateway_timeout"],
    ["an answer that never ends", stall, "gateway_timeout"],
    ["a connection broken after the request", drop, "gateway_unavailable"],
    ["500", json(500, '{"code":166,"data":null}'), "gateway_unavailable"],
    ["500 with HTML", html(500), "gateway_unavailable"],
    ["503 with Retry-After", json(503, "", { "retry-after": "0" }), "gateway_unavailable"],
    ["408", json(408, ""), "gateway_unavailable"],
    ["HTML", html(200), "gateway_bad_answer"],
    ["an empty body", json(201, ""), "gateway_bad_answer"],
    ["half an answer", json(201, '{"code":100,"data":{"cip":25'), "gateway_bad_answer"],
    ["an unknown code", json(201, '{"code":777,"data":{}}'), "gateway_bad_answer"],
    ["success without a CIP", json(201, '{"code":100,"data":{}}'), "gateway_bad_answer"],
    ["a CIP of zeros", json(201, created({ cip: "0" })), "gateway_bad_answer"],
    ["another amount", json(201, created({ amount: "6.99" })), "gateway_bad_answer"],
    ["another currency", json(201, created({ currency: '"USD"' })), "gateway_bad_answer"],
    ["another reference", json(201, created({ transactionCode: '"x"' })), "gateway_bad_answer"],
    ["a redirect", json(302, "", { location: "http://127.0.0.1:1/" }), "gateway_bad_answer"],
  ])("sends once and says that a code may exist after %s", async (_what, step, code) => {
    server.on(CREATE, step)

    const error = await failure(gatewayAt(server.baseUrl).issue(REQUEST))

    expect(error).toMatchObject({ code, mayHaveSucceeded: true, operation: "issue" })
    expect(server.to(CREATE)).toHaveLength(1)
  })

  it.each<[string, Step, string, string | null]>([
    ["code 508", json(400, '{"code":"508","data":[]}'), "credentials_refused", "508"],
    ["code 511", json(400, '{"code":511,"data":null}'), "amount_too_large", "511"],
    [
      "code 511 as an item",
      json(400, '{"code":111,"data":[{"code":511,"field":"amount"}]}'),
      "amount_too_large",
      "511",
    ],
    ["a refusal under HTTP 200", json(200, '{"code":"111","data":[]}'), "gateway_rejected", "111"],
    ["403", html(403), "credentials_refused", null],
    ["404", html(404), "gateway_bad_answer", null],
    ["429", json(429, "", { "retry-after": "0" }), "gateway_unavailable", null],
    ["400 with HTML", html(400), "gateway_bad_answer", null],
  ])("sends once and knows that no code exists after %s", async (_what, step, code, vendor) => {
    server.on(CREATE, step)

    const error = await failure(gatewayAt(server.baseUrl).issue(REQUEST))

    expect(error).toMatchObject({ code, gatewayCode: vendor, mayHaveSucceeded: false })
    expect(server.to(CREATE)).toHaveLength(1)
  })

  it("names the refused fields, and nothing of the payer", async () => {
    server.on(
      CREATE,
      json(
        400,
        '{"code":"111","message":"Solicitud con datos inválidos.","data":[' +
          '{"code":"112","message":"Requerido.","field":"userPhone"},' +
          '{"code":113,"message":"ana@tienda.test y 987654321 no valen","field":"userEmail"}]}',
      ),
    )

    const error = await failure(gatewayAt(server.baseUrl).issue(REQUEST))

    expect(error).toMatchObject({
      code: "gateway_rejected",
      gatewayCode: "111",
      httpStatus: 400,
      fields: [
        { field: "userPhone", code: "112", message: "Requerido." },
        { field: "userEmail", code: "113", message: "… y … no valen" },
      ],
    })
    expect(error.message).toContain("userPhone (112), userEmail (113)")
    expect(`${error.stack} ${JSON.stringify(error)}`).not.toMatch(/ana@|987654321|SKdemo|AKDEMO/)
  })

  it("refuses a bad request before any call", async () => {
    const money = { amount: "69.9", currency: "PEN" as const }

    const error = await failure(gatewayAt(server.baseUrl).issue({ ...REQUEST, money }))

    expect(error).toMatchObject({ code: "gateway_rejected", fields: [{ field: "amount" }] })
    expect(server.requests).toHaveLength(0)
  })

  it("renews a refused token once and sends once more", async () => {
    server.on(AUTHORIZE, token("old"), token("new"))
    server.on(CREATE, json(401, ""), json(201, created()))

    await expect(gatewayAt(server.baseUrl).issue(REQUEST)).resolves.toMatchObject({
      cip: "2523136",
    })
    expect(server.to(CREATE).map(({ headers }) => headers.authorization)).toEqual([
      "Bearer old",
      "Bearer new",
    ])
  })

  it("gives up at the second 401, and no code exists", async () => {
    server.on(CREATE, json(401, ""))

    const error = await failure(gatewayAt(server.baseUrl).issue(REQUEST))

    expect(error).toMatchObject({ code: "credentials_refused", mayHaveSucceeded: false })
    expect(server.to(CREATE)).toHaveLength(2)
  })

  it("knows that no code exists when nobody listens", async () => {
    const probe = createServer()
    const port = await new Promise<number>((resolve) =>
      probe.listen(0, "127.0.0.1", () => resolve((probe.address() as AddressInfo).port)),
    )
    await new Promise((resolve) => probe.close(resolve))
    server.on(CREATE, json(201, created()))
    const refusing: typeof fetch = (input, init) =>
      fetch(String(input).endsWith("/cips") ? `http://127.0.0.1:${port}/v1/cips` : input, init)

    const error = await failure(gatewayAt(server.baseUrl, {}, { fetch: refusing }).issue(REQUEST))

    expect(error).toMatchObject({ code: "gateway_unavailable", mayHaveSucceeded: false })
  })

  it("asks for no code when the store can't be authorized in time", async () => {
    const issueAuthorizationMs = 9_999
    server.on(AUTHORIZE, () => passDeadline(issueAuthorizationMs))
    const gateway = gatewayAt(server.baseUrl, { limits: { issueAuthorizationMs } })

    const error = await failure(gateway.issue(REQUEST))

    expect(error).toMatchObject({ code: "gateway_timeout", mayHaveSucceeded: false })
    expect(server.to(CREATE)).toHaveLength(0)
  })

  it("reads at most the largest answer", async () => {
    const text = created()
    const size = Buffer.byteLength(text)
    server.on(CREATE, json(201, text))

    const exact = gatewayAt(server.baseUrl, { limits: { maxAnswerBytes: size } })
    await expect(exact.issue(REQUEST)).resolves.toMatchObject({ cip: "2523136" })
    const smaller = gatewayAt(server.baseUrl, { limits: { maxAnswerBytes: size - 1 } })
    await expect(failure(smaller.issue(REQUEST))).resolves.toMatchObject({
      code: "gateway_bad_answer",
      mayHaveSucceeded: true,
    })
  })
})

describe("the token", () => {
  it("is fetched once for callers at the same time, and used again", async () => {
    server.on(CREATE, json(201, created()))
    const gateway = gatewayAt(server.baseUrl)

    await Promise.all(Array.from({ length: 20 }, () => gateway.issue(REQUEST)))
    await gateway.issue(REQUEST)

    expect(server.to(AUTHORIZE)).toHaveLength(1)
    expect(server.to(CREATE)).toHaveLength(21)
  })

  it("is renewed at its end less the margin", async () => {
    server.on(AUTHORIZE, token("t", "2025-01-15T10:35:00-05:00"))
    server.on(CREATE, json(201, created()))
    let now = new Date("2025-01-15T15:30:00Z")
    const clock = { now: () => now }
    const gateway = gatewayAt(server.baseUrl, { limits: { tokenMarginMs: 30_000 } }, { clock })

    await gateway.issue(REQUEST)
    now = new Date("2025-01-15T15:34:29.999Z")
    await gateway.issue(REQUEST)
    expect(server.to(AUTHORIZE)).toHaveLength(1)
    now = new Date("2025-01-15T15:34:30Z")
    await gateway.issue(REQUEST)
    expect(server.to(AUTHORIZE)).toHaveLength(2)
  })

  it("is asked for again after a failure", async () => {
    server.on(AUTHORIZE, json(401, ""), token())
    server.on(CREATE, json(201, created()))
    const gateway = gatewayAt(server.baseUrl)

    const [first, second] = await Promise.all([
      failure(gateway.issue(REQUEST)),
      failure(gateway.issue(REQUEST)),
    ])
    expect([first.code, second.code]).toEqual(["credentials_refused", "credentials_refused"])
    await expect(gateway.issue(REQUEST)).resolves.toMatchObject({ cip: "2523136" })
  })

  it.each<[string, Step]>([
    ["401 without a body", json(401, "")],
    [
      "a refused hash",
      json(400, '{"code":111,"data":[{"code":113,"message":"x","field":"hashString"}]}'),
    ],
  ])("is refused with %s: credentials_refused, asked once", async (_what, step) => {
    server.on(AUTHORIZE, step)

    const error = await failure(gatewayAt(server.baseUrl).issue(REQUEST))

    expect(error).toMatchObject({ code: "credentials_refused", operation: "authorize" })
    expect(server.to(AUTHORIZE)).toHaveLength(1)
  })

  it("survives failures of the authorization within its retries", async () => {
    server.on(AUTHORIZE, drop, html(500), token())
    server.on(CREATE, json(201, created()))

    await expect(gatewayAt(server.baseUrl).issue(REQUEST)).resolves.toMatchObject({
      cip: "2523136",
    })
    expect(server.to(AUTHORIZE)).toHaveLength(3)
  })

  it("must be something that fits into a header", async () => {
    server.on(AUTHORIZE, token("line\\nbreak"))

    const error = await failure(gatewayAt(server.baseUrl).issue(REQUEST))

    expect(error).toMatchObject({ code: "gateway_bad_answer", mayHaveSucceeded: false })
  })
})
