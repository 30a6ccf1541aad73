import { PERMISSIONS } from "../../src/api/admin/pagoefectivo/permissions"
import { API_LIMITS } from "../../src/api/support/limits"
import type { HealthState } from "../../src/http-types"
import { Admin } from "../support/admin"
import { booksOf } from "../support/books"
import { bootShop, BOOT_TIMEOUT_MS, type BootedShop } from "../support/booted-shop"
import { eventually } from "../support/eventually"
import { http, type Order, type Voucher } from "../support/shopper"
import { uploadReport } from "../support/upload"

type Row = Record<string, unknown> & { id: string }

const BASE = "/admin/pagoefectivo"

let shop: BootedShop
let admin: Admin
let adminId: string

beforeAll(async () => {
  // Role-based access is on for all of it: the admin has Medusa's role with all rights.
  shop = await bootShop({ env: { MEDUSA_FF_RBAC: "true" } })
  admin = await Admin.logIn(shop.store)
  const { body } = await admin.call<{ user: { id: string } }>("/admin/users/me")
  adminId = body.user.id
}, BOOT_TIMEOUT_MS)

afterAll(() => shop?.close())

const get = <Body = Record<string, unknown>>(path: string) => admin.call<Body>(`${BASE}${path}`)

const post = <Body = Record<string, unknown>>(path: string, body: unknown = {}) =>
  admin.call<Body>(`${BASE}${path}`, { method: "POST", body })

async function detail(voucher: Voucher): Promise<Row & { events: Row[]; notices: Row[] }> {
  const { body } = await get<{ voucher: Row & { events: Row[]; notices: Row[] } }>(
    `/vouchers/${voucher.id}`,
  )
  return body.voucher
}

/** An order whose notice has had all its effect. */
async function paidOrder(): Promise<{ order: Order; voucher: Voucher }> {
  const placed = await shop.shopper.placeOrder()
  await shop.sandbox.pay(placed.voucher.cip)
  await eventually(
    () => detail(placed.voucher),
    ({ notices }) => notices[0]?.status === "processed",
    { what: "the processed notice" },
  )
  return placed
}

let cases = 0

/** A case as a night of reconciliation leaves it. */
async function givenCase(values: Record<string, unknown> = {}): Promise<string> {
  const id = `pecas_test${String(++cases).padStart(4, "0")}`
  const row: Record<string, unknown> = {
    id,
    key: `test:${id}`,
    reason: "fee_mismatch",
    status: "open",
    expected: { fee: "1.89" },
    actual: { fee: "2.06" },
    amount_at_risk_centimos: 17,
    currency_code: "pen",
    facts_hash: "0",
    opened_at: new Date(),
    ...values,
  }
  const names = Object.keys(row)
  await shop.database.query(
    `INSERT INTO pagoefectivo_case (${names.join(", ")})
     VALUES (${names.map((_, index) => `$${index + 1}`).join(", ")})`,
    Object.values(row),
  )
  return id
}

describe("every admin route", () => {
  it.each(PERMISSIONS.map(([method, path]) => [method, path.replace(":id", "x")] as const))(
    "%s %s is for admins only",
    async (method, path) => {
      const { status } = await http(`${shop.store.url}${BASE}${path}`, {
        method,
        ...(method === "POST" && { body: {} }),
      })
      expect(status).toBe(401)
    },
  )
})

describe("vouchers", () => {
  let first: { order: Order; voucher: Voucher }
  let second: { order: Order; voucher: Voucher }

  beforeAll(async () => {
    first = await shop.shopper.placeOrder({ quantity: 2 })
    second = await shop.shopper.placeOrder()
  })

  it("are found by order, status, code, transaction code, order number and dates", async () => {
    const { transaction_code } = await detail(first.voucher)
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
      const { body, status } = await get<{ vouchers: Row[]; count: number }>(`/vouchers?${query}`)
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
    const page = (offset: number) => get(`/vouchers?${query}&offset=${offset}`)
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
      ["order=token", /order|expected one of/],
      ["q=%00", /NUL/],
      ["color=red", /color/],
    ]
    for (const [query, said] of wrong) {
      const { body, status } = await get<{ message: string; type: string }>(`/vouchers?${query}`)
      expect([query, status, body.type]).toEqual([query, 400, "invalid_data"])
      expect(body.message).toMatch(said)
    }
    expect((await get(`/vouchers?limit=${API_LIMITS.maxPageSize}`)).status).toBe(200)
  })

  it("show what happened to one, with the page's address and no token of its own", async () => {
    const { order, voucher } = await paidOrder()
    const shown = await detail(voucher)
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
      const { body, status } = await get<{ type: string }>(path)
      expect([path, status, body.type]).toEqual([path, 404, "not_found"])
    }
    for (const path of ["/vouchers/%00", "/cases/%00", "/notifications/%00"]) {
      expect([path, (await get(path)).status]).toEqual([path, 404])
    }
    expect((await post("/vouchers/pevou_none/void")).status).toBe(404)
    expect((await post("/cases/pecas_none/notes", { note: "x" })).status).toBe(404)
  })

  it("are checked at the gateway by an admin", async () => {
    const { order, voucher } = await shop.shopper.placeOrder()
    await shop.sandbox.behave({ noticesSuppressed: true })
    await shop.sandbox.pay(voucher.cip)
    await shop.sandbox.behave({ noticesSuppressed: false })
    const { body, status } = await post<{ outcome: string; voucher: { events: Row[] } }>(
      `/vouchers/${voucher.id}/check`,
    )
    expect([status, body.outcome]).toEqual([200, "captured"])
    expect(body.voucher.events).toContainEqual(
      expect.objectContaining({ kind: "checked", actor: adminId }),
    )
    expect((await shop.shopper.order(order.id)).payment_status).toBe("captured")
  })

  it("are neither paid nor unpaid when the gateway does not answer", async () => {
    const before = await detail(first.voucher)
    await shop.sandbox.behave({ down: "reset" })
    const { body, status } = await post<{ code: string; type: string }>(
      `/vouchers/${first.voucher.id}/check`,
    )
    const voided = await post<{ outcome: string; reason: string; voucher: Row }>(
      `/vouchers/${first.voucher.id}/void`,
    )
    await shop.sandbox.behave({ down: false })
    expect([status, body.type]).toEqual([503, "unexpected_state"])
    expect(body.code).toMatch(/^(gateway_unavailable|gateway_timeout|circuit_open)$/)
    expect([voided.status, voided.body.outcome]).toEqual([200, "postponed"])
    expect(voided.body.reason).toBeTruthy()
    const after = await detail(first.voucher)
    expect([before.status, after.status]).toEqual(["waiting", "waiting"])
    expect(after.closing_task).toMatchObject({
      reason: "admin",
      tries: 1,
      last_error: voided.body.reason,
    })
    expect(after.events).toContainEqual(
      expect.objectContaining({ kind: "closing_requested", actor: adminId }),
    )
    const { body: open } = await get<{ vouchers: Row[] }>("/vouchers?has_closing_task=true")
    expect(open.vouchers.map(({ id }) => id)).toEqual([first.voucher.id])
  })

  it("are voided by an admin while their order stays, and sent again only while they wait", async () => {
    const resend = (voucher: Voucher) => post<{ message: string }>(`/vouchers/${voucher.id}/resend`)
    expect(await resend(second.voucher)).toMatchObject({ status: 200 })
    expect((await detail(second.voucher)).events).toContainEqual(
      expect.objectContaining({ kind: "resent", actor: adminId }),
    )
    const { body, status } = await post<{ outcome: string; voucher: Row }>(
      `/vouchers/${second.voucher.id}/void`,
    )
    expect([status, body.outcome, body.voucher.status]).toEqual([200, "closed", "voided"])
    expect(shop.sandbox.voucher(second.voucher.cip)?.status).toBe("deleted")
    expect((await shop.shopper.order(second.order.id)).status).toBe("pending")
    expect((await post(`/vouchers/${second.voucher.id}/void`)).status).toBe(400)
    const refused = await resend(second.voucher)
    expect([refused.status, refused.body.message]).toEqual([400, expect.stringMatching(/voided/)])
  })
})

describe("notifications", () => {
  it("are shown as they were received, and may be replayed without a second effect", async () => {
    const { order, voucher } = await paidOrder()
    const { body: list } = await get<{ notifications: Row[]; count: number }>(
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
    const { body: one } = await get<{ notification: Row & { headers: object } }>(
      `/notifications/${id}`,
    )
    const sent = shop.sandbox.deliveries.find(({ cip }) => cip === voucher.cip)
    expect(one.notification.raw_body).toBe(sent?.body)
    expect(one.notification.headers).toHaveProperty("pe-signature")

    const books = await booksOf(shop.database, order.id)
    const { body: again, status } = await post<{ notification: Row }>(`/notifications/${id}/replay`)
    expect([status, again.notification]).toEqual([
      200,
      expect.objectContaining({
        status: "processed",
        outcome: "already_captured",
        tries: 1,
        replayed_by: adminId,
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
        (await get<{ notifications: Row[] }>(`/notifications?q=${voucher.cip}`)).body.notifications,
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
      () => post<{ notification: Row }>(`/notifications/${waiting?.id ?? ""}/replay`),
      (answer) => answer.body.notification.status === "processed",
      { what: "the replayed notice", timeoutMs: 60_000 },
    )
    expect(body.notification).toMatchObject({ outcome: "captured", last_error: null, tries: 1 })
    expect((await shop.shopper.order(order.id)).payment_status).toBe("captured")
  })
})

describe("cases", () => {
  it("are filtered, sorted by money, and shown with history and actions", async () => {
    const { order, voucher } = await shop.shopper.placeOrder()
    const links = { order_id: order.id, voucher_id: voucher.id, reason: "unsettled" }
    const small = await givenCase({ ...links, amount_at_risk_centimos: 1_00 })
    const big = await givenCase({ ...links, amount_at_risk_centimos: 1_000_00 })
    for (const query of [
      `order_id=${order.id}`,
      `q=${voucher.cip}`,
      `q=${order.display_id}&reason=unsettled`,
    ]) {
      const { body } = await get<{ cases: Row[]; count: number }>(
        `/cases?${query}&status=open&order=-amount_at_risk`,
      )
      expect([query, body.cases.map(({ id }) => id)]).toEqual([query, [big, small]])
    }
    const { body } = await get<{ case: Row }>(`/cases/${big}`)
    expect(body.case).toMatchObject({
      amount_at_risk: "1000.00",
      cip: voucher.cip,
      order_display_id: order.display_id,
      expected: { fee: "1.89" },
      available_actions: ["check_gateway", "claim", "accept", "dismiss"],
      history: [],
    })
  })

  it("are resolved, reopened, noted and assigned, each with who and why", async () => {
    const id = await givenCase()
    const bare = await post<{ message: string }>(`/cases/${id}/resolve`, { action: "dismiss" })
    expect([bare.status, bare.body.message]).toEqual([400, expect.stringMatching(/note/)])
    expect((await post(`/cases/${id}/resolve`, { action: "shrug", note: "x" })).status).toBe(400)

    await post(`/cases/${id}/notes`, { note: "Asked the bank" })
    await post(`/cases/${id}/assign`, { assigned_to: adminId })
    const stale = await post<{ message: string }>(`/cases/${id}/assign`, {
      assigned_to: null,
      version: 1,
    })
    expect([stale.status, stale.body.message]).toEqual([
      409,
      expect.stringMatching(/somebody else/),
    ])

    const resolved = await post<{ case: Row }>(`/cases/${id}/resolve`, {
      action: "accept",
      note: "The tariff changed",
    })
    expect(resolved.body.case).toMatchObject({
      status: "resolved",
      resolution: "accept",
      resolved_by: adminId,
      assigned_to: adminId,
      available_actions: ["reopen"],
    })
    const { body } = await post<{ case: Row & { history: Row[] } }>(`/cases/${id}/reopen`, {
      note: "It did not",
    })
    expect(body.case).toMatchObject({ status: "open", resolution: null, resolved_at: null })
    expect(body.case.history.map(({ kind, actor, note }) => [kind, actor, note])).toEqual([
      ["note", adminId, "Asked the bank"],
      ["assigned", adminId, null],
      ["accept", adminId, "The tariff changed"],
      ["reopened", adminId, "It did not"],
    ])
  })

  it("open for money that comes after the cancellation, and end by a transfer's reference", async () => {
    const { order, voucher } = await shop.shopper.placeOrder()
    await shop.database.query(
      "UPDATE pagoefectivo_voucher SET paid_at = now(), paid_centimos = 7990, paid_currency_code = 'pen', status = 'paid' WHERE id = $1",
      [voucher.id],
    )
    const late = await givenCase({
      reason: "late_payment",
      order_id: order.id,
      voucher_id: voucher.id,
      amount_at_risk_centimos: 79_90,
    })
    const { status, body } = await post<{ case: Row }>(`/cases/${late}/resolve`, {
      action: "refunded_outside",
      reference: "BCP 00912",
      note: "Sent back today",
    })
    expect([status, body.case.status]).toEqual([200, "resolved"])
    expect((await detail(voucher)).refunds).toEqual([
      expect.objectContaining({ amount: "79.90", reference: "BCP 00912", recorded_by: adminId }),
    ])
  })

  it("are closed in bulk by ids or by filter, up to a limit, telling which refused", async () => {
    const [one, two] = [await givenCase(), await givenCase()]
    const dismiss = { action: "dismiss", note: "Rounded differently" }
    const byIds = await post<{ resolved: string[]; failed: Row[] }>("/cases/bulk", {
      ...dismiss,
      ids: [one, "pecas_none"],
    })
    expect(byIds.body).toMatchObject({ resolved: [one], failed: [{ id: "pecas_none" }], count: 2 })

    const payout_id = "pepay_bulk"
    const three = await givenCase({ payout_id })
    const byFilter = await post("/cases/bulk", { ...dismiss, filter: { payout_id } })
    expect(byFilter.body).toEqual({ resolved: [three], failed: [], count: 1 })
    expect((await get<{ case: Row }>(`/cases/${two}`)).body.case.status).toBe("open")

    await shop.database.query(
      `INSERT INTO pagoefectivo_case (id, key, reason, expected, actual, amount_at_risk_centimos,
         currency_code, facts_hash, opened_at, payout_id)
       SELECT 'pecas_many' || n, 'many:' || n, 'held', '{}', '{}', 1, 'pen', '0', now(), 'pepay_many'
       FROM generate_series(1, $1) n`,
      [API_LIMITS.maxBulkCases + 1],
    )
    const many = { ...dismiss, filter: { payout_id: "pepay_many" } }
    const refused = await post<{ message: string }>("/cases/bulk", many)
    expect([refused.status, refused.body.message]).toEqual([
      400,
      expect.stringMatching(
        new RegExp(`${API_LIMITS.maxBulkCases + 1}.*${API_LIMITS.maxBulkCases}`),
      ),
    ])
    expect((await get("/cases?payout_id=pepay_many&status=open&limit=1")).body.count).toBe(
      API_LIMITS.maxBulkCases + 1,
    )
    for (const wrong of [
      dismiss,
      { ...dismiss, ids: [one], filter: {} },
      { ...dismiss, ids: [] },
    ]) {
      expect((await post("/cases/bulk", wrong)).status).toBe(400)
    }
    await shop.database.query("DELETE FROM pagoefectivo_case WHERE payout_id = 'pepay_many'")
  })

  it("are exported as CSV and XLSX in which no note becomes a formula", async () => {
    const payout_id = "pepay_export"
    const notes = ["=cmd|' /C calc'!A0", "+1", "-2+3", "@SUM(A1)", " =1+1", 'Pago, "mañana"\nñ']
    for (const note of notes) {
      await post(`/cases/${await givenCase({ payout_id })}/notes`, { note })
    }
    const file = (format: string) =>
      admin.call<string>(`${BASE}/cases/export?format=${format}&payout_id=${payout_id}`)
    const csv = await file("csv")
    expect(csv.headers.get("content-type")).toBe("text/csv; charset=utf-8")
    expect(csv.headers.get("content-disposition")).toMatch(/^attachment; filename=".+\.csv"$/)
    const lines = csv.body.replace(/^\uFEFF/, "").split("\r\n")
    expect(lines[0]).toMatch(/^id,reason,.*last_note$/)
    const last = (index: number) => lines[index + 1]?.split(",").at(-1)
    expect([0, 1, 2, 3].map(last)).toEqual([
      `"'=cmd|' /C calc'!A0"`,
      `"'+1"`,
      `"'-2+3"`,
      `"'@SUM(A1)"`,
    ])
    expect(csv.body).toContain('"Pago, ""mañana""\nñ"')
    expect(lines.filter((line) => line.startsWith("pecas_"))).toHaveLength(notes.length)

    const download = await fetch(
      `${shop.store.url}${BASE}/cases/export?format=xlsx&payout_id=${payout_id}`,
      { headers: { authorization: admin.authorization } },
    )
    const { readSheet } = await import("read-excel-file/node")
    const rows = await readSheet(Buffer.from(await download.arrayBuffer()))
    const column = rows[0]?.indexOf("last_note") ?? -1
    expect(rows.slice(1).map((row) => row[column])).toEqual(notes.map((note) => note.trim()))
    expect(rows[1]?.[rows[0]?.indexOf("amount_at_risk") ?? -1]).toBe(0.17)
  })
})

describe("a large export", () => {
  const rows = API_LIMITS.maxXlsxRows + 1
  const address = (format: string) => `${BASE}/cases/export?format=${format}&payout_id=pepay_large`

  beforeAll(async () => {
    await shop.database.query(
      `INSERT INTO pagoefectivo_case (id, key, reason, expected, actual, amount_at_risk_centimos,
         currency_code, facts_hash, opened_at, payout_id)
       SELECT 'pecas_large' || n, 'large:' || n, 'held', '{}', '{}', 1, 'pen', '0', now(), 'pepay_large'
       FROM generate_series(1, $1) n`,
      [rows],
    )
  })

  afterAll(() =>
    shop.database.query("DELETE FROM pagoefectivo_case WHERE payout_id = 'pepay_large'"),
  )

  it("has every case once as CSV, and is refused as a workbook", async () => {
    const { body } = await admin.call<string>(address("csv"))
    const ids = body.match(/^pecas_large\d+/gm) ?? []
    expect([ids.length, new Set(ids).size]).toEqual([rows, rows])
    const refused = await admin.call<{ message: string }>(address("xlsx"))
    expect([refused.status, refused.body.message]).toEqual([
      400,
      expect.stringMatching(`${rows}.*${API_LIMITS.maxXlsxRows}`),
    ])
  })
})

describe("health", () => {
  interface Check {
    id: string
    state: HealthState
    message: string
    what_to_do: string | null
    data: Record<string, unknown>
  }

  async function health(query = "?refresh=true"): Promise<Record<string, Check>> {
    const { body } = await get<{ health: { checks: Check[] } }>(`/health${query}`)
    return Object.fromEntries(body.health.checks.map((check) => [check.id, check]))
  }

  it("tells accepted keys from refused ones and from a gateway that is down", async () => {
    expect((await health()).credentials).toMatchObject({ state: "ok", what_to_do: null })
    await shop.sandbox.behave({ down: "reset" })
    expect((await health()).credentials).toMatchObject({
      state: "unknown",
      data: { code: "gateway_unavailable" },
    })
    const refusal = {
      code: 111,
      message: "error",
      data: [{ field: "accessKey", code: 1, message: "x" }],
    }
    await shop.sandbox.behave({
      down: false,
      faults: { authorize: { kind: "answer", status: 400, text: JSON.stringify(refusal) } },
    })
    expect((await health()).credentials).toMatchObject({
      state: "problem",
      what_to_do: expect.stringContaining("secretKey"),
      data: { code: "credentials_refused" },
    })
    await shop.sandbox.behave({ faults: { authorize: null } })
    // Without asking anew, the last answer stands for a minute.
    expect((await health("")).credentials?.state).toBe("problem")
    expect((await health()).credentials?.state).toBe("ok")
  })

  it("asks the gateway only so often, however often it is asked itself", async () => {
    const authorizations = () =>
      shop.sandbox.requests.filter(({ operation }) => operation === "authorize").length
    const before = authorizations()
    await Promise.all(Array.from({ length: 20 }, () => health()))
    expect(authorizations() - before).toBeLessThanOrEqual(6)
  })

  it("looks at the set-up", async () => {
    const checks = await health("")
    expect(checks.region).toMatchObject({ state: "ok" })
    expect(checks.webhook_address).toMatchObject({
      state: "ok",
      data: { address: shop.store.webhookUrl, finding: "local" },
    })
    const well = ["versions", "copies", "schema", "test_settings", "clock", "currency", "delivery"]
    for (const id of [...well, "prices", "publishable_key", "sources", "rate_card"]) {
      expect([id, checks[id]?.state, checks[id]?.message]).toEqual([id, "ok", expect.anything()])
    }
  })

  it("finds its own hook by the address that the gateway is given, and refuses nothing for it", async () => {
    const before = (await health("")).forged_notices
    expect((await health()).webhook_reachable).toMatchObject({
      state: "ok",
      data: { finding: "answered", hook: shop.store.webhookUrl },
    })
    expect((await health("")).forged_notices).toEqual(before)
  })

  it("says when products, a key and tables are missing", async () => {
    const { query } = shop.database
    await query("UPDATE price SET currency_code = 'usd' WHERE currency_code = 'pen'")
    await query("UPDATE api_key SET revoked_at = now() WHERE type = 'publishable'")
    await query(
      "UPDATE mikro_orm_migrations SET name = 'Gone' WHERE name = 'Migration20261122130000'",
    )
    const checks = await health("")
    await query("UPDATE price SET currency_code = 'pen' WHERE currency_code = 'usd'")
    await query("UPDATE api_key SET revoked_at = NULL WHERE type = 'publishable'")
    await query(
      "UPDATE mikro_orm_migrations SET name = 'Migration20261122130000' WHERE name = 'Gone'",
    )
    expect(checks).toMatchObject({
      prices: { state: "warning", data: { finding: "unpriced", unpriced: 12, currency: "PEN" } },
      delivery: { state: "warning", data: { finding: "no_price" } },
      publishable_key: { state: "warning" },
      schema: { state: "problem", data: { missing: ["Migration20261122130000"] } },
    })
    expect((await health("")).prices?.state).toBe("ok")
  })

  it("counts forged notices and names the last real one", async () => {
    await http(shop.store.webhookUrl, { body: { made: "up" }, headers: { "pe-signature": "00" } })
    const checks = await health("")
    expect(checks.forged_notices).toMatchObject({
      state: "warning",
      data: { reasons: ["signature"] },
    })
    expect(Number(checks.forged_notices?.data.count)).toBeGreaterThan(0)
    expect(checks.last_notice).toMatchObject({ state: "ok", data: { at: expect.any(String) } })
  })

  it("says when payments are found by polling because notices do not arrive", async () => {
    const { voucher } = await shop.shopper.placeOrder()
    await shop.sandbox.behave({ noticesSuppressed: true })
    await shop.sandbox.pay(voucher.cip)
    await shop.sandbox.behave({ noticesSuppressed: false })
    await shop.database.query(
      "UPDATE pagoefectivo_voucher SET next_check_at = now() WHERE id = $1",
      [voucher.id],
    )
    await shop.store.runJob("poll-vouchers")
    const checks = await health("")
    expect(checks.notices_arriving).toMatchObject({
      state: "warning",
      data: { finding: "some", found_by_polling: 1 },
    })
    expect(checks.job_poll_vouchers).toMatchObject({ state: "ok" })
  })

  it("notices a job that stopped, a notice that was given up and a code that can't be closed", async () => {
    await shop.database.query(
      "UPDATE pagoefectivo_job_run SET finished_at = now() - interval '16 minutes' WHERE name = 'poll-vouchers'",
    )
    await shop.database.query(
      "UPDATE pagoefectivo_notice SET status = 'failed' WHERE id = (SELECT min(id) FROM pagoefectivo_notice)",
    )
    const { voucher } = await shop.shopper.placeOrder()
    await shop.database.query(
      `UPDATE pagoefectivo_voucher SET closing_reason = 'admin', closing_tries = 3,
         closing_next_try_at = now() + interval '1 hour', closing_last_error = 'no answer'
       WHERE id = $1`,
      [voucher.id],
    )
    const checks = await health("")
    expect(checks.job_poll_vouchers).toMatchObject({ state: "problem" })
    expect(checks.inbox).toMatchObject({ state: "warning", data: { finding: "failed", failed: 1 } })
    expect(checks.closing_tasks).toMatchObject({
      state: "problem",
      data: { failing: 1, voucher_id: voucher.id, last_error: "no answer" },
    })
  })
})

describe("the summary", () => {
  it("adds up what waits, what is paid and what is at risk, exactly", async () => {
    const before = (await get<{ summary: Summary }>("/summary")).body.summary
    const { voucher } = await shop.shopper.placeOrder()
    await givenCase({ reason: "held", amount_at_risk_centimos: 10, opened_at: new Date(0) })
    await givenCase({ reason: "held", amount_at_risk_centimos: 20 })
    const waiting = (await get<{ summary: Summary }>("/summary")).body.summary
    expect(soles(waiting.waiting) - soles(before.waiting)).toBe(79_90)
    expect(soles(waiting.at_risk) - soles(before.at_risk)).toBe(30)
    expect(waiting.open_cases.oldest_opened_at).toBe("1970-01-01T00:00:00.000Z")
    expect(waiting.open_cases.by_reason).toContainEqual(
      expect.objectContaining({ reason: "held", count: 2, amount: "0.30", currency_code: "pen" }),
    )
    await shop.sandbox.pay(voucher.cip)
    const paid = await eventually(
      async () => (await get<{ summary: Summary }>("/summary")).body.summary,
      (summary) => soles(summary.paid_not_settled) - soles(waiting.paid_not_settled) === 79_90,
      { what: "the payment in the summary" },
    )
    expect(soles(waiting.waiting) - soles(paid.waiting)).toBe(79_90)
    const owed = async () => {
      const list = "/vouchers?settled=false&limit=1000"
      const { body } = await get<{ vouchers: Row[]; count: number }>(list)
      expect(body.count).toBe(body.vouchers.length)
      return body.vouchers.map(({ id }) => id)
    }
    const unlisted = await owed()
    expect(unlisted).toContain(voucher.id)
    expect((await get("/vouchers?settled=false&status=paid")).status).toBe(400)
    await shop.store.runJob("update-unsettled")
    expect(await owed()).toEqual(unlisted)
    const listed = await get<{ summary: Summary }>("/summary")
    expect(listed.body.summary.paid_not_settled).toEqual(paid.paid_not_settled)
    const { content } = await shop.sandbox.settlementFile({ format: "standard_csv" })
    expect((await uploadReport(admin, "all.csv", content)).status).toBe(201)
    const settled = (await get<{ summary: Summary }>("/summary")).body.summary
    expect(soles(paid.paid_not_settled) - soles(settled.paid_not_settled)).toBeGreaterThanOrEqual(
      79_90,
    )
    expect(await owed()).not.toContain(voucher.id)
    await shop.store.runJob("update-unsettled")
    const relisted = await get<{ summary: Summary }>("/summary")
    expect(relisted.body.summary.paid_not_settled).toEqual(settled.paid_not_settled)
    const past = await get<{ summary: Summary }>("/summary?from=2020-01-01&to=2020-02-01")
    expect(past.body.summary.period.issued).toEqual([])
    expect((await get("/summary?from=2020-02-01&to=2020-01-01")).status).toBe(400)
  })

  it("keeps what was issued and paid on past days, and forgets a day whose payment has moved", async () => {
    const lastWeek = new Date(Date.now() - 7 * 86_400_000)
    const nextDay = new Date(lastWeek.getTime() + 86_400_000)
    const days = `/summary?from=${lastWeek.toISOString()}&to=${nextDay.toISOString()}`
    const ofLastWeek = async () => (await get<{ summary: Summary }>(days)).body.summary
    const kept = () =>
      shop.database.query<{ figure: string; centimos: string }>(
        "SELECT figure, centimos FROM pagoefectivo_voucher_day WHERE day = $1 ORDER BY figure",
        [new Date(lastWeek.getTime() - 5 * 3_600_000).toISOString().slice(0, 10)],
      )
    const { voucher } = await shop.shopper.placeOrder()
    await shop.sandbox.pay(voucher.cip)
    await captured(voucher.id)
    await shop.database.query(
      "UPDATE pagoefectivo_voucher SET issued_at = $2, paid_at = $2 WHERE id = $1",
      [voucher.id, lastWeek],
    )
    const before = await ofLastWeek()
    expect([before.period.issued, before.period.paid].map(soles)).toEqual([79_90, 79_90])
    expect(before.days).toEqual([expect.objectContaining({ paid: "79.90" })])

    await shop.store.runJob("update-voucher-days")
    expect(await kept()).toEqual([
      { figure: "issued", centimos: "7990" },
      { figure: "paid", centimos: "7990" },
    ])
    expect((await ofLastWeek()).period).toEqual(before.period)
    const wholeDays = await get<{ summary: Summary }>("/summary?from=2020-01-01T05:00:00Z")
    expect(wholeDays.body.summary.days).toContainEqual(before.days[0])

    await shop.sandbox.reverse(voucher.cip)
    await shop.database.query(
      "UPDATE pagoefectivo_voucher SET next_check_at = now() WHERE id = $1",
      [voucher.id],
    )
    await shop.store.runJob("poll-vouchers")
    await shop.sandbox.pay(voucher.cip, { force: true })
    await eventually(kept, (sums) => sums.length === 1, { what: "the day without its payment" })
    const after = await ofLastWeek()
    expect([after.period.issued, after.period.paid].map(soles)).toEqual([79_90, 0])
    await shop.store.runJob("update-voucher-days")
    expect((await ofLastWeek()).period).toEqual(after.period)
  })

  async function captured(voucherId: string): Promise<void> {
    await eventually(
      () =>
        shop.database.query(
          "SELECT id FROM pagoefectivo_voucher WHERE id = $1 AND captured_at IS NOT NULL",
          [voucherId],
        ),
      (rows) => rows.length === 1,
      { what: "the booked payment" },
    )
  }

  interface Sum {
    currency_code: string
    amount: string
  }
  interface Summary {
    waiting: Sum[]
    paid_not_settled: Sum[]
    at_risk: Sum[]
    open_cases: { oldest_opened_at: string; by_reason: Sum[] }
    period: { issued: Sum[]; paid: Sum[] }
    days: { paid: string }[]
  }

  function soles(sums: Sum[]): number {
    const amount = sums.find(({ currency_code }) => currency_code === "pen")?.amount ?? "0.00"
    return Number(amount.replace(".", ""))
  }
})

describe("a role", () => {
  const OTHER_ROLE = "Reads cases"

  /** The admin logged in with a role that has these rights and no others. */
  async function adminWith(...keys: string[]): Promise<Admin> {
    const { policies } = await admin.must<{ policies: { id: string; key: string }[] }>(
      `/admin/rbac/policies?limit=200&${keys.map((key) => `key[]=${key}`).join("&")}`,
    )
    expect(policies.map(({ key }) => key).sort()).toEqual([...keys].sort())
    const { role } = await admin.must<{ role: { id: string } }>("/admin/rbac/roles", {
      body: { name: OTHER_ROLE, policy_ids: policies.map(({ id }) => id) },
    })
    await shop.database.query("UPDATE user_rbac_role SET rbac_role_id = $1 WHERE user_id = $2", [
      role.id,
      adminId,
    ])
    return Admin.logIn(shop.store)
  }

  it("that may only read cases can neither resolve nor export them", async () => {
    const id = await givenCase()
    const reader = await adminWith("pagoefectivo_case:read")
    const status = async (path: string, body?: object) =>
      (await reader.call(`${BASE}${path}`, { ...(body && { body }) })).status
    expect(await status(`/cases/${id}`)).toBe(200)
    expect(await status(`/cases/${id}/resolve`, { action: "ignore", note: "why" })).toBe(403)
    expect(await status("/cases/bulk", { ids: [id], action: "ignore", note: "why" })).toBe(403)
    expect(await status("/cases/export")).toBe(403)
    expect(await status("/payouts")).toBe(403)
    expect((await get<{ case: Row }>(`/cases/${id}`)).body.case.status).toBe("open")
  })
})
