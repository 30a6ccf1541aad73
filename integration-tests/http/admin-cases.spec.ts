import { PERMISSIONS } from "../../src/api/admin/pagoefectivo/permissions"
import { API_LIMITS } from "../../src/api/support/limits"
import { Admin } from "../support/admin"
import { ADMIN_API, AdminDesk, type Row } from "../support/admin-desk"
import { bootShop, BOOT_TIMEOUT_MS, type BootedShop } from "../support/booted-shop"
import { http } from "../support/shopper"

let shop: BootedShop
let desk: AdminDesk

beforeAll(async () => {
  // Role-based access is on for all of it: the admin has Medusa's role with all rights.
  shop = await bootShop({ env: { MEDUSA_FF_RBAC: "true" } })
  desk = await AdminDesk.open(shop)
}, BOOT_TIMEOUT_MS)

afterAll(() => shop?.close())

describe("every admin route", () => {
  it.each(PERMISSIONS.map(([method, path]) => [method, path.replace(":id", "x")] as const))(
    "%s %s is for admins only",
    async (method, path) => {
      const { status } = await http(`${shop.store.url}${ADMIN_API}${path}`, {
        method,
        ...(method === "POST" && { body: {} }),
      })
      expect(status).toBe(401)
    },
  )
})

describe("cases", () => {
  it("are filtered, sorted by money, and shown with history and actions", async () => {
    const { order, voucher } = await shop.shopper.placeOrder()
    const links = { order_id: order.id, voucher_id: voucher.id, reason: "unsettled" }
    const small = await desk.givenCase({ ...links, amount_at_risk_centimos: 1_00 })
    const big = await desk.givenCase({ ...links, amount_at_risk_centimos: 1_000_00 })
    for (const query of [
      `order_id=${order.id}`,
      `q=${voucher.cip}`,
      `q=${order.display_id}&reason=unsettled`,
    ]) {
      const { body } = await desk.get<{ cases: Row[]; count: number }>(
        `/cases?${query}&status=open&order=-amount_at_risk`,
      )
      expect([query, body.cases.map(({ id }) => id)]).toEqual([query, [big, small]])
    }
    const { body } = await desk.get<{ case: Row }>(`/cases/${big}`)
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
    const id = await desk.givenCase()
    const bare = await desk.post<{ message: string }>(`/cases/${id}/resolve`, { action: "dismiss" })
    expect([bare.status, bare.body]).toEqual([
      400,
      {
        type: "invalid_data",
        code: "note_needed",
        message: expect.stringMatching(/note/),
        values: { action: "dismiss" },
      },
    ])
    const shrug = await desk.post(`/cases/${id}/resolve`, { action: "shrug", note: "x", colour: 1 })
    expect([shrug.status, shrug.body]).toEqual([
      400,
      expect.objectContaining({ code: "invalid_input", values: { fields: "action, colour" } }),
    ])
    const filter = await desk.get("/cases?status=lost")
    expect([filter.status, filter.body]).toEqual([
      400,
      expect.objectContaining({ code: "invalid_input", values: { fields: "status" } }),
    ])

    const nobody = await desk.post<{ message: string }>(`/cases/${id}/assign`, {
      assigned_to: "user_nobody",
    })
    expect([nobody.status, nobody.body.message]).toEqual([400, expect.stringMatching(/admin user/)])
    const half = await desk.post(`/cases/${id}/notes`, { note: "half a character: \ud83d" })
    expect(half.status).toBe(400)
    await desk.post(`/cases/${id}/notes`, { note: "Asked the bank" })
    await desk.post(`/cases/${id}/assign`, { assigned_to: desk.adminId })
    const stale = await desk.post<{ message: string }>(`/cases/${id}/assign`, {
      assigned_to: null,
      version: 1,
    })
    expect([stale.status, stale.body]).toEqual([
      409,
      expect.objectContaining({
        code: "case_changed",
        message: expect.stringMatching(/somebody else/),
      }),
    ])

    const resolved = await desk.post<{ case: Row }>(`/cases/${id}/resolve`, {
      action: "accept",
      note: "The tariff changed",
    })
    expect(resolved.body.case).toMatchObject({
      status: "resolved",
      resolution: "accept",
      resolved_by: desk.adminId,
      assigned_to: desk.adminId,
      available_actions: ["reopen"],
    })
    const { body } = await desk.post<{ case: Row & { history: Row[] } }>(`/cases/${id}/reopen`, {
      note: "It did not",
    })
    expect(body.case).toMatchObject({ status: "open", resolution: null, resolved_at: null })
    expect(body.case.history.map(({ kind, actor, note }) => [kind, actor, note])).toEqual([
      ["note", desk.adminId, "Asked the bank"],
      ["assigned", desk.adminId, null],
      ["accept", desk.adminId, "The tariff changed"],
      ["reopened", desk.adminId, "It did not"],
    ])
  })

  it("open for money that comes after the cancellation, and end by a transfer's reference", async () => {
    const { order, voucher } = await shop.shopper.placeOrder()
    await shop.database.query(
      "UPDATE pagoefectivo_voucher SET paid_at = now(), paid_centimos = 7990, paid_currency_code = 'pen', status = 'paid' WHERE id = $1",
      [voucher.id],
    )
    const late = await desk.givenCase({
      reason: "late_payment",
      order_id: order.id,
      voucher_id: voucher.id,
      amount_at_risk_centimos: 79_90,
    })
    const { status, body } = await desk.post<{ case: Row }>(`/cases/${late}/resolve`, {
      action: "refunded_outside",
      reference: "BCP 00912",
      note: "Sent back today",
    })
    expect([status, body.case.status]).toEqual([200, "resolved"])
    expect((await desk.voucher(voucher)).refunds).toEqual([
      expect.objectContaining({
        amount: "79.90",
        reference: "BCP 00912",
        recorded_by: desk.adminId,
      }),
    ])
  })

  it("are closed in bulk by ids or by filter, up to a limit, telling which refused", async () => {
    const [one, two] = [await desk.givenCase(), await desk.givenCase()]
    const dismiss = { action: "dismiss", note: "Rounded differently" }
    const byIds = await desk.post<{ resolved: string[]; failed: Row[] }>("/cases/bulk", {
      ...dismiss,
      ids: [one, "pecas_none"],
    })
    expect(byIds.body).toMatchObject({
      resolved: [one],
      failed: [{ id: "pecas_none", code: "not_found" }],
      count: 2,
    })

    const payout_id = "pepay_bulk"
    const three = await desk.givenCase({ payout_id })
    const byFilter = await desk.post("/cases/bulk", { ...dismiss, filter: { payout_id } })
    expect(byFilter.body).toEqual({ resolved: [three], failed: [], count: 1 })
    expect((await desk.get<{ case: Row }>(`/cases/${two}`)).body.case.status).toBe("open")

    await desk.givenManyCases(API_LIMITS.maxBulkCases + 1, "pepay_many")
    const many = { ...dismiss, filter: { payout_id: "pepay_many" } }
    const refused = await desk.post<{ message: string }>("/cases/bulk", many)
    expect(refused.body).toMatchObject({
      code: "too_many_cases",
      values: { count: API_LIMITS.maxBulkCases + 1, most: API_LIMITS.maxBulkCases },
    })
    expect([refused.status, refused.body.message]).toEqual([
      400,
      expect.stringMatching(
        new RegExp(`${API_LIMITS.maxBulkCases + 1}.*${API_LIMITS.maxBulkCases}`),
      ),
    ])
    expect((await desk.get("/cases?payout_id=pepay_many&status=open&limit=1")).body.count).toBe(
      API_LIMITS.maxBulkCases + 1,
    )
    for (const wrong of [
      dismiss,
      { ...dismiss, ids: [one], filter: {} },
      { ...dismiss, ids: [] },
    ]) {
      expect((await desk.post("/cases/bulk", wrong)).status).toBe(400)
    }
    await desk.forgetCases("pepay_many")
  })

  it("are exported as CSV and XLSX in which no note becomes a formula", async () => {
    const payout_id = "pepay_export"
    const notes = ["=cmd|' /C calc'!A0", "+1", "-2+3", "@SUM(A1)", " =1+1", 'Pago, "mañana"\nñ']
    for (const note of notes) {
      await desk.post(`/cases/${await desk.givenCase({ payout_id })}/notes`, { note })
    }
    const file = (format: string) =>
      desk.admin.call<string>(`${ADMIN_API}/cases/export?format=${format}&payout_id=${payout_id}`)
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
      `${shop.store.url}${ADMIN_API}/cases/export?format=xlsx&payout_id=${payout_id}`,
      { headers: { authorization: desk.admin.authorization } },
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
  const address = (format: string) =>
    `${ADMIN_API}/cases/export?format=${format}&payout_id=pepay_large`

  beforeAll(async () => {
    await desk.givenManyCases(rows, "pepay_large")
  })

  afterAll(() => desk.forgetCases("pepay_large"))

  it("has every case once as CSV, and is refused as a workbook", async () => {
    const { body } = await desk.admin.call<string>(address("csv"))
    const ids = body.match(/^pepay_large\d+/gm) ?? []
    expect([ids.length, new Set(ids).size]).toEqual([rows, rows])
    const refused = await desk.admin.call<{ message: string }>(address("xlsx"))
    expect([refused.status, refused.body.message]).toEqual([
      400,
      expect.stringMatching(`${rows}.*${API_LIMITS.maxXlsxRows}`),
    ])
  })
})

describe("a role", () => {
  const OTHER_ROLE = "Reads cases"

  /** The admin logged in with a role that has these rights and no others. */
  async function adminWith(...keys: string[]): Promise<Admin> {
    const { policies } = await desk.admin.must<{ policies: { id: string; key: string }[] }>(
      `/admin/rbac/policies?limit=200&${keys.map((key) => `key[]=${key}`).join("&")}`,
    )
    expect(policies.map(({ key }) => key).sort()).toEqual([...keys].sort())
    const { role } = await desk.admin.must<{ role: { id: string } }>("/admin/rbac/roles", {
      body: { name: OTHER_ROLE, policy_ids: policies.map(({ id }) => id) },
    })
    await shop.database.query("UPDATE user_rbac_role SET rbac_role_id = $1 WHERE user_id = $2", [
      role.id,
      desk.adminId,
    ])
    return Admin.logIn(shop.store)
  }

  it("that may only read cases can neither resolve nor export them", async () => {
    const id = await desk.givenCase()
    const reader = await adminWith("pagoefectivo_case:read")
    const status = async (path: string, body?: object) =>
      (await reader.call(`${ADMIN_API}${path}`, { ...(body && { body }) })).status
    expect(await status(`/cases/${id}`)).toBe(200)
    expect(await status(`/cases/${id}/resolve`, { action: "ignore", note: "why" })).toBe(403)
    expect(await status("/cases/bulk", { ids: [id], action: "ignore", note: "why" })).toBe(403)
    expect(await status("/cases/export")).toBe(403)
    expect(await status("/payouts")).toBe(403)
    expect((await desk.get<{ case: Row }>(`/cases/${id}`)).body.case.status).toBe("open")
  })
})
