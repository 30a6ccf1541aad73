import { signTestNotification } from "../../src/sandbox"
import { MAX_NOTICE_BYTES } from "../../src/api/notices/limits"
import { booksOf } from "../support/books"
import { BOOT_TIMEOUT_MS, bootShop, type BootedShop } from "../support/booted-shop"
import { eventually } from "../support/eventually"
import { voucherOf, type Order, type Shopper, type Voucher } from "../support/shopper"

let shop: BootedShop
let shopper: Shopper

beforeAll(async () => {
  shop = await bootShop()
  shopper = shop.shopper
}, BOOT_TIMEOUT_MS)

afterAll(() => shop?.close())

interface NoticeRow {
  status: string
  outcome: string | null
  verdict: string
  deliveries: number
  raw_body: string
  headers: Record<string, string>
}

function storedNotices(cip: string): Promise<NoticeRow[]> {
  return shop.database.query<NoticeRow>(
    "SELECT * FROM pagoefectivo_notice WHERE raw_body LIKE $1 ORDER BY received_at",
    [`%${cip}%`],
  )
}

async function processedNotice(cip: string): Promise<NoticeRow> {
  const [notice] = await eventually(
    () => storedNotices(cip),
    (rows) => rows.length > 0 && rows.every(({ status }) => status !== "received"),
    { what: `the processed notice of code ${cip}` },
  )
  return notice!
}

async function rejections(reason: string): Promise<number> {
  const [row] = await shop.database.query<{ count: string | null }>(
    "SELECT sum(count) AS count FROM pagoefectivo_notice_rejection WHERE reason = $1",
    [reason],
  )
  return Number(row?.count ?? 0)
}

/** Waits until the order is paid, and checks that it was booked once. */
async function paidOnce(order: Order): Promise<void> {
  await eventually(
    () => booksOf(shop.database, order.id),
    ({ transactions }) => transactions > 0,
    { what: `the payment of order ${order.id}` },
  )
  await expectBooks(order, 1)
  await eventually(
    () => shopper.order(order.id),
    (found) => found.payment_status === "captured" && voucherOf(found).status === "paid",
    { what: `the paid code of order ${order.id}` },
  )
}

async function expectBooks(order: Order, times: 0 | 1): Promise<void> {
  expect(await booksOf(shop.database, order.id)).toEqual({
    payments: times,
    captures: times,
    transactions: times,
  })
}

function noticeOf(voucher: Pick<Voucher, "cip">, changes: Record<string, string> = {}): string {
  const { eventType = "cip.paid", currency = "PEN", amount = "79.90" } = changes
  return `{"eventType":"${eventType}","operationNumber":"7001","data":{"cip":"${voucher.cip}","currency":"${currency}","amount":${amount}}}`
}

function sign(body: string): string {
  return signTestNotification(body, shop.sandbox.credentials.secretKey)
}

/** Sends a notice as its bytes stand; without `contentType` the header is left out. */
async function send(
  body: string | Buffer,
  { signature, contentType }: { signature?: string; contentType?: string },
): Promise<{ status: number; text: string }> {
  const response = await fetch(shop.store.webhookUrl, {
    method: "POST",
    headers: {
      ...(contentType === undefined ? {} : { "content-type": contentType }),
      ...(signature === undefined ? {} : { "pe-signature": signature }),
    },
    // Bytes have no content type of their own, a text would be given one.
    body: Buffer.from(body),
  })
  return { status: response.status, text: await response.text() }
}

const json = "application/json"

describe("a notice that PagoEfectivo did not sign", () => {
  it.each([
    ["forged", () => "a".repeat(64)],
    ["signed for another body", () => sign("{}")],
    ["unsigned", () => undefined],
    ["signed with nonsense", () => "not hex at all"],
  ])("is refused with 401, counted, and changes nothing: %s", async (_, signatureOf) => {
    const { order, voucher } = await shopper.placeOrder()
    await shop.sandbox.pay(voucher.cip, { notice: "none" })
    const [before, asked] = [await rejections("signature"), shop.sandbox.requests.length]
    const answer = await send(noticeOf(voucher), { contentType: json, signature: signatureOf() })
    expect(answer.status).toBe(401)
    expect(JSON.parse(answer.text)).toMatchObject({ type: "unauthorized" })
    expect(await rejections("signature")).toBe(before + 1)
    expect(await storedNotices(voucher.cip)).toEqual([])
    expect(shop.sandbox.requests).toHaveLength(asked)
    await expectBooks(order, 0)
  })
})

describe("a signed notice", () => {
  it.each([
    ["with five fields", { noticeForm: "full" }],
    ["with three fields", { noticeForm: "v1" }],
    ["indented, signed over the compact text", { noticeLayout: "indented" }],
    ["signed in upper-case hex", { noticeUpperCaseSignature: true }],
    ["with a charset in its content type", { noticeCharset: true }],
  ] as const)("pays its order: %s", async (_, switches) => {
    await shop.sandbox.behave(switches)
    const { order, voucher } = await shopper.placeOrder()
    await shop.sandbox.pay(voucher.cip)
    await shop.sandbox.behave({
      noticeForm: "full",
      noticeLayout: "compact",
      noticeUpperCaseSignature: false,
      noticeCharset: false,
    })
    await paidOnce(order)
    expect(await processedNotice(voucher.cip)).toMatchObject({
      status: "processed",
      outcome: "captured",
      verdict: "authentic",
    })
  })

  it.each([
    ["text/plain", "text/plain"],
    ["no content type", undefined],
    ["application/octet-stream", "application/octet-stream"],
    ["application/x-www-form-urlencoded", "application/x-www-form-urlencoded"],
    ["an unknown content type", "application/vnd.pagoefectivo"],
  ])("pays its order whatever its content type: %s", async (_, contentType) => {
    const { order, voucher } = await shopper.placeOrder()
    await shop.sandbox.pay(voucher.cip, { notice: "none" })
    const body = noticeOf(voucher)
    expect(await send(body, { contentType, signature: sign(body) })).toMatchObject({ status: 200 })
    await paidOnce(order)
  })

  it("is stored as it came, without headers that are none of its business", async () => {
    const { voucher } = await shopper.placeOrder()
    const body = noticeOf(voucher)
    const response = await fetch(shop.store.webhookUrl, {
      method: "POST",
      headers: {
        "content-type": json,
        "pe-signature": sign(body),
        cookie: "connect.sid=secret",
        authorization: "Bearer secret",
      },
      body,
    })
    expect(response.status).toBe(200)
    const [stored] = await storedNotices(voucher.cip)
    expect(stored?.raw_body).toBe(body)
    expect(Object.keys(stored!.headers).sort()).toEqual(
      ["content-type", "pe-signature", "user-agent"].sort(),
    )
  })

  it("goes on to the platform's own hook", async () => {
    const { voucher } = await shopper.placeOrder()
    const body = noticeOf(voucher)
    const answer = await send(body, { contentType: json, signature: sign(body) })
    expect(answer).toEqual({ status: 200, text: "OK" })
  })

  it("is stored without effect when its event is unknown", async () => {
    const { order, voucher } = await shopper.placeOrder()
    await shop.sandbox.pay(voucher.cip, { notice: "none" })
    const asked = shop.sandbox.requests.length
    const body = noticeOf(voucher, { eventType: "cip.refunded" })
    expect((await send(body, { contentType: json, signature: sign(body) })).status).toBe(200)
    expect(await storedNotices(voucher.cip)).toMatchObject([
      { status: "ignored", outcome: "no_effect", verdict: "authentic" },
    ])
    expect(shop.sandbox.requests).toHaveLength(asked)
    await expectBooks(order, 0)
  })

  it("is kept for a person when it can't be read", async () => {
    const body = `{"message":"unreadable ${Date.now()}"}`
    expect((await send(body, { contentType: json, signature: sign(body) })).status).toBe(200)
    const rows = await shop.database.query(
      "SELECT * FROM pagoefectivo_notice WHERE raw_body = $1",
      [body],
    )
    expect(rows).toMatchObject([{ verdict: "unreadable", status: "failed" }])
  })

  it.each([
    ["in one piece", json],
    ["as a stream that nobody has read", "application/octet-stream"],
  ])("is refused with 413 above the limit and accepted at it: %s", async (_, contentType) => {
    const padded = (bytes: number) => {
      const frame = '{"eventType":"cip.size","note":""}'
      return frame.replace('""', `"${"x".repeat(bytes - frame.length)}"`)
    }
    const [fits, tooLarge] = [padded(MAX_NOTICE_BYTES), padded(MAX_NOTICE_BYTES + 1)]
    expect((await send(fits, { contentType, signature: sign(fits) })).status).toBe(200)
    expect((await send(tooLarge, { contentType, signature: sign(tooLarge) })).status).toBe(413)
    const [stored] = await shop.database.query<{ longest: number }>(
      "SELECT max(octet_length(raw_body)) AS longest FROM pagoefectivo_notice",
    )
    expect(stored?.longest).toBe(MAX_NOTICE_BYTES)
  })
})

describe("a notice that does not fit", () => {
  it("is stored and left alone when its code is not this store's", async () => {
    await shop.sandbox.notify({ cip: "99887766", notice: "full" })
    expect(await processedNotice("99887766")).toMatchObject({
      status: "ignored",
      outcome: "not_ours",
    })
  })

  it("pays nothing while the gateway does not confirm it", async () => {
    const { order, voucher } = await shopper.placeOrder()
    await shop.sandbox.notify({ cip: voucher.cip })
    const [notice] = await eventually(
      () =>
        shop.database.query<{ tries: number; status: string; last_error: string }>(
          "SELECT tries, status, last_error FROM pagoefectivo_notice WHERE gateway_id = $1",
          [voucher.cip],
        ),
      ([row]) => (row?.tries ?? 0) > 0,
      { what: "the first try" },
    )
    expect(notice).toMatchObject({
      status: "received",
      last_error: "The gateway does not show this payment yet",
    })
    await expectBooks(order, 0)
  })

  it.each([
    ["amount", { amount: "7.99" }, "amount_mismatch", { amount: "7.99", currency_code: "pen" }],
    [
      "currency",
      { currency: "USD" },
      "currency_mismatch",
      { amount: "79.90", currency_code: "usd" },
    ],
  ] as const)("opens a case and captures nothing: another %s was paid", async (...row) => {
    const [, payment, reason, actual] = row
    const { order, voucher } = await shopper.placeOrder()
    await shop.sandbox.pay(voucher.cip, payment)
    const [found] = await eventually(
      () =>
        shop.database.query("SELECT * FROM pagoefectivo_case WHERE voucher_id = $1", [voucher.id]),
      (rows) => rows.length > 0,
      { what: "the case" },
    )
    expect(found).toMatchObject({
      reason,
      status: "open",
      order_id: order.id,
      expected: { amount: "79.90", currency_code: "pen" },
      actual,
    })
    await processedNotice(voucher.cip)
    await expectBooks(order, 0)
    expect((await shopper.order(order.id)).payment_status).toBe("awaiting")
  })

  it("believes the gateway and not the notice about the amount", async () => {
    const { order, voucher } = await shopper.placeOrder()
    await shop.sandbox.pay(voucher.cip, { notice: "none" })
    await shop.sandbox.notify({ cip: voucher.cip, amount: "0.01", currency: "USD" })
    await paidOnce(order)
  })
})

describe("a notice that comes more than once", () => {
  it("captures once when it comes thirty times at once", async () => {
    const { order, voucher } = await shopper.placeOrder()
    await shop.sandbox.pay(voucher.cip, { copies: 30, concurrently: true })
    await shop.sandbox.drain()
    const outcomes = shop.sandbox.deliveries.filter(({ cip }) => cip === voucher.cip)
    expect(outcomes).toHaveLength(30)
    expect(new Set(outcomes.map(({ status }) => status))).toEqual(new Set([200]))
    await paidOnce(order)
    await processedNotice(voucher.cip)
    expect(await storedNotices(voucher.cip)).toMatchObject([{ deliveries: 30 }])
    await expectBooks(order, 1)
  })

  it("captures once when thirty different notices of one payment come at once", async () => {
    const { order, voucher } = await shopper.placeOrder()
    await shop.sandbox.pay(voucher.cip, { notice: "none" })
    const bodies = Array.from({ length: 30 }, (_, n) =>
      noticeOf(voucher).replace('"7001"', `"${8000 + n}"`),
    )
    const answers = await Promise.all(
      bodies.map((body) => send(body, { contentType: json, signature: sign(body) })),
    )
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    await paidOnce(order)
    await processedNotice(voucher.cip)
    await expectBooks(order, 1)
  })
})

describe("the platform's own handling", () => {
  it("gets every notice that was let through, no refused one, and captures nothing twice", async () => {
    const { order, voucher } = await shopper.placeOrder()
    await shop.sandbox.pay(voucher.cip, { copies: 3 })
    await paidOnce(order)
    await platformIsDone()
    await expectBooks(order, 1)
    const [twice] = await shop.database.query(
      "SELECT payment_id FROM capture GROUP BY payment_id HAVING count(*) > 1",
    )
    expect(twice).toBeUndefined()
  })
})

describe("a notice that can't be stored", () => {
  it("is answered with 5xx, and the gateway's second attempt pays the order", async () => {
    const { order, voucher } = await shopper.placeOrder()
    await shop.database.query("ALTER TABLE pagoefectivo_notice RENAME TO pagoefectivo_notice_gone")
    try {
      await shop.sandbox.pay(voucher.cip)
      const first = await shop.sandbox.waitForDelivery(({ cip }) => cip === voucher.cip)
      expect(first.status).toBe(503)
      expect(first.answer).not.toMatch(/pagoefectivo_notice/)
    } finally {
      await shop.database.query(
        "ALTER TABLE pagoefectivo_notice_gone RENAME TO pagoefectivo_notice",
      )
    }
    await paidOnce(order)
    expect(shop.sandbox.deliveries.filter(({ cip }) => cip === voucher.cip)).toMatchObject([
      { attempt: 1, status: 503 },
      { attempt: 2, status: 200 },
    ])
  })
})

/** How often the platform's own event for payment hooks was handled so far, by the store's log. */
function platformEvents(): number {
  return shop.store.log().match(/Processing payment\.webhook_received/g)?.length ?? 0
}

/**
 * Waits until the platform has handled each notice that was let through to it, which it does seconds
 * after its answer, and no other.
 */
async function platformIsDone(): Promise<void> {
  const [row] = await shop.database.query<{ total: string }>(
    "SELECT sum(deliveries) AS total FROM pagoefectivo_notice",
  )
  const expected = Number(row?.total)
  await eventually(
    async () => platformEvents(),
    (count) => count >= expected,
    { what: `the platform's own handling of ${expected} notices` },
  )
  expect(platformEvents()).toBe(expected)
}
