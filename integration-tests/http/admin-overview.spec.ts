import type {
  AdminRefusal,
  AdminSetting,
  AdminSettingsResponse,
  HealthState,
} from "../../src/http-types"
import { formatCip } from "../../src/voucher"
import { AdminDesk, type Row } from "../support/admin-desk"
import { bootShop, BOOT_TIMEOUT_MS, type BootedShop } from "../support/booted-shop"
import { eventually } from "../support/eventually"
import { createMailbox, type Mailbox } from "../support/mailbox"
import { GUEST_ADDRESS, http, type Order, type Voucher } from "../support/shopper"
import { STORE_KEYS } from "../support/store-keys"
import { uploadReport } from "../support/upload"

/** Written in the store's configuration. */
const CONTACT = "pedidos@tienda.example"

let shop: BootedShop
let mailbox: Mailbox
let desk: AdminDesk

beforeAll(async () => {
  mailbox = await createMailbox()
  shop = await bootShop({
    env: { MAILBOX_FOLDER: mailbox.folder },
    options: { voucher: { contact: CONTACT } },
  })
  desk = await AdminDesk.open(shop)
}, BOOT_TIMEOUT_MS)

afterAll(() => shop?.close())

describe("a store that never issued a code", () => {
  it("says so in its summary, until it has", async () => {
    const isEmpty = async () =>
      (await desk.get<{ summary: { is_empty: boolean } }>("/summary")).body.summary.is_empty
    expect(await isEmpty()).toBe(true)
    await shop.shopper.placeOrder()
    expect(await isEmpty()).toBe(false)
  })
})

describe("health", () => {
  beforeAll(() => desk.paidOrder())

  interface Check {
    id: string
    state: HealthState
    message: string
    what_to_do: string | null
    data: Record<string, unknown>
  }

  async function health(query = "?refresh=true"): Promise<Record<string, Check>> {
    const { body } = await desk.get<{ health: { checks: Check[] } }>(`/health${query}`)
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
    const before = (await desk.get<{ summary: Summary }>("/summary")).body.summary
    const { voucher } = await shop.shopper.placeOrder()
    await desk.givenCase({ reason: "held", amount_at_risk_centimos: 10, opened_at: new Date(0) })
    await desk.givenCase({ reason: "held", amount_at_risk_centimos: 20 })
    const dollars = { currency_code: "usd", amount_at_risk_centimos: 900_000 }
    await desk.givenCase({ reason: "fx_mismatch", ...dollars })
    await desk.givenCase({ reason: "unsettled", amount_at_risk_centimos: 25 })
    await desk.givenCase({ reason: "settled_late", amount_at_risk_centimos: 1_000 })
    const waiting = (await desk.get<{ summary: Summary }>("/summary")).body.summary
    expect(soles(waiting.waiting) - soles(before.waiting)).toBe(79_90)
    expect(soles(waiting.at_risk) - soles(before.at_risk)).toBe(10_55)
    expect(waiting.open_cases.oldest_opened_at).toBe("1970-01-01T00:00:00.000Z")
    expect(waiting.open_cases.by_reason).toContainEqual(
      expect.objectContaining({ reason: "held", count: 2, amount: "0.30", currency_code: "pen" }),
    )
    const given = ["settled_late", "held", "unsettled", "fx_mismatch"]
    const byMoney = waiting.open_cases.by_reason.map(({ reason }) => reason)
    expect(byMoney.filter((reason) => given.includes(reason ?? ""))).toEqual(given)
    await shop.sandbox.pay(voucher.cip)
    const paid = await eventually(
      async () => (await desk.get<{ summary: Summary }>("/summary")).body.summary,
      (summary) => soles(summary.paid_not_settled) - soles(waiting.paid_not_settled) === 79_90,
      { what: "the payment in the summary" },
    )
    expect(soles(waiting.waiting) - soles(paid.waiting)).toBe(79_90)
    const owed = async () => {
      const list = "/vouchers?settled=false&limit=1000"
      const { body } = await desk.get<{ vouchers: Row[]; count: number }>(list)
      expect(body.count).toBe(body.vouchers.length)
      return body.vouchers.map(({ id }) => id)
    }
    const unlisted = await owed()
    expect(unlisted).toContain(voucher.id)
    expect((await desk.get("/vouchers?settled=false&status=paid")).status).toBe(400)
    await shop.store.runJob("update-unsettled")
    expect(await owed()).toEqual(unlisted)
    const listed = await desk.get<{ summary: Summary }>("/summary")
    expect(listed.body.summary.paid_not_settled).toEqual(paid.paid_not_settled)
    const { content } = await shop.sandbox.settlementFile({ format: "standard_csv" })
    expect((await uploadReport(desk.admin, "all.csv", content)).status).toBe(201)
    const settled = (await desk.get<{ summary: Summary }>("/summary")).body.summary
    expect(soles(paid.paid_not_settled) - soles(settled.paid_not_settled)).toBeGreaterThanOrEqual(
      79_90,
    )
    expect(await owed()).not.toContain(voucher.id)
    await shop.store.runJob("update-unsettled")
    const relisted = await desk.get<{ summary: Summary }>("/summary")
    expect(relisted.body.summary.paid_not_settled).toEqual(settled.paid_not_settled)
    const past = await desk.get<{ summary: Summary }>("/summary?from=2020-01-01&to=2020-02-01")
    expect(past.body.summary.period.issued).toEqual([])
    expect((await desk.get("/summary?from=2020-02-01&to=2020-01-01")).status).toBe(400)
  })

  it("keeps what was issued and paid on past days, and forgets a day whose payment has moved", async () => {
    const lastWeek = new Date(Date.now() - 7 * 86_400_000)
    const nextDay = new Date(lastWeek.getTime() + 86_400_000)
    const days = `/summary?from=${lastWeek.toISOString()}&to=${nextDay.toISOString()}`
    const ofLastWeek = async () => (await desk.get<{ summary: Summary }>(days)).body.summary
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
    const wholeDays = await desk.get<{ summary: Summary }>("/summary?from=2020-01-01T05:00:00Z")
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
    reason?: string
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

describe("settings", () => {
  const FEES = "settlement.fees"
  const DUE = "settlement.dueBusinessDays"
  const CARD = { tiers: [{ percent: "3.5" }] }
  const DEAR = { tiers: [{ percent: "10" }] }
  let voucherId: string
  let pageUrl: string

  beforeAll(async () => {
    const { voucher } = await desk.paidOrder()
    voucherId = voucher.id
    pageUrl = voucher.page_url
  })

  const stored = (name: string) =>
    shop.database.query<Row>(
      "SELECT * FROM pagoefectivo_setting_change WHERE name = $1 ORDER BY version",
      [name],
    )

  async function answer(): Promise<AdminSettingsResponse> {
    return (await desk.get<AdminSettingsResponse>("/settings")).body
  }

  async function setting(name: string): Promise<AdminSetting> {
    return (await answer()).settings.find((one) => one.name === name)!
  }

  function post(name: string, body: object) {
    return desk.post<{ setting: AdminSetting } & AdminRefusal>(`/settings/${name}`, body)
  }

  /** As somebody does who has just looked. */
  async function change(name: string, value: unknown, more: object = {}): Promise<AdminSetting> {
    const { version } = await setting(name)
    const { status, body } = await post(name, { value, version, ...more })
    expect([status, body.message]).toEqual([200, undefined])
    return body.setting
  }

  async function run(): Promise<{ status: string; error: string | null }> {
    type Answer = { reconciliation: { id: string; status: string; error: string | null } }
    const { body } = await desk.post<Answer>("/reconciliations", {})
    return eventually(
      async () =>
        (await desk.get<Answer>(`/reconciliations/${body.reconciliation.id}`)).body.reconciliation,
      ({ status }) => status === "completed" || status === "failed",
      { what: "the end of the run" },
    )
  }

  async function openCases(reason: string): Promise<number> {
    const { body } = await desk.get<{ count: number }>(
      `/cases?reason=${reason}&status=open&voucher_id=${voucherId}`,
    )
    return body.count
  }

  /** Lima's day, so many days from today. */
  const day = (days: number) =>
    new Date(Date.now() - 5 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10)

  it("show each option with its value, where it is from, and no secret", async () => {
    const { settings } = await answer()
    const of = (name: string) => settings.find((one) => one.name === name)
    expect(of("voucher.contact")).toMatchObject({
      value: CONTACT,
      source: "code",
      environment: null,
      can_change: false,
    })
    expect(of("baseUrl")).toMatchObject({
      value: shop.sandbox.apiUrl,
      source: "environment",
      environment: "PAGOEFECTIVO_BASE_URL",
    })
    expect(of("retentionDays")).toMatchObject({ value: 400, source: "default", unit: "days" })
    expect(of("secretKey")).toMatchObject({
      value: null,
      is_secret: true,
      is_set: true,
      source: "environment",
    })
    for (const one of settings)
      expect([one.name, one.description]).toEqual([one.name, expect.stringMatching(/\S/)])
    const text = JSON.stringify(await answer())
    for (const name of ["PAGOEFECTIVO_ACCESS_KEY", "PAGOEFECTIVO_SECRET_KEY"] as const) {
      expect(text).not.toContain(STORE_KEYS[name])
    }
  })

  it("that stand in code refuse a change, and say so", async () => {
    const { status, body } = await post("voucher.contact", { value: "otra", version: 0 })
    expect([status, body.code]).toEqual([409, "set_in_code"])
    expect(body.message).toContain("voucher.contact")
    expect(await stored("voucher.contact")).toEqual([])
    const other = await post("voucherHours", { value: 48, version: 0 })
    expect([other.status, other.body.message]).toEqual([400, expect.stringContaining(DUE)])
  })

  it("name the field that is wrong, and keep nothing of it", async () => {
    const { status, body } = await post(FEES, {
      value: { tiers: [{ percent: "diez" }] },
      version: 0,
    })
    expect([status, body.code]).toEqual([400, "bad_value"])
    expect(body.message).toMatch(/"settlement\.fees\.tiers\.0\.percent".*found "diez"/)
    const misplaced = await post(DUE, { value: 5, version: 0, valid_from: day(0) })
    expect([misplaced.status, misplaced.body.message]).toEqual([
      400,
      expect.stringContaining("valid_from"),
    ])
    expect([await stored(FEES), await stored(DUE)]).toEqual([[], []])
  })

  it("let the first of two colleagues in, and refuse the second", async () => {
    const { version } = await setting(DUE)
    const answers = await Promise.all([8, 9].map((value) => post(DUE, { value, version })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const refused = answers.find(({ status }) => status === 409)
    expect(refused?.body.code).toBe("changed_meanwhile")
    expect(await stored(DUE)).toHaveLength(1)
  })

  it("keep who changed what from what to what, and are taken back with a new line", async () => {
    await change(DUE, 5)
    const { changes, value, source } = await change(DUE, null)
    expect([value, source]).toEqual([3, "default"])
    expect(changes.map(({ from, to, by }) => [from, to, by])).toEqual([
      [5, null, desk.adminId],
      [expect.any(Number), 5, desk.adminId],
      [null, expect.any(Number), desk.adminId],
    ])
    const list = await desk.get<{ setting_changes: Row[]; count: number }>(
      `/settings/changes?name=${DUE}&limit=2`,
    )
    expect(list.body).toMatchObject({ count: 3, setting_changes: changes.slice(0, 2) })
  })

  it("count from the next run on: due days", async () => {
    await shop.database.query(
      `UPDATE pagoefectivo_voucher SET paid_at = paid_at - interval '20 days',
         captured_at = captured_at - interval '20 days' WHERE id = $1`,
      [voucherId],
    )
    await run()
    expect(await openCases("unsettled")).toBe(1)
    await change(DUE, 40)
    await run()
    expect(await openCases("unsettled")).toBe(0)
    await change(DUE, null)
    await run()
    expect(await openCases("unsettled")).toBe(1)
  })

  async function overcharged(): Promise<[string, string] | null> {
    const { body } = await desk.get<{ fee_totals: { expected: string; charged: string }[] | null }>(
      `/fee-totals?from=${day(-1)}&to=${day(0)}&by=month`,
    )
    const [month] = body.fee_totals ?? []
    return month ? [month.expected, month.charged] : null
  }

  it("date rate cards by the day of payment: a card of tomorrow leaves today alone", async () => {
    const { voucher } = await desk.paidOrder()
    voucherId = voucher.id
    const now = new Date().toISOString()
    const header =
      "external_reference,payment_id,status,amount,currency,fee,net,date_created,date_credited"
    const { rows } = {
      rows: await shop.database.query<{ transaction_code: string; amount: string }>(
        "SELECT transaction_code, (amount_centimos / 100.0)::numeric(12,2)::text AS amount FROM pagoefectivo_voucher WHERE id = $1",
        [voucherId],
      ),
    }
    const { transaction_code, amount } = rows[0]!
    const feeOf = (percent: number) => {
      const net = Math.round(Number(amount) * percent)
      return ((net + Math.round(net * 0.18)) / 100).toFixed(2)
    }
    const fee = feeOf(3.5)
    const net = (Number(amount) - Number(fee)).toFixed(2)
    await uploadReport(
      desk.admin,
      "fees.csv",
      [
        header,
        `${transaction_code},${voucher.cip},settled,${amount},PEN,${fee},${net},${now},${now}`,
        "",
      ].join("\n"),
    )
    // Without a card nothing is expected, and all that was charged is unjudged.
    expect((await overcharged())?.[0]).toBe("0.00")

    await change(FEES, CARD, { valid_from: day(-30) })
    const before = await overcharged()
    expect(Number(before?.[0])).toBeGreaterThan(0)
    const dated = await change(FEES, DEAR, { valid_from: day(1) })
    expect(dated.value).toMatchObject([
      { valid_from: day(-30), card: CARD },
      { valid_from: day(1), card: DEAR },
    ])
    expect(await overcharged()).toEqual(before)
    await run()
    expect(await openCases("fee_mismatch")).toBe(0)

    await change(FEES, DEAR, { valid_from: day(0) })
    const [expected = "", charged] = (await overcharged()) ?? []
    expect(Number(expected)).toBeGreaterThan(Number(before?.[0]))
    expect(charged).toBe(before?.[1])
    await run()
    expect(await openCases("fee_mismatch")).toBe(1)
    await change(FEES, null, { valid_from: day(0) })
    await run()
    expect(await openCases("fee_mismatch")).toBe(0)
  })

  it("change no fee of days that are closed", async () => {
    const period = { from_day: day(-20), to_day: day(-10) }
    const { body } = await desk.post<{ closed_period: Row }>("/closed-periods", period)
    const { version } = await setting(FEES)
    for (const [from, status] of [
      [-10, 400],
      [-30, 400],
      [-9, 200],
    ] as const) {
      const told = await post(FEES, { value: DEAR, version, valid_from: day(from) })
      expect([from, told.status]).toEqual([from, status])
      if (status === 400)
        expect(told.body).toMatchObject({
          code: "closed_period",
          message: expect.stringContaining(period.to_day),
        })
    }
    await desk.post(`/closed-periods/${body.closed_period.id}/reopen`)
    await change(FEES, null, { valid_from: day(-9) })
  })

  it("say who hears of the next run", async () => {
    await change("alerts.email.to", ["contabilidad@tienda.example"])
    await run()
    const mail = await mailbox.find(
      ({ to }) => to === "contabilidad@tienda.example",
      "the alert to the new address",
    )
    expect(mail.template).toBe("pagoefectivo_alert")
  })

  it("show shoppers the payment points and texts within seconds", async () => {
    const points = [{ name: "Bodega Rosita", kind: "counter" }]
    await change("voucher.content.paymentPoints", points)
    const { voucher } = await shop.shopper.placeOrder()
    const page = async () => (await fetch(voucher.page_url)).text()
    expect(await page()).toContain("Bodega Rosita")
    await change("voucher.content.wording", { es: { "waiting.cip": "Tu número de pago" } })
    expect(await page()).toContain("Tu número de pago")
    await change("voucher.content.wording", null)
    expect(await page()).not.toContain("Tu número de pago")
  })

  it("that can't be read fail a run by name, and keep no shopper from paying", async () => {
    await shop.database.query(
      `INSERT INTO pagoefectivo_setting_change (id, name, version, valid_from, value, changed_by)
       VALUES ('pestc_broken', '${FEES}', 1000, '2026-01-01', '{"tiers":[]}', 'test')`,
    )
    expect(await run()).toMatchObject({
      status: "failed",
      error: expect.stringContaining("settlement.fees.tiers"),
    })
    expect((await fetch(pageUrl)).status).toBe(200)
    await shop.database.query("DELETE FROM pagoefectivo_setting_change WHERE id = 'pestc_broken'")
    expect(await run()).toMatchObject({ status: "completed" })
  })
})

describe("the search", () => {
  interface HitRow extends Row {
    kind: "voucher" | "order" | "case" | "payout"
    found_by: string
    to: string
  }
  const ADDRESS = {
    ...GUEST_ADDRESS,
    first_name: "Rosaura",
    last_name: "Quispe Ñaupari",
    phone: "943 118-207",
  }
  const EMAIL = "rosaura.quispe@example.pe"
  let placed: { order: Order; voucher: Voucher }
  let caseId: string

  async function search(q: string): Promise<HitRow[]> {
    const { body, status } = await desk.get<{ results: HitRow[] }>(
      `/search?q=${encodeURIComponent(q)}`,
    )
    expect([q, status]).toEqual([q, 200])
    return body.results
  }

  beforeAll(async () => {
    placed = await shop.shopper.placeOrder({ email: EMAIL, address: ADDRESS, quantity: 4 })
    caseId = await desk.givenCase({
      reason: "held",
      order_id: placed.order.id,
      voucher_id: placed.voucher.id,
      amount_at_risk_centimos: 31_417,
    })
    await shop.database.query(
      `INSERT INTO pagoefectivo_payout (id, provider_id, payout_id, currency_code,
         bank_deposit_centimos, bank_reference)
       VALUES ('pepay_search', 'pp_pagoefectivo_pagoefectivo', 'PE-BUSCA-7', 'pen', 778813, 'OP 5518')`,
    )
  })

  const grouped = (cip: string, between: string) => formatCip(cip).replaceAll(" ", between)

  it.each<[string, (of: { order: Order; voucher: Voucher }) => string | Promise<string>]>([
    ["code", ({ voucher }) => voucher.cip],
    ["code", ({ voucher }) => grouped(voucher.cip, " ")],
    ["code", ({ voucher }) => grouped(voucher.cip, ".")],
    ["code_ending", ({ voucher }) => voucher.cip.slice(-5)],
    ["order_number", ({ order }) => `#${order.display_id}`],
    ["order_number", ({ order }) => String(order.display_id)],
    ["amount", () => "289.60"],
    ["amount", () => "S/ 289.60"],
    ["name", () => "quispe naup"],
    ["name", () => "Rosaura Ñaupari"],
    ["email", () => EMAIL.toUpperCase()],
    ["email", () => "rosaura.q"],
    ["phone", () => "943118207"],
    ["phone", () => "+51943118207"],
    ["phone", () => "943 118 207"],
    [
      "transaction_code",
      async ({ voucher }) => String((await desk.voucher(voucher)).transaction_code),
    ],
    ["id", ({ voucher }) => voucher.id],
    ["id", ({ order }) => order.id],
  ])("understands %s: %#", async (meaning, textOf) => {
    const hits = await search(await textOf(placed))
    const found = hits.find(({ kind, id }) => kind === "voucher" && id === placed.voucher.id)
    expect(found).toMatchObject({
      found_by: meaning,
      cip: placed.voucher.cip,
      status: "waiting",
      amount: "289.60",
      currency_code: "pen",
      order_display_id: placed.order.display_id,
      shopper: "Rosaura Quispe Ñaupari",
      to: `/pagoefectivo/vouchers?voucher=${placed.voucher.id}`,
    })
    expect(hits).toContainEqual(
      expect.objectContaining({ kind: "case", id: caseId, cip: placed.voucher.cip }),
    )
  })

  it("leads from a phone to the order", async () => {
    expect((await search("943118207"))[0]).toMatchObject({
      kind: "order",
      id: placed.order.id,
      found_by: "phone",
      order_display_id: placed.order.display_id,
      cip: placed.voucher.cip,
      to: `/orders/${placed.order.id}`,
    })
    expect(await search("943118208")).toEqual([])
  })

  it("finds a case by its id and its amount", async () => {
    const hit = expect.objectContaining({ kind: "case", id: caseId, amount: "314.17" }) as HitRow
    expect(await search(caseId)).toEqual([hit])
    expect(await search("314.17")).toEqual([hit])
  })

  it.each([
    ["payout", "PE-BUSCA-7"],
    ["payout", "pe-busca"],
    ["bank_reference", "op 5518"],
    ["amount", "S/ 7,788.13"],
  ])("finds a payout by its %s: %s", async (meaning, text) => {
    expect(await search(text)).toEqual([
      expect.objectContaining({
        kind: "payout",
        payout_id: "PE-BUSCA-7",
        found_by: meaning,
        bank_deposit: "7788.13",
        to: expect.stringMatching(/^\/pagoefectivo\/payouts\/pepo_/),
      }),
    ])
  })

  it("finds by the gateway's operation number and by Medusa's payment", async () => {
    const paid = await desk.paidOrder()
    const { notices } = await desk.voucher(paid.voucher)
    const { order } = await desk.admin.must<{
      order: { payment_collections: { payments: { id: string }[] }[] }
    }>(`/admin/orders/${paid.order.id}?fields=payment_collections.payments.id`)
    const payment = order.payment_collections[0]?.payments[0]?.id ?? ""
    for (const text of [String(notices[0]?.operation_number), payment]) {
      expect(await search(text)).toContainEqual(
        expect.objectContaining({ kind: "voucher", id: paid.voucher.id, found_by: "payment" }),
      )
    }
  })

  it("shows nothing for what is nowhere, and refuses what can't be asked", async () => {
    for (const text of ["%", "_", "99999999999999", "S/ 90071992547409.91", "zzz' --", "王小明"]) {
      expect([text, await search(text)]).toEqual([text, []])
    }
    for (const query of ["", "?q=", `?q=${"x".repeat(101)}`, "?q=%00", "?q=a&limit=3"]) {
      expect([query, (await desk.get(`/search${query}`)).status]).toEqual([query, 400])
    }
  })
})
