import fc from "fast-check"
import { compactJson, isBodySigned, signNotice } from "../signature"

const KEY = "SKdemoSandboxKeyNotReal0000000000000000"
const event = (cip: string, amount: string, operation: string) =>
  `{"eventType":"cip.paid","operationNumber":"${operation}","data":{"cip":"${cip}","currency":"PEN","amount":${amount}}}`

const V1_FORM = event("11546901", "22.05", "1253")
const NEWER_FORM =
  '{"eventType":"cip.paid","operationNumber":"1255","data":{"cip":"11546903","currency":"PEN","amount":35.50,"paymentDate":"2025-01-15T11:02:07-05:00","transactionCode":"ORD-1001"}}'
const ROUND = event("11546902", "150.00", "1254")
const ROUND_SIGNATURE = "25f8ec61492236d9ff1f67d032aedf39e22208bfd7aff298b4e2d11261d98ad3"

describe("signNotice", () => {
  it.each([
    [V1_FORM, "6515ba7553f58fdeb42ece4fef1125d5a3116c0e7fe191cd4240796f2e42ec93"],
    [NEWER_FORM, "891b3ba7b6b38dbab995b7e64976a5da164a416026dfc97c489f36b3cdbfc4a2"],
    [ROUND, ROUND_SIGNATURE],
    [
      event("11546902", "150.0", "1254"),
      "65fd381f2e9c2b7166df3716abc6ee4ae9313908fe84161fa83d23a76b553438",
    ],
    [
      event("11546902", "150", "1254"),
      "2451956aa7687591aa3b299d85e3cc3f2c072fc2f9d4a34efee8f4ecc1911157",
    ],
  ])("reproduces the vector of %s", (body, signature) => {
    expect(signNotice(body, KEY)).toBe(signature)
    expect(signNotice(Buffer.from(body), KEY)).toBe(signature)
  })
})

describe("isSignedBy", () => {
  const check = (body: string | Buffer, signature = ROUND_SIGNATURE, key = KEY) =>
    isBodySigned(Buffer.from(body as string), signature, key)

  it("accepts the raw bytes, in either hex case", () => {
    expect(check(ROUND)).toBe(true)
    expect(check(ROUND, ROUND_SIGNATURE.toUpperCase())).toBe(true)
  })

  it("accepts the indented form of what was signed, keeping the number's digits", () => {
    expect(check(ROUND.replace(/([{,:])/g, "$1\r\n\t "))).toBe(true)
    expect(check(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(ROUND)]))).toBe(true)
  })

  it("accepts a signature over an indented body", () => {
    const indented = ROUND.replace(/,/g, ",\n  ")
    expect(check(indented, signNotice(indented, KEY))).toBe(true)
  })

  it.each([
    ["150.0 for 150.00", event("11546902", "150.0", "1254")],
    ["150 for 150.00", event("11546902", "150", "1254")],
    ["another amount", event("11546902", "150.01", "1254")],
    ["a space inside a text", ROUND.replace("cip.paid", "cip. paid")],
    ["one byte more", `${ROUND}x`],
    ["an empty body", ""],
  ])("refuses %s", (_what, body) => {
    expect(check(body)).toBe(false)
  })

  it.each([
    ["63 digits", ROUND_SIGNATURE.slice(1)],
    ["65 digits", `${ROUND_SIGNATURE}0`],
    ["no hex", `g${ROUND_SIGNATURE.slice(1)}`],
    ["nothing", ""],
    ["a prefix", `sha256=${ROUND_SIGNATURE}`],
  ])("refuses a signature with %s", (_what, signature) => {
    expect(check(ROUND, signature)).toBe(false)
  })

  it("refuses another key", () => {
    expect(check(ROUND, ROUND_SIGNATURE, `${KEY}x`)).toBe(false)
  })
})

describe("compactJson", () => {
  it("gives the same for any JSON, however it is indented", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(1, 4, "\t"), (value, indent) => {
        const compact = JSON.stringify(value)
        const indented = JSON.stringify(value, null, indent)
        expect(compactJson(Buffer.from(indented)).toString()).toBe(compact)
      }),
    )
  })

  it("leaves quotes and backslashes inside texts alone", () => {
    const tricky = String.raw`{ "a b" : "c \" d \\" , "e" : [ 1.50 , "ñ 😀" ] }`
    expect(compactJson(Buffer.from(tricky)).toString()).toBe(
      String.raw`{"a b":"c \" d \\","e":[1.50,"ñ 😀"]}`,
    )
  })
})
