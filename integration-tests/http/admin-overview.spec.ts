import type { HealthState } from "../../src/http-types"
import { AdminDesk, type Row } from "../support/admin-desk"
import { bootShop, BOOT_TIMEOUT_MS, type BootedShop } from "../support/booted-shop"
import { eventually } from "../support/eventually"
import { http } from "../support/shopper"
import { uploadReport } from "../support/upload"

let shop: BootedShop
let desk: AdminDesk

beforeAll(async () => {
  shop = await bootShop()
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
    const waiting = (await desk.get<{ summary: Summary }>("/summary")).body.summary
    expect(soles(waiting.waiting) - soles(before.waiting)).toBe(79_90)
    expect(soles(waiting.at_risk) - soles(before.at_risk)).toBe(30)
    expect(waiting.open_cases.oldest_opened_at).toBe("1970-01-01T00:00:00.000Z")
    expect(waiting.open_cases.by_reason).toContainEqual(
      expect.objectContaining({ reason: "held", count: 2, amount: "0.30", currency_code: "pen" }),
    )
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
