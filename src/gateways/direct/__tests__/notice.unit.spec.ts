import type { RawNotice } from "../../gateway"
import { readNotice, signTestNotice } from "../notice"
import { signNotice } from "../signature"

const KEY = "SKdemoSandboxKeyNotReal0000000000000000"

function signed(body: string, headers: RawNotice["headers"] = {}): RawNotice {
  return {
    rawBody: Buffer.from(body),
    headers: { "pe-signature": signNotice(body, KEY), ...headers },
    query: {},
    receivedAt: new Date("2025-01-15T16:02:08Z"),
  }
}

const V1_FORM =
  '{"eventType":"cip.paid","operationNumber":"1253","data":{"cip":"11546901","currency":"PEN","amount":22.05}}'
const NEWER_FORM =
  '{"eventType":"cip.paid","operationNumber":"1255","data":{"cip":"11546903","currency":"PEN","amount":35.50,"paymentDate":"2025-01-15T11:02:07-05:00","transactionCode":"ORD-1001"}}'

describe("readNotice", () => {
  it("reads the manual's form", () => {
    expect(readNotice(signed(V1_FORM), KEY)).toEqual({
      verdict: "authentic",
      notice: {
        eventType: "cip.paid",
        operationNumber: "1253",
        gatewayId: "11546901",
        transactionCode: null,
        claimed: { money: { amount: "22.05", currency: "PEN" }, paidAt: null },
        concernsPayment: true,
      },
    })
  })

  it("reads the newer form", () => {
    expect(readNotice(signed(NEWER_FORM), KEY)).toMatchObject({
      verdict: "authentic",
      notice: {
        gatewayId: "11546903",
        transactionCode: "ORD-1001",
        claimed: {
          money: { amount: "35.50", currency: "PEN" },
          paidAt: new Date("2025-01-15T16:02:07Z"),
        },
      },
    })
  })

  it("keeps a numeric CIP above 2^53", () => {
    const body = V1_FORM.replace('"11546901"', "90071992547409931")
    expect(readNotice(signed(body), KEY)).toMatchObject({
      notice: { gatewayId: "90071992547409931" },
    })
  })

  it.each(["cip.expired", "cip.refunded", "CIP.PAID.LATER", "anything"])(
    "keeps the event %s without effect",
    (eventType) => {
      const body = JSON.stringify({ eventType, data: null })
      expect(readNotice(signed(body), KEY)).toMatchObject({
        verdict: "authentic",
        notice: { eventType, concernsPayment: false, claimed: null, gatewayId: null },
      })
    },
  )

  it("claims no money that it can't read exactly", () => {
    const body = V1_FORM.replace("22.05", '"22,05"')
    expect(readNotice(signed(body), KEY)).toMatchObject({ notice: { claimed: { money: null } } })
  })

  it("reads the charset form and a byte order mark", () => {
    const body = `\uFEFF${V1_FORM}`
    const raw = signed(body, { "content-type": "application/json; charset=utf-8" })
    expect(readNotice(raw, KEY)).toMatchObject({ notice: { gatewayId: "11546901" } })
  })

  it.each([
    ["no JSON", "hola"],
    ["an empty body", ""],
    ["a list", "[]"],
    ["no event type", '{"data":{"cip":"1"}}'],
    ["a numeric event type", '{"eventType":1,"data":{"cip":"1"}}'],
    ["no CIP", '{"eventType":"cip.paid","data":{}}'],
    ["a CIP of letters", '{"eventType":"cip.paid","data":{"cip":"abc"}}'],
    ["two different CIPs", '{"eventType":"cip.paid","data":{"cip":"1","cip":"2"}}'],
    ["deep nesting", `${"[".repeat(200_000)}`],
  ])("can't read a signed body with %s", (_what, body) => {
    expect(readNotice(signed(body), KEY)).toMatchObject({ verdict: "unreadable" })
  })

  it("accepts a repeated header when one value fits", () => {
    const good = signNotice(V1_FORM, KEY)
    const bad = "0".repeat(64)
    for (const header of [[good], [bad, good], `${bad}, ${good}`, ` ${good.toUpperCase()} `]) {
      expect(readNotice(signed(V1_FORM, { "pe-signature": header }), KEY).verdict).toBe("authentic")
    }
  })

  it("looks at four signatures at most", () => {
    const good = signNotice(V1_FORM, KEY)
    const noise = (count: number) => [...Array<string>(count).fill("0".repeat(64)), good]
    expect(readNotice(signed(V1_FORM, { "pe-signature": noise(3) }), KEY).verdict).toBe("authentic")
    expect(readNotice(signed(V1_FORM, { "pe-signature": noise(4) }), KEY).verdict).toBe("forged")
  })

  it.each([
    ["missing", undefined],
    ["empty", ""],
    ["an empty list", []],
    ["63 digits", signNotice(V1_FORM, KEY).slice(1)],
    ["of another key", signNotice(V1_FORM, "other")],
    ["of another body", signNotice(NEWER_FORM, KEY)],
  ])("calls a notice forged when its signature is %s", (_what, header) => {
    expect(readNotice(signed(V1_FORM, { "pe-signature": header }), KEY)).toMatchObject({
      verdict: "forged",
    })
  })
})

describe("signTestNotice", () => {
  const ID = "0123456789abcdef0123456789abcdef"
  const test = signTestNotice(ID, KEY)
  const raw = (change: Partial<RawNotice> = {}): RawNotice => ({
    rawBody: Buffer.from(test.body),
    headers: test.headers,
    query: test.query,
    receivedAt: new Date(),
    ...change,
  })

  it("is read as a test, and as nothing else", () => {
    expect(readNotice(raw(), KEY)).toEqual({ verdict: "test", testId: ID })
  })

  it("is forged with another key, and when its event or id is changed", () => {
    expect(readNotice(raw(), "other").verdict).toBe("forged")
    for (const body of [
      test.body.replace("medusa.test", "cip.paid"),
      test.body.replace("null", '{"cip":"1"}'),
      test.body.replace(ID, ID.replace("0", "1")),
    ]) {
      expect(body).not.toBe(test.body)
      expect(readNotice(raw({ rawBody: Buffer.from(body) }), KEY).verdict).toBe("forged")
    }
  })

  it("is no notice of a payment by its signature", () => {
    const headers = { "pe-signature": test.headers["pe-signature"] }
    expect(readNotice(raw({ rawBody: Buffer.from(V1_FORM), headers }), KEY).verdict).toBe("forged")
  })

  it("concerns no payment, whatever a signed body of that name holds", () => {
    const body = V1_FORM.replace("cip.paid", "medusa.test")
    expect(readNotice(signed(body), KEY)).toMatchObject({
      verdict: "authentic",
      notice: { concernsPayment: false },
    })
    const named = body.replace("1253", ID)
    expect(readNotice(signed(named), KEY)).toEqual({ verdict: "test", testId: ID })
  })

  it.each(["", "1253", ID.toUpperCase(), `${ID}0`])("refuses the id %j", (id) => {
    expect(() => signTestNotice(id, KEY)).toThrow(RangeError)
  })
})
