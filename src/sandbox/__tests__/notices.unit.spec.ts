import { createSandbox, SANDBOX_KEYS, signTestNotification } from "../index"
import type { Sandbox } from "../index"
import { noticeText } from "../notices/notice-text"
import { ApiClient, type Json } from "./api-client"
import { WebhookReceiver } from "./webhook-receiver"

const KEY = SANDBOX_KEYS.secretKey

let sandbox: Sandbox
let api: ApiClient
let shop: WebhookReceiver

beforeAll(async () => {
  sandbox = await createSandbox({ switches: { noticeRetryDelayMs: 0 } })
})
beforeEach(async () => {
  await sandbox.reset()
  shop = await new WebhookReceiver().start()
  sandbox.setWebhookUrl(shop.url)
  api = await new ApiClient(sandbox).login()
})
afterEach(() => shop.stop())
afterAll(() => sandbox.close())

function signatureOf(index = 0) {
  return shop.received[index]?.headers["pe-signature"]
}
function bodyOf(index = 0) {
  return shop.received[index]?.body ?? ""
}

describe("signTestNotification", () => {
  it.each([
    [
      '{"eventType":"cip.paid","operationNumber":"1253","data":{"cip":"11546901","currency":"PEN","amount":22.05}}',
      "6515ba7553f58fdeb42ece4fef1125d5a3116c0e7fe191cd4240796f2e42ec93",
    ],
    [
      '{"eventType":"cip.paid","operationNumber":"1255","data":{"cip":"11546903","currency":"PEN","amount":35.50,"paymentDate":"2025-01-15T11:02:07-05:00","transactionCode":"ORD-1001"}}',
      "891b3ba7b6b38dbab995b7e64976a5da164a416026dfc97c489f36b3cdbfc4a2",
    ],
    [
      '{"eventType":"cip.paid","operationNumber":"1254","data":{"cip":"11546902","currency":"PEN","amount":150.00}}',
      "25f8ec61492236d9ff1f67d032aedf39e22208bfd7aff298b4e2d11261d98ad3",
    ],
    [
      '{"eventType":"cip.paid","operationNumber":"1254","data":{"cip":"11546902","currency":"PEN","amount":150.0}}',
      "65fd381f2e9c2b7166df3716abc6ee4ae9313908fe84161fa83d23a76b553438",
    ],
    [
      '{"eventType":"cip.paid","operationNumber":"1254","data":{"cip":"11546902","currency":"PEN","amount":150}}',
      "2451956aa7687591aa3b299d85e3cc3f2c072fc2f9d4a34efee8f4ecc1911157",
    ],
  ])("signs %s as documented", (body, signature) => {
    expect(signTestNotification(body, KEY)).toBe(signature)
    expect(signTestNotification(Buffer.from(body), KEY)).toBe(signature)
  })
})

describe("the text of a notice", () => {
  const content = {
    eventType: "cip.paid",
    operationNumber: "1255",
    cip: "11546903",
    currency: "PEN",
    amount: "35.50",
    paymentDate: "2025-01-15T11:02:07-05:00",
    transactionCode: 'ORD-"1"',
  }

  it("is the documented one, letter for letter", () => {
    expect(noticeText(content, "v1", "compact")).toBe(
      '{"eventType":"cip.paid","operationNumber":"1255","data":{"cip":"11546903","currency":"PEN","amount":35.50}}',
    )
    expect(noticeText({ ...content, transactionCode: "ORD-1001" }, "full", "compact")).toBe(
      '{"eventType":"cip.paid","operationNumber":"1255","data":{"cip":"11546903","currency":"PEN","amount":35.50,"paymentDate":"2025-01-15T11:02:07-05:00","transactionCode":"ORD-1001"}}',
    )
  })

  it("indented is the same JSON", () => {
    const indented = noticeText(content, "full", "indented")
    expect(indented.split("\n")).toHaveLength(11)
    expect(JSON.parse(indented)).toEqual(JSON.parse(noticeText(content, "full", "compact")))
  })
})

describe("delivery", () => {
  it("announces a payment with a valid signature", async () => {
    const cip = await api.cip()
    await sandbox.pay(cip)
    const delivery = await sandbox.waitForDelivery((one) => one.cip === cip)
    expect(delivery).toMatchObject({
      outcome: "accepted",
      status: 200,
      answer: "said 200",
      attempt: 1,
    })
    expect(bodyOf()).toContain('"amount":69.90,')
    expect(JSON.parse(bodyOf())).toMatchObject({
      eventType: "cip.paid",
      data: { cip, currency: "PEN", transactionCode: "ORD-1001" },
    })
    expect(signatureOf()).toBe(signTestNotification(bodyOf(), KEY))
    expect(shop.received[0]?.headers["content-type"]).toBe("application/json")
  })

  it("sends the old form, indented, with charset and upper-case hex when told", async () => {
    await sandbox.behave({
      noticeLayout: "indented",
      noticeCharset: true,
      noticeUpperCaseSignature: true,
    })
    const cip = await api.cip()
    await sandbox.pay(cip, { notice: "v1" })
    await sandbox.drain()
    expect(bodyOf()).toContain('\n    "amount": 69.90\n')
    expect(Object.keys(JSON.parse(bodyOf()).data)).toEqual(["cip", "currency", "amount"])
    const compact = bodyOf().replace(/\s+/g, "")
    expect(signatureOf()).toBe(signTestNotification(compact, KEY).toUpperCase())
    expect(shop.received[0]?.headers["content-type"]).toBe("application/json; charset=utf-8")
  })

  it.each([
    ["an error", 500],
    ["a redirect", 302],
    ["a success other than 200", 204],
    ["a broken connection", "break"],
  ] as const)("tries exactly once more after %s", async (_, answer) => {
    shop.answers = [answer, answer, answer]
    await sandbox.pay(await api.cip())
    await sandbox.drain()
    expect(sandbox.deliveries.map(({ attempt }) => attempt)).toEqual([1, 2])
    expect(bodyOf(1)).toBe(bodyOf(0))
  })

  it("stops after a success and gives up a webhook that never answers", async () => {
    shop.answers = [503]
    await sandbox.pay(await api.cip())
    await sandbox.drain()
    expect(sandbox.deliveries.map(({ outcome }) => outcome)).toEqual(["refused", "accepted"])
    await sandbox.behave({ noticeTimeoutMs: 50 })
    shop.answers = ["silent", "silent"]
    const cip = await api.cip()
    await sandbox.pay(cip)
    await sandbox.drain()
    const late = sandbox.deliveries.filter((one) => one.cip === cip)
    expect(late.map(({ outcome }) => outcome)).toEqual(["failed", "failed"])
    expect(late[0]?.error).toMatch(/timeout/i)
  })

  it("sends copies one after another or at once", async () => {
    await sandbox.pay(await api.cip(), { copies: 2 })
    await sandbox.drain()
    expect(shop.received).toHaveLength(2)
    expect(shop.peak).toBe(1)
    await sandbox.pay(await api.cip(), { copies: 30, concurrently: true })
    await sandbox.drain()
    expect(shop.received).toHaveLength(32)
    expect(shop.peak).toBeGreaterThan(1)
  })

  it("sends late", async () => {
    const cip = await api.cip()
    const started = performance.now()
    await sandbox.pay(cip, { delayMs: 150 })
    await sandbox.waitForDelivery(() => true)
    expect(performance.now() - started).toBeGreaterThanOrEqual(145)
  })

  it("holds notices back and releases them in the other order", async () => {
    await sandbox.behave({ noticesHeld: true })
    const cips = [await api.cip(), await api.cip(), await api.cip()]
    for (const cip of cips) {
      await sandbox.pay(cip)
    }
    await sandbox.drain()
    expect(shop.received).toHaveLength(0)
    expect(await sandbox.releaseNotices("newest_first")).toBe(3)
    expect(shop.received.map(({ body }) => JSON.parse(body).data.cip)).toEqual(cips.reverse())
  })

  it("keeps silent when told, and says so", async () => {
    await sandbox.pay(await api.cip(), { notice: "none" })
    expect(sandbox.deliveries).toEqual([])
    await sandbox.behave({ noticesSuppressed: true })
    await sandbox.pay(await api.cip())
    sandbox.setWebhookUrl(null)
    await sandbox.behave({ noticesSuppressed: false })
    await sandbox.pay(await api.cip())
    await sandbox.drain()
    expect(sandbox.deliveries.map(({ outcome }) => outcome)).toEqual(["suppressed", "no_webhook"])
    expect(shop.received).toHaveLength(0)
  })

  it("signs wrongly or not at all", async () => {
    await sandbox.pay(await api.cip(), { signature: "wrong" })
    await sandbox.drain()
    expect(signatureOf()).toMatch(/^[0-9a-f]{64}$/)
    expect(signatureOf()).not.toBe(signTestNotification(bodyOf(), KEY))
    await sandbox.pay(await api.cip(), { signature: "missing" })
    await sandbox.drain()
    expect(signatureOf(1)).toBeUndefined()
  })

  it("sends what never happened", async () => {
    const cip = await api.cip()
    await sandbox.notify({ cip: "7654321" })
    await sandbox.notify({ cip, eventType: "cip.expired" })
    await sandbox.notify({ cip, amount: "1.00", currency: "USD" })
    await sandbox.drain()
    const bodies = shop.received.map(({ body }) => JSON.parse(body))
    const of = (test: (body: Json) => boolean) => bodies.find(test)
    expect(of(({ data }) => data.cip === "7654321")?.data.transactionCode).toBe("FOREIGN-1")
    expect(of(({ eventType }) => eventType === "cip.expired")?.data.amount).toBe(69.9)
    expect(of(({ data }) => data.currency === "USD")?.data.amount).toBe(1)
    expect(sandbox.voucher(cip)?.status).toBe("generated")
    await expect(sandbox.notify({ cip: "x" })).rejects.toThrow(/cip: .*found "x"/)
  })

  it("announces a reversal only when told", async () => {
    const cip = await api.cip()
    await sandbox.pay(cip, { notice: "none" })
    await sandbox.reverse(cip)
    await sandbox.drain()
    expect(shop.received).toHaveLength(0)
    await sandbox.behave({ reversalEventType: "cip.reversed" })
    await sandbox.pay(cip, { force: true, notice: "none" })
    await sandbox.reverse(cip)
    await sandbox.drain()
    expect(JSON.parse(bodyOf()).eventType).toBe("cip.reversed")
  })

  it("tells what it saw when a delivery does not come", async () => {
    const cip = await api.cip()
    await sandbox.pay(cip)
    await sandbox.drain()
    await expect(sandbox.waitForDelivery((one) => one.attempt === 2, 20)).rejects.toThrow(
      `No such delivery within 20 ms. Delivered: cip.paid ${cip} attempt 1 accepted 200`,
    )
  })

  it("breaks pending notices off at a reset", async () => {
    await sandbox.pay(await api.cip(), { delayMs: 60_000 })
    await sandbox.reset()
    await sandbox.drain()
    expect(shop.received).toHaveLength(0)
    expect(sandbox.vouchers()).toEqual([])
  })
})
