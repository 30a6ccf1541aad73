import { WebhookSignatureValidator } from "mercadopago"
import type { RawNotice } from "../../gateway"
import { signManifest } from "../signature"
import { gatewayAt } from "./fixtures"

const SECRET = "test-secret"
const REQUEST_ID = "bb56a2f1-6aae-46ac-982e-9dcd3581d08e"
const MS = "1742505638683"
const SECONDS = "1742505638"
const RECEIVED = new Date(Number(MS) + 1_000)
const HOUR_MS = 3_600_000
const BODY =
  '{"id":12345,"live_mode":true,"type":"payment","date_created":"2015-03-25T10:04:58.396-04:00",' +
  '"user_id":44444,"api_version":"v1","action":"payment.created","data":{"id":"999999999"}}'

const gateway = gatewayAt("http://127.0.0.1:1")

function notice(change: Partial<RawNotice> = {}): RawNotice {
  return {
    rawBody: Buffer.from(BODY),
    headers: { "x-signature": signed(MS), "x-request-id": REQUEST_ID },
    query: { "data.id": "123456789", type: "payment" },
    receivedAt: RECEIVED,
    ...change,
  }
}

function signed(ts: string, parts: { dataId?: string; requestId?: string } = {}, secret = SECRET) {
  const all = { dataId: "123456789", requestId: REQUEST_ID, ...parts }
  return `ts=${ts},v1=${signManifest({ ...all, ts }, secret)}`
}

describe("the signature", () => {
  it.each([
    [MS, REQUEST_ID, "2c1e756aa613f179f09fca2ce2124d924dcfdc233bdd71c9dd8ec16afc607885"],
    [SECONDS, REQUEST_ID, "e42c5b5c02b132059bc5b04a63348ff2e4ec2480b2573942c264699f390136d6"],
    [MS, undefined, "30ede9061d091ba70e87de2b3b27228cce4dfddaee400d6bc055408be35f169e"],
  ])("has the known value for ts %s, request id %s", (ts, requestId, expected) => {
    expect(signManifest({ dataId: "123456789", requestId, ts }, SECRET)).toBe(expected)
    const headers = { "x-signature": `ts=${ts},v1=${expected}`, "x-request-id": requestId }
    expect(gateway.readNotice(notice({ headers })).verdict).toBe("authentic")
  })

  it.each([MS, SECONDS])("of ts %s is accepted by the official validator", (ts) => {
    const validate = () =>
      WebhookSignatureValidator.validate({
        xSignature: signed(ts),
        xRequestId: REQUEST_ID,
        dataId: "123456789",
        secret: SECRET,
      })
    expect(validate).not.toThrow()
  })

  it("takes upper case, spaces, and one good digest among others", () => {
    const good = signManifest({ dataId: "123456789", requestId: REQUEST_ID, ts: MS }, SECRET)
    for (const header of [
      `ts=${MS}, v1=${good.toUpperCase()}`,
      `v1=${good},ts=${MS}`,
      `ts=${MS},v1=${"0".repeat(64)},v1=${good}`,
    ]) {
      const headers = { "x-signature": header, "x-request-id": REQUEST_ID }
      expect(gateway.readNotice(notice({ headers })).verdict).toBe("authentic")
    }
  })

  it.each<[string, Partial<RawNotice>]>([
    ["no header", { headers: { "x-request-id": REQUEST_ID } }],
    ["no ts", { headers: { "x-signature": signed(MS).replace(/^ts=\d+,/, "") } }],
    ["no v1", { headers: { "x-signature": `ts=${MS}` } }],
    ["a digest that is none", { headers: { "x-signature": `ts=${MS},v1=abc` } }],
    ["another application's secret", { headers: { "x-signature": signed(MS, {}, "other") } }],
    ["another payment", { query: { "data.id": "123456780", type: "payment" } }],
    ["two payments", { query: { "data.id": ["123456789", "1"], type: "payment" } }],
    ["no payment", { query: { type: "payment" } }],
    ["another request id", { headers: { "x-signature": signed(MS), "x-request-id": "bb56a2f1" } }],
    ["the request id taken away", { headers: { "x-signature": signed(MS) } }],
    ["another ts", { headers: { "x-signature": signed(MS).replace(MS, SECONDS) } }],
    [
      "a ts of 12 digits",
      {
        headers: { "x-signature": signed(MS.slice(1)), "x-request-id": REQUEST_ID },
      },
    ],
    [
      "a ts that is no number",
      { headers: { "x-signature": signed("now"), "x-request-id": REQUEST_ID } },
    ],
  ])("refuses %s", (_what, change) => {
    expect(gateway.readNotice(notice(change))).toMatchObject({
      verdict: "forged",
      reason: expect.not.stringMatching(/test-secret|123456789/),
    })
  })

  it.each<[string, number, string]>([
    ["a day old", 24 * HOUR_MS, "authentic"],
    ["older than a day", 24 * HOUR_MS + 1, "forged"],
    ["ten minutes ahead", -600_000, "authentic"],
    ["more than ten minutes ahead", -600_001, "forged"],
  ])("%s", (_what, ageMs, verdict) => {
    const receivedAt = new Date(Number(MS) + ageMs)
    expect(gateway.readNotice(notice({ receivedAt })).verdict).toBe(verdict)
    const headers = { "x-signature": signed(SECONDS), "x-request-id": REQUEST_ID }
    const inSeconds = new Date(Number(SECONDS) * 1_000 + ageMs)
    expect(gateway.readNotice(notice({ headers, receivedAt: inSeconds })).verdict).toBe(verdict)
  })
})

describe("a notice", () => {
  it("says which payment to ask about, and claims nothing", () => {
    expect(gateway.readNotice(notice())).toEqual({
      verdict: "authentic",
      notice: {
        eventType: "payment.created",
        operationNumber: "12345",
        gatewayId: "123456789",
        transactionCode: null,
        claimed: null,
        concernsPayment: true,
      },
    })
  })

  it.each(["", "no JSON", "[]", '{"action":"payment.updated","type":"payment"}'])(
    "counts with the body %j, which is not signed",
    (body) => {
      expect(gateway.readNotice(notice({ rawBody: Buffer.from(body) }))).toMatchObject({
        verdict: "authentic",
        notice: { gatewayId: "123456789", concernsPayment: true },
      })
    },
  )

  it("of another kind has no effect", () => {
    const rawBody = Buffer.from('{"type":"plan","action":"plan.updated"}')
    const query = { "data.id": "123456789", type: "plan" }
    expect(gateway.readNotice(notice({ rawBody, query }))).toMatchObject({
      verdict: "authentic",
      notice: { eventType: "plan.updated", gatewayId: null, concernsPayment: false },
    })
  })

  it("of a payment without a number can't be read", () => {
    const query = { "data.id": "ABC", type: "payment" }
    const headers = { "x-signature": signed(MS, { dataId: "abc" }), "x-request-id": REQUEST_ID }
    expect(gateway.readNotice(notice({ query, headers }))).toMatchObject({ verdict: "unreadable" })
  })

  it("of no kind at all can't be read", () => {
    const query = { "data.id": "123456789" }
    expect(gateway.readNotice(notice({ query, rawBody: Buffer.alloc(0) }))).toMatchObject({
      verdict: "unreadable",
    })
  })

  it.each<[string, Partial<RawNotice>]>([
    ["by its query", { query: { topic: "payment", id: "123456789" }, rawBody: Buffer.alloc(0) }],
    ["by its body", { query: {}, rawBody: Buffer.from('{"resource":"1","topic":"payment"}') }],
  ])("of the legacy kind is ignored, known %s", (_what, change) => {
    expect(gateway.readNotice(notice({ headers: {}, ...change }))).toMatchObject({
      verdict: "ignored",
    })
  })

  it("can't escape its signature by calling itself legacy", () => {
    const query = { "data.id": "123456789", topic: "payment", type: "payment" }
    expect(gateway.readNotice(notice({ headers: {}, query })).verdict).toBe("forged")
  })
})

describe("a test notice", () => {
  const ID = "0123456789abcdef0123456789abcdef"
  const test = gatewayAt(
    "http://127.0.0.1:1",
    {},
    { clock: { now: () => RECEIVED } },
  ).signTestNotice(ID)
  const raw = (change: Partial<RawNotice> = {}): RawNotice => ({
    rawBody: Buffer.from(test.body),
    headers: test.headers,
    query: test.query,
    receivedAt: RECEIVED,
    ...change,
  })

  it("is read as a test, and is signed as the official validator wants it", () => {
    expect(gateway.readNotice(raw())).toEqual({ verdict: "test", testId: ID })
    const validate = () =>
      WebhookSignatureValidator.validate({
        xSignature: test.headers["x-signature"]!,
        xRequestId: test.headers["x-request-id"]!,
        dataId: test.query["data.id"]!,
        secret: SECRET,
      })
    expect(validate).not.toThrow()
  })

  it("stays a test whatever is changed of it that is not signed", () => {
    const query = { ...test.query, type: "payment" }
    const rawBody = Buffer.from(BODY)
    expect(gateway.readNotice(raw({ query, rawBody }))).toEqual({ verdict: "test", testId: ID })
  })

  it("is no payment's notice by its signature, and is forged a day later", () => {
    const query = { "data.id": "123456789", type: "payment" }
    expect(gateway.readNotice(raw({ query })).verdict).toBe("forged")
    const receivedAt = new Date(RECEIVED.getTime() + 25 * HOUR_MS)
    expect(gateway.readNotice(raw({ receivedAt })).verdict).toBe("forged")
  })

  it("can't be made of a payment's notice", () => {
    const rawBody = Buffer.from(test.body)
    expect(gateway.readNotice(notice({ rawBody }))).toMatchObject({
      verdict: "authentic",
      notice: { gatewayId: "123456789", concernsPayment: true },
    })
    expect(gateway.readNotice(notice({ query: test.query })).verdict).toBe("forged")
  })

  it.each(["", "123456789", ID.toUpperCase()])("refuses the id %j", (id) => {
    expect(() => gateway.signTestNotice(id)).toThrow(RangeError)
  })
})
