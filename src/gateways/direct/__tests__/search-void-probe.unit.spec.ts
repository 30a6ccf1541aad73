import { setImmediate as turn } from "node:timers/promises"
import { inspect } from "node:util"
import type { GatewayError } from "../../errors"
import type { VoucherReference } from "../../gateway"
import { answer, created, DONE, found, gatewayAt, NOW, PAID, REFERENCE } from "./fixtures"
import { deadlines, holdDeadlines, passDeadline } from "../../shared/__tests__/deadlines"
import {
  drop,
  hang,
  html,
  json,
  ScriptedServer,
  token,
  type Step,
} from "../../shared/__tests__/scripted-server"

const AUTHORIZE = "POST /v1/authorizations"
const SEARCH = "POST /v1/cips/search"
const CHANGE = "PATCH /v1/cips/2523136"
const REMOVE = "DELETE /v1/cips/2523136"

let server: ScriptedServer
holdDeadlines()
beforeEach(async () => {
  server = await ScriptedServer.start()
})
afterEach(() => server.close())

const references = (...ids: string[]): VoucherReference[] =>
  ids.map((id) => ({ gatewayId: id, cip: id, transactionCode: "t" }))

/** Knows every code, and calls all of them waiting. */
const echo: Step = (response, request) => {
  const cips = [...request.body.matchAll(/"cip":(\d+)/g)].map((match) => match[1] ?? "")
  json(200, answer(...cips.map((cip) => found(cip, "Generado."))))(response, request)
}

const sentCips = () => server.to(SEARCH).map(({ body }) => body)

describe("retrieve", () => {
  it("asks in batches of five and keeps the order", async () => {
    server.on(SEARCH, echo)
    const ids = ["9", "1", "8", "2", "7", "3"]

    const states = await gatewayAt(server.baseUrl).retrieve(references(...ids))

    expect(states.map(({ gatewayId, status }) => [gatewayId, status])).toEqual(
      ids.map((id) => [id, "waiting"]),
    )
    expect(sentCips()).toEqual([
      '{"data":[{"cip":9},{"cip":1},{"cip":8},{"cip":2},{"cip":7}]}',
      '{"data":[{"cip":3}]}',
    ])
  })

  it("takes another batch size, and asks nothing for nothing", async () => {
    server.on(SEARCH, echo)
    const gateway = gatewayAt(server.baseUrl, { searchBatchSize: 2 })

    await gateway.retrieve(references("1", "2", "3"))
    expect(server.to(SEARCH)).toHaveLength(2)
    await expect(gateway.retrieve([])).resolves.toEqual([])
    expect(server.to(SEARCH)).toHaveLength(2)
  })

  it("tells unknown codes from silence, and keeps big numbers and leading zeros", async () => {
    server.on(
      SEARCH,
      json(200, answer(found("90071992547409931", "Cancelado.", PAID), "{}", found("7", "Raro"))),
    )

    const states = await gatewayAt(server.baseUrl).retrieve(
      references("90071992547409931", "404", "007", "no-cip"),
    )

    expect(states.map(({ gatewayId, status }) => [gatewayId, status])).toEqual([
      ["90071992547409931", "paid"],
      ["404", "not_found"],
      ["007", "unknown"],
      ["no-cip", "unknown"],
    ])
    expect(sentCips()).toEqual(['{"data":[{"cip":90071992547409931},{"cip":404},{"cip":7}]}'])
  })

  it.each([
    ["an empty list", answer()],
    ["another code in its place", answer(found("2", "Expirado."))],
  ])("learns nothing from %s", async (_what, text) => {
    server.on(SEARCH, json(200, text))

    await expect(gatewayAt(server.baseUrl).retrieve(references("1"))).resolves.toMatchObject([
      { status: "unknown" },
    ])
  })

  it("does not guess which code an empty structure stands for when places are missing", async () => {
    server.on(SEARCH, json(200, answer("{}")))

    const states = await gatewayAt(server.baseUrl).retrieve(references("1", "2"))

    expect(states.map(({ status }) => status)).toEqual(["unknown", "unknown"])
  })

  it("tells codes apart that differ only above 2^53", async () => {
    server.on(SEARCH, json(200, answer(found("90071992547409931", "Cancelado.", PAID))))

    await expect(
      gatewayAt(server.baseUrl).retrieve(references("90071992547409930")),
    ).resolves.toMatchObject([{ status: "unknown" }])
  })

  it("reads a single object in place of a list", async () => {
    server.on(SEARCH, json(200, `{"code":"100","data":${found("1", "Expirado.")}}`))

    await expect(gatewayAt(server.baseUrl).retrieve(references("1"))).resolves.toMatchObject([
      { status: "expired" },
    ])
  })

  it("asks one by one when a batch is refused", async () => {
    const refuse = json(400, '{"code":111,"data":[{"code":113,"field":"cip"}]}')
    server.on(SEARCH, (response, request) =>
      (request.body.includes('"cip":2}') ? refuse : echo)(response, request),
    )

    const states = await gatewayAt(server.baseUrl).retrieve(references("1", "2", "3"))

    expect(states.map(({ status }) => status)).toEqual(["waiting", "unknown", "waiting"])
  })

  it.each<[string, Step]>([
    ["a broken connection", drop],
    ["silence", hang],
    ["500", json(500, "")],
    ["HTML", html(200)],
    ["an empty body", json(200, "")],
    ["429 with Retry-After", json(429, "", { "retry-after": "0" })],
  ])("repeats after %s", async (_what, step) => {
    server.on(SEARCH, step, step, echo)

    const [state] = await gatewayAt(server.baseUrl).retrieve(references("1"))

    expect(state?.status).toBe("waiting")
    expect(server.to(SEARCH)).toHaveLength(3)
  })

  it("stops after its retries", async () => {
    server.on(SEARCH, json(500, '{"code":"166"}'))

    await expect(gatewayAt(server.baseUrl).retrieve(references("1"))).rejects.toMatchObject({
      code: "gateway_unavailable",
      gatewayCode: "166",
      httpStatus: 500,
      mayHaveSucceeded: false,
    })
    expect(server.to(SEARCH)).toHaveLength(3)
  })

  it("waits as long as Retry-After says, and not at all above its bound", async () => {
    const limits = { retryAfterMaxMs: 7_000 }
    const gateway = gatewayAt(server.baseUrl, { limits })
    server.on(SEARCH, json(503, "", { "retry-after": "7" }), echo)
    const states = gateway.retrieve(references("1"))
    while (!deadlines().includes(7_000)) await turn()
    expect(server.to(SEARCH)).toHaveLength(1)
    passDeadline(7_000)
    await expect(states).resolves.toHaveLength(1)

    server.on(SEARCH, json(503, "", { "retry-after": "8" }), echo)
    await expect(gateway.retrieve(references("1"))).rejects.toMatchObject({
      code: "gateway_unavailable",
      retryAfterMs: 8_000,
    })
  })

  it("renews a refused token once", async () => {
    server.on(AUTHORIZE, token("old"), token("new"))
    server.on(SEARCH, json(401, ""), echo)

    await gatewayAt(server.baseUrl).retrieve(references("1"))

    expect(server.to(SEARCH).map(({ headers }) => headers.authorization)).toEqual([
      "Bearer old",
      "Bearer new",
    ])
  })

  it("does not multiply the retries of the authorization by its own", async () => {
    server.on(AUTHORIZE, json(500, ""))

    await expect(gatewayAt(server.baseUrl).retrieve(references("1"))).rejects.toMatchObject({
      operation: "authorize",
    })
    expect(server.to(AUTHORIZE)).toHaveLength(3)
  })

  it("holds back after too many failures and recovers by itself", async () => {
    const limits = { breakerFailures: 2, breakerPauseMs: 60_000, maxRetries: 0 }
    const gateway = gatewayAt(server.baseUrl, { limits })
    server.on(SEARCH, json(500, ""))
    const codeOf = () =>
      gateway.retrieve(references("1")).then(
        () => "answered",
        (error: GatewayError) => error.code,
      )

    expect([await codeOf(), await codeOf(), await codeOf()]).toEqual([
      "gateway_unavailable",
      "gateway_unavailable",
      "circuit_open",
    ])
    expect(server.to(SEARCH)).toHaveLength(2)
    server.on(SEARCH, echo)
    const reopened = Date.now() + limits.breakerPauseMs
    const time = jest.spyOn(Date, "now").mockReturnValue(reopened)
    expect(await codeOf()).toBe("answered")
    time.mockRestore()
  })

  it("is not held back by refusals", async () => {
    const gateway = gatewayAt(server.baseUrl, { limits: { breakerFailures: 1 } })
    server.on(SEARCH, json(400, '{"code":111,"data":[]}'), echo)

    await expect(gateway.retrieve(references("1"))).rejects.toMatchObject({
      code: "gateway_rejected",
    })
    await expect(gateway.retrieve(references("1"))).resolves.toHaveLength(1)
  })
})

describe("changeExpiry", () => {
  it("sends the new deadline and repeats after a failure", async () => {
    server.on(CHANGE, drop, json(200, DONE))

    await gatewayAt(server.baseUrl).changeExpiry(REFERENCE, new Date("2025-01-17T00:00:00Z"))

    expect(server.to(CHANGE).map(({ body }) => body)).toEqual([
      '{"dateExpiry":"2025-01-16T19:00:00-05:00"}',
      '{"dateExpiry":"2025-01-16T19:00:00-05:00"}',
    ])
  })

  it("says when the code is not known or the time is none", async () => {
    server.on(CHANGE, json(404, ""))
    const gateway = gatewayAt(server.baseUrl)

    await expect(gateway.changeExpiry(REFERENCE, NOW)).rejects.toMatchObject({
      code: "voucher_not_found",
    })
    await expect(gateway.changeExpiry(REFERENCE, new Date(Number.NaN))).rejects.toMatchObject({
      code: "gateway_rejected",
    })
  })
})

describe("void", () => {
  const accepted = json(200, DONE)
  const refused = json(400, '{"code":111,"data":[]}')
  const says = (status: string, dates?: Record<string, string>) =>
    json(200, answer(found("2523136", status, dates)))
  const removed = { dateRemoval: "2025-01-15T10:31:00-05:00" }

  it.each<[string, Step, Step, string]>([
    ["accepted, then removed", accepted, says("Eliminado.", removed), "voided"],
    [
      "accepted, still named waiting with a removal date",
      accepted,
      says("Generado.", removed),
      "voided",
    ],
    ["accepted, then not known any more", accepted, json(200, answer("{}")), "voided"],
    ["accepted, then silence", accepted, html(500), "voided"],
    ["accepted, yet paid in between", accepted, says("Eliminado.", PAID), "paid"],
    ["accepted, yet waiting", accepted, says("Generado."), "unknown"],
    ["accepted, yet waiting with a payment", accepted, says("Generado.", PAID), "unknown"],
    ["refused because paid", refused, says("Cancelado.", PAID), "paid"],
    ["refused because expired", refused, says("Expirado."), "voided"],
    ["refused because removed before", refused, says("Eliminado.", removed), "voided"],
    ["refused, yet waiting", refused, says("Generado."), "unknown"],
    ["refused, reversed", refused, says("Extornado."), "unknown"],
    ["refused, then an unknown state", refused, says("Raro."), "unknown"],
    ["refused, then not known", json(404, ""), json(200, answer("{}")), "unknown"],
    ["refused, then silence", refused, hang, "unknown"],
    ["silence, then removed", hang, says("Eliminado.", removed), "voided"],
    ["silence, then paid", drop, says("Cancelado.", PAID), "paid"],
    ["silence twice", hang, hang, "unknown"],
    ["HTML twice", html(200), html(200), "unknown"],
  ])("%s", async (_what, removal, search, outcome) => {
    server.on(REMOVE, removal).on(SEARCH, search)

    const result = await gatewayAt(server.baseUrl).void(REFERENCE)

    expect(result.outcome).toBe(outcome)
    expect(server.to(REMOVE).length).toBeGreaterThan(0)
  })

  it("never throws, and says why it does not know", async () => {
    server.on(AUTHORIZE, json(401, ""))

    await expect(gatewayAt(server.baseUrl).void(REFERENCE)).resolves.toMatchObject({
      outcome: "unknown",
      reason: expect.stringContaining("credentials_refused") as string,
      state: null,
    })
    await expect(
      gatewayAt(server.baseUrl).void({ ...REFERENCE, gatewayId: "../search" }),
    ).resolves.toMatchObject({ outcome: "unknown" })
  })

  it("removes again when the first answer was lost after the removal", async () => {
    server.on(REMOVE, drop, refused).on(SEARCH, says("Eliminado.", removed))

    await expect(gatewayAt(server.baseUrl).void(REFERENCE)).resolves.toMatchObject({
      outcome: "voided",
    })
    expect(server.to(REMOVE)).toHaveLength(2)
  })
})

describe("probe", () => {
  const at =
    (date: string, step: Step): Step =>
    (response, request) => {
      response.setHeader("date", date)
      step(response, request)
    }

  it("forces a fresh authorization and compares clocks", async () => {
    server.on("POST /v1/cips", json(201, created()))
    server.on(AUTHORIZE, at("Wed, 15 Jan 2025 15:31:30 GMT", token()))
    const gateway = gatewayAt(server.baseUrl)

    for (const times of [1, 2]) {
      await expect(gateway.probe()).resolves.toEqual({
        credentials: "accepted",
        clockSkewMs: 90_000,
        problem: null,
      })
      expect(server.to(AUTHORIZE)).toHaveLength(times)
    }
  })

  it("tells refused keys, with the clocks all the same", async () => {
    server.on(AUTHORIZE, at("Wed, 15 Jan 2025 15:20:00 GMT", json(401, "")))

    await expect(gatewayAt(server.baseUrl).probe()).resolves.toMatchObject({
      credentials: "refused",
      clockSkewMs: -600_000,
      problem: { code: "credentials_refused" },
    })
  })

  it.each<[string, Step, string]>([
    ["silence", hang, "gateway_timeout"],
    ["500", json(500, ""), "gateway_unavailable"],
    ["HTML", html(200), "gateway_bad_answer"],
  ])("does not know after %s, and asks once", async (_what, step, code) => {
    server.on(AUTHORIZE, step)

    await expect(gatewayAt(server.baseUrl).probe()).resolves.toMatchObject({
      credentials: "unknown",
      problem: { code },
    })
    expect(server.to(AUTHORIZE)).toHaveLength(1)
  })
})

it("shows no secret when it is printed", () => {
  const gateway = gatewayAt(server.baseUrl)

  expect(`${inspect(gateway, { depth: 9 })}${JSON.stringify(gateway)}`).not.toMatch(/SKdemo|AKDEMO/)
})
