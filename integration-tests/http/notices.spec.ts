import { randomBytes } from "node:crypto"
import type { AdminSummaryResponse } from "../../src/http-types"
import { MAX_NOTICE_BYTES } from "../../src/api/notices/limits"
import { WORKFLOW_LIMITS } from "../../src/workflows/limits"
import { booksOf } from "../support/books"
import { BOOT_TIMEOUT_MS, bootSharedShop, type SharedShop } from "../support/booted-shop"
import { eventually } from "../support/eventually"
import {
  DIRECT,
  GATEWAYS,
  MERCADO_PAGO,
  type GatewayProfile,
  type NoticeOnWire,
} from "../support/gateways"
import { voucherOf, type Order, type Shopper, type Voucher } from "../support/shopper"

let shop: SharedShop
/** A guest of the gateway that the tests are about. */
let shopper: Shopper

beforeAll(async () => {
  shop = await bootSharedShop()
}, BOOT_TIMEOUT_MS)

afterAll(() => shop?.close())

interface NoticeRow {
  status: string
  outcome: string | null
  tries: number
  verdict: string
  deliveries: number
  raw_body: string
  headers: Record<string, string>
}

function storedNotices(gateway: GatewayProfile, gatewayId: string): Promise<NoticeRow[]> {
  return shop.database.query<NoticeRow>(
    `SELECT * FROM pagoefectivo_notice WHERE provider_id = $1 AND raw_body LIKE $2
      ORDER BY received_at`,
    [gateway.providerId, `%"${gatewayId}"%`],
  )
}

/** Waits for a notice of this payment that came to this end; another may only say that a code was made. */
async function noticeThatEnded(
  gateway: GatewayProfile,
  gatewayId: string,
  outcome: string,
): Promise<NoticeRow> {
  const rows = await eventually(
    () => storedNotices(gateway, gatewayId),
    (found) => found.some((row) => row.outcome === outcome),
    { what: `a notice of payment ${gatewayId} that ended as ${outcome}` },
  )
  return rows.find((row) => row.outcome === outcome)!
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

/** Sends a notice as its bytes stand; `null` leaves the content type out. */
async function send(
  { url, headers, body }: NoticeOnWire,
  contentType: string | null = json,
): Promise<{ status: number; text: string }> {
  const { "content-type": _own, ...others } = headers
  const response = await fetch(url, {
    method: "POST",
    headers: { ...others, ...(contentType === null ? {} : { "content-type": contentType }) },
    // Bytes have no content type of their own, a text would be given one.
    body: Buffer.from(body),
  })
  return { status: response.status, text: await response.text() }
}

const json = "application/json"

describe.each(GATEWAYS)("a notice through $name", (gateway: GatewayProfile) => {
  beforeAll(() => {
    shopper = shop.shopperOf(gateway)
  })

  const address = () => ({ sandbox: shop.sandbox, storeUrl: shop.store.url })
  const gatewayIdOf = ({ cip }: Pick<Voucher, "cip">) =>
    gateway.gatewayIdOf(shop.sandbox.voucher(cip) ?? { cip, paymentId: null })
  const noticeOf = (voucher: Pick<Voucher, "cip">, number?: number) =>
    gateway.notice(address(), { gatewayId: gatewayIdOf(voucher), number })

  /** Without the notice that a code was made, which some gateways send. */
  async function placeQuietly() {
    await shop.sandbox.behave({ mercadoPago: { createdNotices: false } })
    const placed = await shopper.placeOrder()
    await shop.sandbox.behave({ mercadoPago: { createdNotices: true } })
    return placed
  }

  describe("that the gateway did not sign", () => {
    it("is refused with 401, counted, and changes nothing", async () => {
      const { order, voucher } = await placeQuietly()
      await shop.sandbox.pay(voucher.cip, { notice: "none" })
      for (const [name, forge] of gateway.forgeries) {
        const [before, asked] = [await rejections("signature"), shop.sandbox.requests.length]
        const answer = await send(forge(noticeOf(voucher)))
        expect([name, answer.status]).toEqual([name, 401])
        expect(JSON.parse(answer.text)).toMatchObject({ type: "unauthorized" })
        expect(await rejections("signature")).toBe(before + 1)
        expect(await storedNotices(gateway, gatewayIdOf(voucher))).toEqual([])
        expect(shop.sandbox.requests).toHaveLength(asked)
      }
      await expectBooks(order, 0)
    })
  })

  describe("that is signed", () => {
    it.each(gateway.noticeStyles)("pays its order: %s", async (_, on, off) => {
      await shop.sandbox.behave(on)
      const { order, voucher } = await shopper.placeOrder()
      await shop.sandbox.pay(voucher.cip)
      await paidOnce(order)
      await shop.sandbox.drain()
      await shop.sandbox.behave(off)
      expect(await noticeThatEnded(gateway, gatewayIdOf(voucher), "captured")).toMatchObject({
        status: "processed",
        verdict: "authentic",
      })
    })

    it.each([
      ["text/plain", "text/plain"],
      ["no content type", null],
      ["application/octet-stream", "application/octet-stream"],
      ["application/x-www-form-urlencoded", "application/x-www-form-urlencoded"],
      ["an unknown content type", "application/vnd.pagoefectivo"],
    ])("pays its order whatever its content type: %s", async (_, contentType) => {
      const { order, voucher } = await shopper.placeOrder()
      await shop.sandbox.pay(voucher.cip, { notice: "none" })
      expect(await send(noticeOf(voucher), contentType)).toMatchObject({ status: 200 })
      await paidOnce(order)
    })

    it("is stored as it came, without headers that are none of its business", async () => {
      const { voucher } = await placeQuietly()
      const { url, headers, body } = noticeOf(voucher)
      const response = await fetch(url, {
        method: "POST",
        headers: { ...headers, cookie: "connect.sid=secret", authorization: "Bearer secret" },
        body,
      })
      expect(response.status).toBe(200)
      const [stored] = await storedNotices(gateway, gatewayIdOf(voucher))
      expect(stored?.raw_body).toBe(body)
      expect(Object.keys(stored!.headers).sort()).toEqual(
        ["content-type", "user-agent", ...gateway.signatureHeaders].sort(),
      )
    })

    it("goes on to the platform's own hook", async () => {
      const { voucher } = await shopper.placeOrder()
      expect(await send(noticeOf(voucher))).toEqual({ status: 200, text: "OK" })
    })

    it("is stored without effect when its event is unknown", async () => {
      const { order, voucher } = await placeQuietly()
      await shop.sandbox.pay(voucher.cip, { notice: "none" })
      const asked = shop.sandbox.requests.length
      const gatewayId = gatewayIdOf(voucher)
      expect((await send(gateway.otherEvent(address(), { gatewayId }))).status).toBe(200)
      expect(await storedNotices(gateway, gatewayId)).toMatchObject([
        { status: "ignored", outcome: "no_effect", verdict: "authentic" },
      ])
      expect(shop.sandbox.requests).toHaveLength(asked)
      await expectBooks(order, 0)
    })

    it("counts under every spelling of the address that the platform takes", async () => {
      const hook = /\/hooks\/payment\/([^?]+)/
      const spellings = ["/hooks/payment/pp_$1", "/Hooks/Payment/$1", "/hooks/payment/$1/"]
      const { order, voucher } = await placeQuietly()
      await shop.sandbox.pay(voucher.cip, { notice: "none" })
      for (const spelling of spellings) {
        const notice = noticeOf(voucher)
        const answer = await send({ ...notice, url: notice.url.replace(hook, spelling) })
        expect([spelling, answer.status]).toEqual([spelling, 200])
      }
      const shouted = noticeOf(voucher)
      const upperCase = shouted.url.replace(hook, (path) => path.toUpperCase())
      expect((await send({ ...shouted, url: upperCase })).status).toBe(200)
      expect(await storedNotices(gateway, gatewayIdOf(voucher))).toMatchObject([{ deliveries: 4 }])
      await paidOnce(order)
      const forged = gateway.forgeries[0]![1](noticeOf(voucher))
      const answer = await send({ ...forged, url: forged.url.replace(hook, spellings[0]!) })
      expect(answer.status).toBe(401)
    })

    it("is refused where the store has no such provider, and never answered 200 unseen", async () => {
      const { url, ...notice } = gateway.otherEvent(address(), { gatewayId: "1" })
      const elsewhere = url.replace(/pagoefectivo_[a-z]+/, "pagoefectivo_nowhere")
      expect((await send({ url: elsewhere, ...notice })).status).toBe(404)
    })

    it("is refused for good when the database can't hold its characters", async () => {
      const notice = gateway.otherEvent(address(), { gatewayId: "1" })
      const mark = notice.url.includes("?") ? "&" : "?"
      const before = await rejections("characters")
      const answer = await send({ ...notice, url: `${notice.url}${mark}note=%00` })
      expect([answer.status, await rejections("characters")]).toEqual([400, before + 1])
    })

    it("is kept for a person when it can't be read", async () => {
      const notice = gateway.unreadable(address())
      expect((await send(notice)).status).toBe(200)
      const rows = await shop.database.query(
        "SELECT * FROM pagoefectivo_notice WHERE raw_body = $1",
        [notice.body],
      )
      expect(rows).toMatchObject([{ verdict: "unreadable", status: "failed" }])
    })

    it.each([
      ["in one piece", json],
      ["as a stream that nobody has read", "application/octet-stream"],
    ])("is refused with 413 above the limit and accepted at it: %s", async (_, contentType) => {
      const sized = (bytes: number) => gateway.otherEvent(address(), { gatewayId: "1", bytes })
      expect((await send(sized(MAX_NOTICE_BYTES), contentType)).status).toBe(200)
      expect((await send(sized(MAX_NOTICE_BYTES + 1), contentType)).status).toBe(413)
      const [stored] = await shop.database.query<{ longest: number }>(
        "SELECT max(octet_length(raw_body)) AS longest FROM pagoefectivo_notice",
      )
      expect(stored?.longest).toBe(MAX_NOTICE_BYTES)
    })
  })

  describe("by which the store tests its own hook", () => {
    const testId = () => randomBytes(16).toString("hex")
    const stored = (id: string) =>
      shop.database.query<NoticeRow & { id: string; voucher_id: string | null }>(
        "SELECT * FROM pagoefectivo_notice WHERE operation_number = $1",
        [id],
      )
    const lastNotice = async () =>
      (await shop.admin.must<AdminSummaryResponse>("/admin/pagoefectivo/summary")).summary
        .last_notice_at

    it("is stored as a test, is not processed, and is not taken for the gateway's last word", async () => {
      const before = await lastNotice()
      const id = testId()
      expect(await send(gateway.testOfStore(address(), id))).toMatchObject({ status: 200 })
      await shop.store.runJob("process-inbox")
      expect(await stored(id)).toMatchObject([
        { status: "ignored", outcome: "test", verdict: "authentic", voucher_id: null, tries: 0 },
      ])
      expect(await lastNotice()).toBe(before)
    })

    it("only counts when it is sent again, and can't be processed by a person", async () => {
      const id = testId()
      const notice = gateway.testOfStore(address(), id)
      await send(notice)
      await send(notice)
      const rows = await stored(id)
      expect(rows).toMatchObject([{ deliveries: 2, outcome: "test" }])
      const replay = await shop.admin.call<{ type: string; message: string }>(
        `/admin/pagoefectivo/notifications/${rows[0]!.id}/replay`,
        { body: {} },
      )
      expect([replay.status, replay.body]).toEqual([
        400,
        {
          type: "not_allowed",
          message: expect.stringContaining("test"),
          code: "notice_is_test",
          values: { id: rows[0]!.id },
        },
      ])
      expect(await stored(id)).toMatchObject([{ status: "ignored", outcome: "test" }])
    })

    it("pays nothing when it is made to speak of a code that waits", async () => {
      const { order, voucher } = await placeQuietly()
      await shop.sandbox.pay(voucher.cip, { notice: "none" })
      const id = testId()
      const test = gateway.testOfStore(address(), id)
      const real = noticeOf(voucher)
      // Whatever the signature covers can't be changed; what it does not cover changes nothing.
      const answers = [
        await send({ ...test, body: real.body }),
        await send({ ...real, headers: test.headers }),
      ]
      const made = await stored(id)
      expect(answers.map(({ status }) => status)).toEqual([made.length ? 200 : 401, 401])
      expect(made.map(({ outcome }) => outcome)).toEqual(made.map(() => "test"))
      expect(await storedNotices(gateway, gatewayIdOf(voucher))).toHaveLength(made.length)
      await shop.store.runJob("process-inbox")
      await expectBooks(order, 0)
    })
  })

  describe("that does not fit", () => {
    it("is stored and left alone when its code is not this store's", async () => {
      expect((await send(noticeOf({ cip: "99887766" }))).status).toBe(200)
      expect(await noticeThatEnded(gateway, "99887766", "not_ours")).toMatchObject({
        status: "ignored",
      })
    })

    it("pays nothing while the gateway does not confirm it", async () => {
      const { order, voucher } = await placeQuietly()
      await send(noticeOf(voucher))
      const [notice] = await eventually(
        () =>
          shop.database.query<{ tries: number; status: string; last_error: string }>(
            "SELECT tries, status, last_error FROM pagoefectivo_notice WHERE gateway_id = $1",
            [gatewayIdOf(voucher)],
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

    it("is asked about until it is confirmed, or a few times if it claims no payment", async () => {
      const { order, voucher } = await placeQuietly()
      await send(noticeOf(voucher))
      const tries = async () => {
        await shop.database.query(
          "UPDATE pagoefectivo_notice SET next_try_at = now() WHERE status = 'received'",
        )
        await shop.store.runJob("process-inbox")
        const [row] = await storedNotices(gateway, gatewayIdOf(voucher))
        return row!
      }
      const row = await eventually(
        tries,
        (found) => found.status !== "received" || found.tries >= WORKFLOW_LIMITS.triesOfThinNotice,
        { what: "the tries" },
      )
      expect(row).toMatchObject(
        gateway.noticesClaimPayment
          ? { status: "received", outcome: null }
          : { status: "processed", outcome: "waiting" },
      )
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
          shop.database.query("SELECT * FROM pagoefectivo_case WHERE voucher_id = $1", [
            voucher.id,
          ]),
        (rows) => rows.length > 0,
        { what: "the case" },
      )
      expect(found).toMatchObject({
        reason,
        status: "open",
        order_id: order.id,
        provider_id: gateway.providerId,
        expected: { amount: "79.90", currency_code: "pen" },
        actual,
      })
      await expectBooks(order, 0)
      expect((await shopper.order(order.id)).payment_status).toBe("awaiting")
    })
  })

  describe("that comes more than once", () => {
    it("captures once when it comes thirty times at once", async () => {
      const { order, voucher } = await placeQuietly()
      await shop.sandbox.pay(voucher.cip, { copies: 30, concurrently: true })
      await shop.sandbox.drain()
      const outcomes = shop.sandbox.deliveries.filter(({ cip }) => cip === voucher.cip)
      expect(outcomes).toHaveLength(30)
      expect(new Set(outcomes.map(({ status }) => status))).toEqual(new Set([200]))
      await paidOnce(order)
      expect(await noticeThatEnded(gateway, gatewayIdOf(voucher), "captured")).toMatchObject({
        deliveries: 30,
      })
      await expectBooks(order, 1)
    })

    it("captures once when thirty different notices of one payment come at once", async () => {
      const { order, voucher } = await shopper.placeOrder()
      await shop.sandbox.pay(voucher.cip, { notice: "none" })
      const notices = Array.from({ length: 30 }, (_, n) => noticeOf(voucher, 8_000 + n))
      const answers = await Promise.all(notices.map((notice) => send(notice)))
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
      await paidOnce(order)
      await expectBooks(order, 1)
    })
  })

  describe("that can't be stored", () => {
    it("is answered with 5xx, and the gateway's second attempt pays the order", async () => {
      const { order, voucher } = await placeQuietly()
      await shop.database.query(
        "ALTER TABLE pagoefectivo_notice RENAME TO pagoefectivo_notice_gone",
      )
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

  it("goes to the platform once for each that was let through, and nothing is captured twice", async () => {
    const { order, voucher } = await shopper.placeOrder()
    await shop.sandbox.pay(voucher.cip, { copies: 3 })
    await paidOnce(order)
    await shop.sandbox.drain()
    await platformIsDone()
    await expectBooks(order, 1)
    const [twice] = await shop.database.query(
      "SELECT payment_id FROM capture GROUP BY payment_id HAVING count(*) > 1",
    )
    expect(twice).toBeUndefined()
  })
})

describe("notices whose bytes do not say which payment they are about", () => {
  it("are one for each payment", async () => {
    shopper = shop.shopperOf(MERCADO_PAGO)
    const placed = [await shopper.placeOrder(), await shopper.placeOrder()]
    for (const { voucher } of placed) {
      const { paymentId } = await shop.sandbox.pay(voucher.cip, { notice: "none" })
      const at = { sandbox: shop.sandbox, storeUrl: shop.store.url }
      const notice = MERCADO_PAGO.notice(at, { gatewayId: paymentId! })
      expect((await send({ ...notice, body: "{}" })).status).toBe(200)
    }
    for (const { order } of placed) await paidOnce(order)
  })
})

describe("a notice that claims another amount than was paid", () => {
  it("is believed less than the gateway", async () => {
    shopper = shop.shopperOf(DIRECT)
    const { order, voucher } = await shopper.placeOrder()
    await shop.sandbox.pay(voucher.cip, { notice: "none" })
    await shop.sandbox.notify({ cip: voucher.cip, amount: "0.01", currency: "USD" })
    await paidOnce(order)
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
