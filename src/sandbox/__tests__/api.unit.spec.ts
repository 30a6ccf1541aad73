import { createHmac } from "node:crypto"
import { expectedAuthorization } from "../authorization-hash"
import { createSandbox, SANDBOX_KEYS, SandboxUsageError } from "../index"
import type { Sandbox } from "../index"
import { MAX_API_BODY_BYTES } from "../limits"
import { ApiClient, DAY_MS, limaDate, validCip, type Json } from "./api-client"

const NEVER = "1900-01-01T00:00:00-05:00"

let sandbox: Sandbox
let api: ApiClient

beforeAll(async () => {
  sandbox = await createSandbox()
})
beforeEach(async () => {
  await sandbox.reset()
  api = await new ApiClient(sandbox).login()
})
afterAll(() => sandbox.close())

describe("authorizations", () => {
  it("reproduces the documented hash", () => {
    expect(expectedAuthorization(SANDBOX_KEYS, "2025-01-15T10:30:00-05:00")).toBe(
      "cf475d83b5d1157a518d343c74ef51b53c163a221b84310cf5e9294682eb88c7",
    )
  })

  it("answers 201 with a token as the vendor's", async () => {
    const { status, json } = await api.authorize()
    expect(status).toBe(201)
    expect(json).toMatchObject({ code: 100, message: "Solicitud exitosa." })
    const { token, tokenStart, tokenExpires, codeService } = json.data
    expect(token.length).toBeGreaterThanOrEqual(200)
    expect(token.length).toBeLessThanOrEqual(210)
    const [header, claims] = token
      .split(".")
      .map((part: string) => part && Buffer.from(part, "base64url").toString())
    expect(JSON.parse(header)).toEqual({ alg: "HS256", typ: "JWT" })
    expect(JSON.parse(claims)).toMatchObject({
      sub: codeService,
      nameid: "1234",
      exp: Date.parse(tokenExpires) / 1_000,
    })
    expect(Date.parse(tokenExpires) - Date.parse(tokenStart)).toBe(5 * 60_000)
    expect(tokenStart).toMatch(/-05:00$/)
  })

  it("takes the service id as a string and names in PascalCase", async () => {
    expect((await api.authorize({ idService: "1234" })).status).toBe(201)
    const sent = sandbox.requests.at(-1)?.body ?? {}
    expect(sent).not.toHaveProperty("hashString")
    expect(sent).not.toHaveProperty("accessKey")
    const { accessKey, secretKey } = SANDBOX_KEYS
    const DateRequest = limaDate(Date.now())
    const HashString = expectedAuthorization({ accessKey, secretKey, serviceId: 1234 }, DateRequest)
    const body = { AccessKey: accessKey, IdService: 1234, DateRequest, HashString }
    expect((await api.call("POST", "/authorizations", body)).status).toBe(201)
  })

  it.each([
    ["a wrong hash", { hashString: "0".repeat(64) }],
    ["an upper-case hash's worth of nothing", { hashString: "X" }],
    ["a stranger's key", { accessKey: "AKSTRANGER0000000000" }],
    ["another service", { idService: 1 }],
  ])("refuses %s with 401", async (_, changes) => {
    expect((await api.authorize(changes)).status).toBe(401)
  })

  it("names missing fields", async () => {
    const { status, json } = await api.authorize({ accessKey: "", dateRequest: null })
    expect(status).toBe(400)
    expect(json.code).toBe(111)
    expect(json.data.map(({ field, code }: Json) => [field, code])).toEqual([
      ["accessKey", 112],
      ["dateRequest", 112],
    ])
  })

  it("refuses a dateRequest outside the window, unless told otherwise", async () => {
    const late = Date.now() - 6 * 60_000
    expect((await api.authorize({}, late)).status).toBe(401)
    expect((await api.authorize({}, Date.now() - 4 * 60_000)).status).toBe(201)
    await sandbox.behave({ dateRequestWindowMs: null })
    expect((await api.authorize({}, late)).status).toBe(201)
  })

  it("ends tokens by their lifetime, not by the sandbox's clock", async () => {
    sandbox.clock.advance(30 * DAY_MS)
    expect((await api.search(1)).status).toBe(200)
    let now = Date.now()
    const timed = await createSandbox({
      now: () => new Date(now),
      switches: { tokenLifetimeMs: 60_000, dateRequestWindowMs: null },
    })
    const client = await new ApiClient(timed).login()
    now += 59_000
    expect((await client.search(1)).status).toBe(200)
    now += 2_000
    expect((await client.search(1)).status).toBe(401)
    await timed.close()
  })

  it.each([["nothing"], ["Bearer abc"], ["Bearer a.b.c"]])(
    "refuses %s as a token",
    async (text) => {
      const { status } = await api.call("DELETE", "/cips/1", undefined, { authorization: text })
      expect(status).toBe(401)
    },
  )

  it("refuses a token signed with another key", async () => {
    const { json } = await api.authorize()
    const [header, claims] = json.data.token.split(".")
    const forged = createHmac("sha256", "guess").update(`${header}.${claims}`).digest("base64url")
    const authorization = `Bearer ${header}.${claims}.${forged}`
    expect((await api.call("DELETE", "/cips/1", undefined, { authorization })).status).toBe(401)
  })
})

describe("creating codes", () => {
  it("answers 201 in the vendor's shape, with rising numbers", async () => {
    const first = await api.create()
    const second = await api.create()
    expect(first.status).toBe(201)
    expect(first.json).toMatchObject({
      code: 100,
      data: { currency: "PEN", amount: 69.9, transactionCode: "ORD-1001" },
    })
    expect(typeof first.json.data.cip).toBe("number")
    expect(String(first.json.data.cip)).toMatch(/^\d{7,9}$/)
    expect(second.json.data.cip).toBe(first.json.data.cip + 1)
    expect(first.json.data.cipUrl).toMatch(
      new RegExp(`^${sandbox.url}/[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\\.html$`),
    )
    expect(sandbox.vouchersOf("ORD-1001")).toHaveLength(2)
  })

  it("loses trailing zeros of the amount and takes it as a string", async () => {
    expect((await api.create({ amount: "25.00" })).text).toContain('"amount":25,')
    expect((await api.create({ amount: 1.5 })).text).toContain('"amount":1.5,')
  })

  it.each([
    ["currency", undefined, 112],
    ["currency", "EUR", 113],
    ["amount", null, 112],
    ["amount", 0, 113],
    ["amount", -1, 113],
    ["amount", 1.005, 113],
    ["amount", "1,50", 113],
    ["amount", 1e21, 113],
    ["transactionCode", "", 112],
    ["transactionCode", "x".repeat(37), 113],
    ["transactionCode", { a: 1 }, 113],
    ["dateExpiry", "2020-01-01T00:00:00-05:00", 113],
    ["dateExpiry", "tomorrow", 113],
    ["dateExpiry", "2099-02-30T00:00:00-05:00", 113],
    ["userEmail", undefined, 112],
    ["userEmail", "rosa", 113],
    ["userEmail", `${"x".repeat(100)}@example.com`, 113],
    ["userName", "x".repeat(31), 113],
    ["userLastName", "x".repeat(31), 113],
    ["paymentConcept", "x".repeat(51), 113],
    ["additionalData", "x".repeat(201), 113],
    ["adminEmail", "nobody", 113],
    ["userUbigeo", "1501", 113],
    ["userCountry", "x".repeat(21), 113],
    ["userDocumentType", "CE", 113],
    ["userDocumentNumber", "x".repeat(15), 113],
    ["userPhone", "9".repeat(16), 113],
    ["userCodeCountry", "+5123456", 113],
  ])("names %s = %p with %p", async (field, value, code) => {
    const { status, json } = await api.create({ [field]: value })
    expect(status).toBe(400)
    expect(json.code).toBe(111)
    expect(json.data).toEqual([
      { code, field, message: code === 112 ? "Requerido." : "Valor invalido." },
    ])
    expect(sandbox.vouchers()).toEqual([])
  })

  it("takes every text at its limit, counted in code points", async () => {
    const { status } = await api.create({
      transactionCode: "x".repeat(36),
      userName: "ñ".repeat(30),
      userLastName: "😀".repeat(30),
      paymentConcept: "x".repeat(50),
      additionalData: "x".repeat(200),
      userPhone: "9".repeat(15),
      userDocumentType: "PAS",
      userDocumentNumber: "A".repeat(14),
      userUbigeo: "010101",
    })
    expect(status).toBe(201)
  })

  it("checks a DNI's digits", async () => {
    const dni = { userDocumentType: "DNI", userDocumentNumber: "1234567" }
    expect((await api.create(dni)).json.data[0].field).toBe("userDocumentNumber")
    expect((await api.create({ ...dni, userDocumentNumber: "12345678" })).status).toBe(201)
  })

  it("speaks English when asked", async () => {
    const { json } = await api.create({ amount: null }, { "accept-language": "en-US" })
    expect(json.message).toBe("Request with invalid data.")
    expect(json.data[0].message).toBe("Required.")
  })

  it("is lenient by default and strict when told", async () => {
    const sparse = { userPhone: undefined, userCodeCountry: undefined, dateExpiry: undefined }
    const { json } = await api.create(sparse)
    const lifetime = Date.parse(json.data.dateExpiry) - Date.now()
    expect(Math.abs(lifetime - 4 * 3_600_000)).toBeLessThan(60_000)
    await sandbox.behave({ strict: true })
    const refused = await api.create(sparse)
    expect(refused.json.data.map(({ field }: Json) => field)).toEqual([
      "dateExpiry",
      "userPhone",
      "userCodeCountry",
      "Origin",
    ])
    expect((await api.create({}, { origin: "desktop" })).json.data[0].code).toBe(113)
    expect((await api.create({}, { origin: "web" })).status).toBe(201)
  })

  it("refuses another service with 508", async () => {
    const { status, json } = await api.create({ serviceId: 99 })
    expect([status, json.code]).toEqual([400, 508])
    expect((await api.create({ serviceId: 1234 })).status).toBe(201)
  })

  it("refuses more than the merchant's maximum with 511", async () => {
    await sandbox.behave({ maximumAmount: "500.00" })
    expect((await api.create({ amount: 500 })).status).toBe(201)
    const { status, json } = await api.create({ amount: 500.01 })
    expect([status, json.code]).toEqual([400, 511])
  })

  it.each(["2099-12-12T03:10:00-0500", "2099-12-12 03:10:00-05:00"])(
    "reads the date form %s",
    async (dateExpiry) => {
      const { json } = await api.create({ dateExpiry })
      expect(json.data.dateExpiry).toBe("2099-12-12T03:10:00-05:00")
    },
  )

  it("writes code and cip as strings when told", async () => {
    await sandbox.behave({ codeAs: "string", cipAs: "string" })
    const { json } = await api.create()
    expect(json.code).toBe("100")
    expect(typeof json.data.cip).toBe("string")
    expect((await api.create({ amount: 0 })).json.data[0].code).toBe("113")
  })
})

describe("bad requests", () => {
  it.each([
    ["malformed JSON", "{", "application/json", 400, 111],
    ["a list", "[]", "application/json", 400, 111],
    ["another content type", JSON.stringify(validCip()), "text/plain", 415, 415],
  ])("answers %s in the vendor's envelope", async (_, body, type, status, code) => {
    const answer = await api.call("POST", "/cips", body, { "content-type": type })
    expect(answer.status).toBe(status)
    expect(answer.json.code).toBe(code)
  })

  it("limits the body", async () => {
    const shell = JSON.stringify({ ...validCip(), other: "" }).length
    const sized = (bytes: number) => api.create({ other: "x".repeat(bytes - shell) })
    expect((await sized(MAX_API_BODY_BYTES)).status).toBe(201)
    expect((await sized(MAX_API_BODY_BYTES + 1)).status).toBe(413)
  })

  it("knows its paths and methods", async () => {
    expect((await api.call("GET", "/nothing")).status).toBe(404)
    const wrong = await api.call("GET", "/cips")
    expect(wrong.status).toBe(405)
    expect(wrong.headers.get("allow")).toBe("POST")
  })
})

describe("search, update and delete", () => {
  it("finds codes in the order asked, with an empty element for a stranger", async () => {
    const [one, two] = [await api.cip({ amount: 25 }), await api.cip({ transactionCode: "B" })]
    const { status, json, text } = await api.search(two, 7, Number(one))
    expect(status).toBe(200)
    expect(json.data[0].transactionCode).toBe("B")
    expect(json.data[1]).toEqual({})
    expect(json.data[2]).toEqual({
      cip: Number(one),
      transactionCode: "ORD-1001",
      amount: 25,
      currency: "PEN",
      status: 22,
      statusName: "Generado.",
      dateCreation: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d-05:00$/),
      dateExpiry: expect.stringMatching(/-05:00$/),
      datePayment: NEVER,
      dateRemoval: NEVER,
      token: sandbox.voucher(one)?.url.slice(-41, -5),
    })
    expect(text).toContain('"amount":25,')
    await sandbox.behave({ unknownCipAs: "empty_fields" })
    expect((await api.found("7")).datePayment).toBe(NEVER)
  })

  it("refuses empty, oversized and unreadable searches", async () => {
    await sandbox.behave({ searchLimit: 2 })
    expect((await api.search(1, 2)).status).toBe(200)
    expect((await api.search(1, 2, 3)).json.data[0]).toMatchObject({ field: "data", code: 113 })
    expect((await api.search()).status).toBe(400)
    expect((await api.search("x")).json.data[0].field).toBe("cip")
    expect((await api.call("POST", "/cips/search", {})).json.data[0].code).toBe(112)
  })

  it("shows each state by text and date", async () => {
    const cips = await Promise.all(
      ["P", "E", "D", "R"].map((transactionCode) => api.cip({ transactionCode })),
    )
    const [paid = "", expired = "", deleted = "", reversed = ""] = cips
    await sandbox.pay(paid)
    await sandbox.expire(expired)
    await api.call("DELETE", `/cips/${deleted}`)
    await sandbox.pay(reversed)
    await sandbox.reverse(reversed)
    const { json } = await api.search(...cips)
    expect(json.data.map(({ statusName }: Json) => statusName)).toEqual([
      "Cancelado.",
      "Expirado.",
      "Eliminado.",
      "Extornado.",
    ])
    expect(json.data.map(({ datePayment }: Json) => datePayment !== NEVER)).toEqual([
      true,
      false,
      false,
      true,
    ])
    expect(json.data[2].dateRemoval).not.toBe(NEVER)
    await sandbox.behave({ reversedAs: "generated" })
    expect(await api.found(reversed)).toMatchObject({ status: 22, datePayment: NEVER })
  })

  it("takes other status numbers and texts", async () => {
    const cip = await api.cip()
    const { statusNumbers, statusNames } = sandbox.switches()
    await sandbox.behave({
      statusNumbers: { ...statusNumbers, generated: 7 },
      statusNames: { ...statusNames, generated: "Vivo" },
    })
    expect(await api.found(cip)).toMatchObject({ status: 7, statusName: "Vivo" })
  })

  it("deletes only while the code waits", async () => {
    const cip = await api.cip()
    const first = await api.call("DELETE", `/cips/${cip}`)
    expect([first.status, first.json.code, first.json.data]).toEqual([200, 100, {}])
    const second = await api.call("DELETE", `/cips/${cip}`)
    expect([second.status, second.json.code]).toEqual([400, 111])
    const paid = await api.cip()
    await sandbox.pay(paid)
    expect((await api.call("DELETE", `/cips/${paid}`)).status).toBe(400)
    expect(sandbox.voucher(paid)?.status).toBe("paid")
    expect((await api.call("DELETE", "/cips/1")).status).toBe(400)
    await sandbox.behave({ refusal: { status: 409, code: 166 } })
    const switched = await api.call("DELETE", `/cips/${paid}`)
    expect([switched.status, switched.json.code]).toEqual([409, 166])
  })

  it("moves the deadline and revives an expired code", async () => {
    const cip = await api.cip()
    sandbox.clock.advance(2 * DAY_MS)
    expect((await api.found(cip)).statusName).toBe("Expirado.")
    const dateExpiry = limaDate(Date.now() + DAY_MS)
    const { status, json } = await api.call("PATCH", `/cips/${cip}`, { dateExpiry })
    expect([status, json.data]).toEqual([200, {}])
    expect(await api.found(cip)).toMatchObject({ status: 22, dateExpiry })
    const past = { dateExpiry: limaDate(Date.now() - 1_000) }
    expect((await api.call("PATCH", `/cips/${cip}`, past)).json.data[0].field).toBe("dateExpiry")
    await sandbox.pay(cip)
    expect((await api.call("PATCH", `/cips/${cip}`, { dateExpiry })).status).toBe(400)
  })
})

describe("clock", () => {
  it("ages the codes that exist and lets new ones start in the present", async () => {
    const old = await api.cip()
    sandbox.clock.advance(DAY_MS + 1_000)
    const young = await api.cip()
    expect(sandbox.voucher(old)?.status).toBe("expired")
    expect(sandbox.voucher(young)?.status).toBe("generated")
    expect(sandbox.clock.now().getTime() - Date.now()).toBeGreaterThan(DAY_MS)
    await sandbox.pay(old, { force: true })
    const { datePayment, dateExpiry } = await api.found(old)
    expect(Date.parse(datePayment)).toBeGreaterThanOrEqual(Date.parse(dateExpiry))
    await sandbox.pay(young)
    expect(Math.abs(Date.parse((await api.found(young)).datePayment) - Date.now())).toBeLessThan(
      60_000,
    )
  })

  it("can't go back", () => {
    expect(() => sandbox.clock.advance(-1)).toThrow(SandboxUsageError)
  })
})

describe("paying", () => {
  it("takes another amount, currency, bank and time", async () => {
    const cip = await api.cip()
    const paidAt = "2026-01-02T03:04:05.000Z"
    await sandbox.pay(cip, { channel: "agent", amount: "10.00", currency: "USD", paidAt })
    expect(await api.found(cip)).toMatchObject({
      amount: 10,
      currency: "USD",
      datePayment: "2026-01-01T22:04:05-05:00",
    })
    expect(sandbox.voucher(cip)?.payments).toMatchObject([
      { amount: "10.00", channel: "agent", bank: "KASNET", paidAt },
    ])
  })

  it("refuses what can't be, and does it when forced", async () => {
    const cip = await api.cip()
    await expect(sandbox.pay("1")).rejects.toThrow("no code with the CIP 1")
    await expect(sandbox.reverse(cip)).rejects.toThrow("is generated")
    await sandbox.expire(cip)
    await expect(sandbox.pay(cip)).rejects.toThrow("is expired and can't be paid")
    await sandbox.pay(cip, { force: true })
    await expect(sandbox.expire(cip)).rejects.toThrow("is paid")
    await sandbox.pay(cip, { force: true })
    expect(sandbox.voucher(cip)?.payments).toHaveLength(2)
    await expect(sandbox.pay(cip, { amount: "1.005" })).rejects.toThrow(/amount: .*found "1.005"/)
  })
})
