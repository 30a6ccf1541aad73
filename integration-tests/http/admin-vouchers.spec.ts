import { API_LIMITS } from "../../src/api/support/limits"
import en from "../../src/texts/en/words.json"
import enReasons from "../../src/texts/en/reasons.json"
import es from "../../src/texts/es/words.json"
import esReasons from "../../src/texts/es/reasons.json"
import zh from "../../src/texts/zh/words.json"
import zhReasons from "../../src/texts/zh/reasons.json"
import { AdminDesk, type Row } from "../support/admin-desk"
import { booksOf } from "../support/books"
import { bootShop, BOOT_TIMEOUT_MS, type BootedShop } from "../support/booted-shop"
import { eventually } from "../support/eventually"
import { GUEST_ADDRESS, type Order, type Voucher } from "../support/shopper"

let shop: BootedShop
let desk: AdminDesk

beforeAll(async () => {
  shop = await bootShop()
  desk = await AdminDesk.open(shop)
}, BOOT_TIMEOUT_MS)

afterAll(() => shop?.close())

describe("vouchers", () => {
  let first: { order: Order; voucher: Voucher }
  let second: { order: Order; voucher: Voucher }

  beforeAll(async () => {
    first = await shop.shopper.placeOrder({ quantity: 2 })
    second = await shop.shopper.placeOrder()
  })

  it("are found by order, status, code, transaction code, order number and dates", async () => {
    const { transaction_code } = await desk.voucher(first.voucher)
    const issued = new Date(Date.now() - 3_600_000).toISOString()
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString()
    const searches: [string, boolean][] = [
      [`order_id=${first.order.id}`, true],
      [`q=${first.voucher.cip}`, true],
      [`q=${String(transaction_code)}`, true],
      [`q=%23${first.order.display_id}`, true],
      [`q=${first.voucher.cip}&status=paid`, false],
      [`q=${first.voucher.cip}&status=paid,waiting`, true],
      [`q=${first.voucher.cip}&status[]=paid&status[]=expired`, false],
      [`q=${first.voucher.cip}&created_at[$gte]=${issued}`, true],
      [`q=${first.voucher.cip}&created_at[$gte]=${tomorrow}`, false],
      [`q=${first.voucher.cip}&expires_at[$lt]=${issued}`, false],
      [`q=${first.voucher.cip}&has_closing_task=true`, false],
      [`q=${first.voucher.cip}&has_closing_task=false`, true],
      ["q=%25", false],
    ]
    for (const [query, found] of searches) {
      const { body, status } = await desk.get<{ vouchers: Row[]; count: number }>(
        `/vouchers?${query}`,
      )
      expect([query, status, body.vouchers.map(({ id }) => id), body.count]).toEqual([
        query,
        200,
        found ? [first.voucher.id] : [],
        found ? 1 : 0,
      ])
    }
  })

  it("come in pages, sorted, with only the fields asked for", async () => {
    const query = `id=${first.voucher.id},${second.voucher.id}&order=-amount&fields=cip,amount&limit=1`
    const page = (offset: number) => desk.get(`/vouchers?${query}&offset=${offset}`)
    const [biggest, next] = [await page(0), await page(1)]
    expect(biggest.body).toEqual({
      vouchers: [{ id: first.voucher.id, cip: first.voucher.cip, amount: "149.80" }],
      count: 2,
      limit: 1,
      offset: 0,
    })
    expect(next.body).toMatchObject({
      vouchers: [{ id: second.voucher.id, amount: "79.90" }],
      offset: 1,
    })
  })

  it("refuse what can't be asked, naming it", async () => {
    const wrong: [string, RegExp][] = [
      [`limit=${API_LIMITS.maxPageSize + 1}`, /limit/],
      ["limit=-1", /limit/],
      ["offset=x", /offset/],
      ["status=lost", /status/],
      ["created_at[$gte]=yesterday", /ISO 8601/],
      ["created_at[$gte]=0000-01-01", /ISO 8601/],
      ["order=token", /order|expected one of/],
      ["q=%00", /NUL/],
      ["color=red", /color/],
    ]
    for (const [query, said] of wrong) {
      const { body, status } = await desk.get<{ message: string; type: string }>(
        `/vouchers?${query}`,
      )
      expect([query, status, body.type]).toEqual([query, 400, "invalid_data"])
      expect(body.message).toMatch(said)
    }
    expect((await desk.get(`/vouchers?limit=${API_LIMITS.maxPageSize}`)).status).toBe(200)
  })

  it("show what happened to one, with the page's address and no token of its own", async () => {
    const { order, voucher } = await desk.paidOrder()
    const shown = await desk.voucher(voucher)
    expect(shown).toMatchObject({
      cip: voucher.cip,
      status: "paid",
      amount: "79.90",
      paid_amount: "79.90",
      order_id: order.id,
      order_display_id: order.display_id,
      page_url: voucher.page_url,
      closing_task: null,
      attempts: [{ number: 1, status: "issued", amount: "79.90" }],
    })
    const money = shown.events.filter(({ kind }) => !String(kind).startsWith("email_"))
    expect(money.map(({ kind }) => kind)).toEqual(["issued", "paid", "captured"])
    expect(shown.notices).toHaveLength(1)
    expect(shown).not.toHaveProperty("token")
    expect(JSON.stringify(shown)).not.toMatch(/raw_body|centimos/)
  })

  it("answer 404 for what is not there", async () => {
    for (const path of ["/vouchers/pevou_none", "/notifications/penot_none", "/cases/pecas_none"]) {
      const { body, status } = await desk.get<{ type: string }>(path)
      expect([path, status, body.type]).toEqual([path, 404, "not_found"])
    }
    for (const path of ["/vouchers/%00", "/cases/%00", "/notifications/%00"]) {
      expect([path, (await desk.get(path)).status]).toEqual([path, 404])
    }
    expect((await desk.post("/vouchers/pevou_none/void")).status).toBe(404)
    expect((await desk.post("/cases/pecas_none/notes", { note: "x" })).status).toBe(404)
  })

  it("are checked at the gateway by an admin", async () => {
    const { order, voucher } = await shop.shopper.placeOrder()
    await shop.sandbox.behave({ noticesSuppressed: true })
    await shop.sandbox.pay(voucher.cip)
    await shop.sandbox.behave({ noticesSuppressed: false })
    const { body, status } = await desk.post<{ outcome: string; voucher: { events: Row[] } }>(
      `/vouchers/${voucher.id}/check`,
    )
    expect([status, body.outcome]).toEqual([200, "captured"])
    expect(body.voucher.events).toContainEqual(
      expect.objectContaining({ kind: "checked", actor: desk.adminId }),
    )
    expect((await shop.shopper.order(order.id)).payment_status).toBe("captured")
  })

  it("are neither paid nor unpaid when the gateway does not answer", async () => {
    const before = await desk.voucher(first.voucher)
    await shop.sandbox.behave({ down: "reset" })
    const { body, status } = await desk.post<{ code: string; type: string }>(
      `/vouchers/${first.voucher.id}/check`,
    )
    const voided = await desk.post<{ outcome: string; reason: string; voucher: Row }>(
      `/vouchers/${first.voucher.id}/void`,
    )
    await shop.sandbox.behave({ down: false })
    expect([status, body.type]).toEqual([503, "unexpected_state"])
    expect(body.code).toMatch(/^(gateway_unavailable|gateway_timeout|circuit_open)$/)
    expect([voided.status, voided.body.outcome]).toEqual([200, "postponed"])
    expect(voided.body.reason).toBeTruthy()
    const after = await desk.voucher(first.voucher)
    expect([before.status, after.status]).toEqual(["waiting", "waiting"])
    expect(after.closing_task).toMatchObject({
      reason: "admin",
      tries: 1,
      last_error: voided.body.reason,
    })
    expect(after.events).toContainEqual(
      expect.objectContaining({ kind: "closing_requested", actor: desk.adminId }),
    )
    const { body: open } = await desk.get<{ vouchers: Row[] }>("/vouchers?has_closing_task=true")
    expect(open.vouchers.map(({ id }) => id)).toEqual([first.voucher.id])
  })

  it("are voided by an admin while their order stays, and sent again only while they wait", async () => {
    const resend = (voucher: Voucher) =>
      desk.post<{ message: string }>(`/vouchers/${voucher.id}/resend`)
    expect(await resend(second.voucher)).toMatchObject({ status: 200 })
    expect((await desk.voucher(second.voucher)).events).toContainEqual(
      expect.objectContaining({ kind: "resent", actor: desk.adminId }),
    )
    const { body, status } = await desk.post<{ outcome: string; voucher: Row }>(
      `/vouchers/${second.voucher.id}/void`,
    )
    expect([status, body.outcome, body.voucher.status]).toEqual([200, "closed", "voided"])
    expect(shop.sandbox.voucher(second.voucher.cip)?.status).toBe("deleted")
    expect((await shop.shopper.order(second.order.id)).status).toBe("pending")
    expect((await desk.post(`/vouchers/${second.voucher.id}/void`)).status).toBe(400)
    const refused = await resend(second.voucher)
    expect([refused.status, refused.body.message]).toEqual([400, expect.stringMatching(/voided/)])
  })
})

describe("notifications", () => {
  it("are shown as they were received, and may be replayed without a second effect", async () => {
    const { order, voucher } = await desk.paidOrder()
    const { body: list } = await desk.get<{ notifications: Row[]; count: number }>(
      `/notifications?q=${voucher.cip}&status=processed`,
    )
    expect(list.count).toBe(1)
    expect(list.notifications[0]).toMatchObject({
      verdict: "authentic",
      outcome: "captured",
      gateway_id: voucher.cip,
      claimed_amount: "79.90",
    })
    expect(list.notifications[0]).not.toHaveProperty("raw_body")
    const id = list.notifications[0]?.id ?? ""
    const { body: one } = await desk.get<{ notification: Row & { headers: object } }>(
      `/notifications/${id}`,
    )
    const sent = shop.sandbox.deliveries.find(({ cip }) => cip === voucher.cip)
    expect(one.notification.raw_body).toBe(sent?.body)
    expect(one.notification.headers).toHaveProperty("pe-signature")

    const books = await booksOf(shop.database, order.id)
    const { body: again, status } = await desk.post<{ notification: Row }>(
      `/notifications/${id}/replay`,
    )
    expect([status, again.notification]).toEqual([
      200,
      expect.objectContaining({
        status: "processed",
        outcome: "already_captured",
        tries: 1,
        replayed_by: desk.adminId,
        replayed_at: expect.any(String),
      }),
    ])
    expect(await booksOf(shop.database, order.id)).toEqual(books)
  })

  it("that were given up take effect when a person replays them", async () => {
    const { order, voucher } = await shop.shopper.placeOrder()
    await shop.sandbox.behave({ faults: { search: { kind: "answer", status: 500 } } })
    await shop.sandbox.pay(voucher.cip)
    const [waiting] = await eventually(
      async () =>
        (await desk.get<{ notifications: Row[] }>(`/notifications?q=${voucher.cip}`)).body
          .notifications,
      ([notice]) => Number(notice?.tries) > 0,
      { what: "the first failed try" },
    )
    await shop.database.query(
      "UPDATE pagoefectivo_notice SET status = 'failed', tries = 20, next_try_at = NULL WHERE id = $1",
      [waiting?.id],
    )
    await shop.sandbox.behave({ faults: { search: null } })
    // The circuit of the search closes again by itself a while after the gateway recovered.
    const { body } = await eventually(
      () => desk.post<{ notification: Row }>(`/notifications/${waiting?.id ?? ""}/replay`),
      (answer) => answer.body.notification.status === "processed",
      { what: "the replayed notice", timeoutMs: 60_000 },
    )
    expect(body.notification).toMatchObject({ outcome: "captured", last_error: null, tries: 1 })
    expect((await shop.shopper.order(order.id)).payment_status).toBe("captured")
  })
})

describe("an order's evidence", () => {
  const NAME = { first_name: "<b>Ana</b>", last_name: 'O"Neil & <script>' }
  let placed: { order: Order; voucher: Voucher }
  let caseId: string

  const evidence = (query = "") => desk.get<string>(`/orders/${placed.order.id}/evidence${query}`)

  beforeAll(async () => {
    placed = await shop.shopper.placeOrder({ address: { ...GUEST_ADDRESS, ...NAME } })
    await shop.sandbox.pay(placed.voucher.cip)
    await eventually(
      () => desk.voucher(placed.voucher),
      ({ notices }) => notices[0]?.status === "processed",
      { what: "the processed notice" },
    )
    caseId = await desk.givenCase({ voucher_id: placed.voucher.id, order_id: placed.order.id })
    await desk.post(`/cases/${caseId}/notes`, { note: "<img src=x onerror=alert(1)>" })
  })

  it("is named by the order's number and Lima's day, and keeps the page's secret to itself", async () => {
    const token = new URL(placed.voucher.page_url).pathname.split("/").at(-1) ?? ""
    const day = new Date(Date.now() - 5 * 3_600_000).toISOString().slice(0, 10)
    for (const format of ["json", "html"]) {
      const { body, headers, status } = await evidence(`?format=${format}`)
      const text = typeof body === "string" ? body : JSON.stringify(body)
      expect([format, status, headers.get("content-disposition")]).toEqual([
        format,
        200,
        `attachment; filename="pagoefectivo-pedido-${placed.order.display_id}-${day}.${format}"`,
      ])
      expect(text).toContain(placed.voucher.cip)
      expect(token.length).toBeGreaterThan(20)
      expect(text).not.toContain(token)
      expect(text).not.toMatch(/page_url|https?:/)
    }
  })

  it.each([
    ["es", "Evidencia de pago", es.events.captured, esReasons.fee_mismatch],
    ["en", "Payment evidence", en.events.captured, enReasons.fee_mismatch],
    ["zh", "付款凭证", zh.events.captured, zhReasons.fee_mismatch],
  ])("is printed in %s, with what people wrote as text", async (lang, title, booked, reason) => {
    const { body, headers } = await evidence(`?format=html&lang=${lang}`)
    const { notices } = await desk.voucher(placed.voucher)
    const { body: one } = await desk.get<{ notification: Row }>(
      `/notifications/${notices[0]?.id ?? ""}`,
    )
    expect(headers.get("content-type")).toBe("text/html; charset=utf-8")
    const number = `#${placed.order.display_id}`
    for (const told of [title, number, booked, reason, "S/\u00a079.90"]) {
      expect(body).toContain(told)
    }
    expect(body).toContain(String(one.notification.body_sha256))
    expect(body).toContain(caseId)
    expect(body).toContain("&lt;b&gt;Ana&lt;/b&gt; O&quot;Neil &amp; &lt;script&gt;")
    expect(body).toContain("&lt;img src=x onerror=alert(1)&gt;")
    expect(body).not.toMatch(/<b>|<script|<img|\{\{|undefined|\[object/)
  })

  it("is refused in a format or language that there is not", async () => {
    expect((await evidence("?format=pdf")).status).toBe(400)
    expect((await evidence("?format=html&lang=fr")).status).toBe(400)
    expect((await desk.get("/orders/order_none/evidence?format=html")).status).toBe(404)
  })
})
