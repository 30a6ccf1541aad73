import { OPEN_ROUTES, PERMISSIONS, RIGHTS } from "../../src/api/admin/pagoefectivo/permissions"
import { DAY_MS, limaDate } from "../../src/peru/lima"
import { RECONCILIATION_REASONS } from "../../src/reconciliation"
import { API_LIMITS } from "../../src/api/support/limits"
import type { AdminRightsResponse } from "../../src/http-types"
import { Admin } from "../support/admin"
import { ADMIN_API, AdminDesk, type Row } from "../support/admin-desk"
import { bootShop, BOOT_TIMEOUT_MS, type BootedShop } from "../support/booted-shop"
import { exported } from "../support/exported"
import { reportOf, SettlementDesk } from "../support/settlement-desk"
import { GUEST_ADDRESS, http, type Voucher } from "../support/shopper"
import { uploadReport } from "../support/upload"

let shop: BootedShop
let desk: AdminDesk
let books: SettlementDesk

beforeAll(async () => {
  // Role-based access is on for all of it: the admin has Medusa's role with all rights.
  shop = await bootShop({ env: { MEDUSA_FF_RBAC: "true" } })
  desk = await AdminDesk.open(shop)
  books = await SettlementDesk.open(shop)
}, BOOT_TIMEOUT_MS)

afterAll(() => shop?.close())

describe("every admin route", () => {
  it.each(
    [...PERMISSIONS, ...OPEN_ROUTES].map(
      ([method, path]) => [method, path.replace(":id", "x")] as const,
    ),
  )("%s %s is for admins only", async (method, path) => {
    const { status } = await http(`${shop.store.url}${ADMIN_API}${path}`, {
      method,
      ...(method === "POST" && { body: {} }),
    })
    expect(status).toBe(401)
  })
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
    expect(byFilter.body).toMatchObject({ resolved: [three], failed: [], count: 1 })
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

/** Lima's day, so many days from today. */
function day(days: number): string {
  return limaDate(Date.now() + days * DAY_MS)
}

interface Work extends Row {
  version: number
  history: Row[]
  status: string
}

const caseOf = async (id: string) => (await desk.get<{ case: Work }>(`/cases/${id}`)).body.case

type Refusal = { message: string }

describe("a claim of the collector", () => {
  it("is marked with its days, found by them, taken back, and ends with its case", async () => {
    const payout_id = "pepay_claims"
    const [due, waiting, none] = [
      await desk.givenCase({ payout_id }),
      await desk.givenCase({ payout_id }),
      await desk.givenCase({ payout_id }),
    ]
    const claim = { claimed_on: day(-3), answer_due: day(0), reference: "TCK-7" }
    const { status, body } = await desk.post<{ case: Work }>(`/cases/${due}/claim`, claim)
    expect([status, body.case]).toEqual([
      200,
      expect.objectContaining({
        status: "open",
        claimed_on: claim.claimed_on,
        answer_due: claim.answer_due,
        claim_reference: "TCK-7",
      }),
    ])
    expect(body.case.history).toEqual([
      expect.objectContaining({ kind: "claim", actor: desk.adminId }),
    ])
    await desk.post(`/cases/${waiting}/claim`, { claimed_on: day(0), answer_due: day(1) })
    const found = async (claimed: string) => {
      const { body: list } = await desk.get<{ cases: Row[] }>(
        `/cases?payout_id=${payout_id}&claimed=${claimed}`,
      )
      return list.cases.map(({ id }) => id)
    }
    expect(await found("due")).toEqual([due])
    expect(await found("waiting")).toEqual([waiting])
    expect(await found("none")).toEqual([none])

    const taken = await desk.post<{ case: Work }>(`/cases/${waiting}/claim/withdraw`)
    expect(taken.body.case).toMatchObject({ claimed_on: null, answer_due: null })
    expect(taken.body.case.history.at(-1)).toMatchObject({ kind: "claim_withdrawn" })
    const again = await desk.post<Refusal>(`/cases/${waiting}/claim/withdraw`)
    expect([again.status, again.body.message]).toEqual([400, expect.stringMatching(/not claimed/)])

    await desk.post(`/cases/${due}/resolve`, { action: "accept", note: "They paid" })
    expect(await found("due")).toEqual([])
    expect(await caseOf(due)).toMatchObject({ claimed_on: claim.claimed_on })
  })

  it("is refused with days that can't be, and to whoever saw an older case", async () => {
    const id = await desk.givenCase()
    const refusals: [object, number, RegExp][] = [
      [{ claimed_on: day(0), answer_due: day(-1) }, 400, /answer_due: found .*claimed_on on/],
      [{ claimed_on: day(2), answer_due: day(3) }, 400, /claimed_on: found .*until today/],
      [{ claimed_on: "2026-02-31", answer_due: day(3) }, 400, /such as 2026-10-12/],
      [{ claimed_on: day(0) }, 400, /answer_due/],
      [{ claimed_on: day(0), answer_due: day(3), version: 7 }, 409, /somebody else/],
    ]
    for (const [body, status, message] of refusals) {
      const answer = await desk.post<Refusal>(`/cases/${id}/claim`, body)
      expect([answer.status, answer.body.message]).toEqual([status, expect.stringMatching(message)])
    }
    const late = await desk.givenCase({ reason: "late_payment" })
    const other = { claimed_on: day(0), answer_due: day(3) }
    expect((await desk.post(`/cases/${late}/claim`, other)).status).toBe(400)
    expect((await caseOf(id)).history).toEqual([])
  })

  it("stays when a run finds other facts", async () => {
    const { voucherId } = await books.paidOrder()
    const paidBefore = (days: number) =>
      shop.database.query(
        "UPDATE pagoefectivo_voucher SET paid_at = now() - $2 * interval '1 day' WHERE id = $1",
        [voucherId, days],
      )
    await paidBefore(30)
    await books.reconcile()
    const [found] = await books.casesOf(`voucher_id=${voucherId}&reason=unsettled`)
    const claim = { claimed_on: day(-1), answer_due: day(9) }
    await desk.post(`/cases/${found?.id}/claim`, claim)
    await paidBefore(40)
    await books.reconcile()
    const { history, ...known } = await caseOf(found?.id ?? "")
    expect(known).toMatchObject({ status: "open", ...claim })
    expect(history.map(({ kind }) => kind)).toEqual(["opened", "claim", "updated"])
  })
})

describe("money given back by other means", () => {
  async function latePayment(): Promise<{ id: string; voucher: Voucher }> {
    const { order, voucher } = await shop.shopper.placeOrder()
    await shop.database.query(
      "UPDATE pagoefectivo_voucher SET paid_at = now(), paid_centimos = 7990, paid_currency_code = 'pen', status = 'paid' WHERE id = $1",
      [voucher.id],
    )
    await shop.database.query(
      `UPDATE "order" SET status = 'canceled', canceled_at = now() - interval '1 hour' WHERE id = $1`,
      [order.id],
    )
    await books.reconcile()
    const [found] = await books.casesOf(`voucher_id=${voucher.id}`)
    expect(found).toMatchObject({ reason: "late_payment", amount_at_risk: "79.90" })
    return { id: found?.id ?? "", voucher }
  }

  const giveBack = (id: string, amount: string | undefined, reference: string, version?: number) =>
    desk.post<{ case: Work } & Refusal>(`/cases/${id}/resolve`, {
      action: "refunded_outside",
      reference,
      ...(amount !== undefined && { amount }),
      ...(version !== undefined && { version }),
    })

  it("leaves the case open with the rest, until the sum is the whole", async () => {
    const { id, voucher } = await latePayment()
    const part = await giveBack(id, "30.05", "BCP 1")
    expect(part.body.case).toMatchObject({
      status: "open",
      amount_at_risk: "49.85",
      returned_amount: "30.05",
    })
    const repeated = await giveBack(id, "30.05", "BCP 1")
    expect(repeated.body.case).toMatchObject({ amount_at_risk: "49.85", version: 2 })
    await books.reconcile()
    await books.reconcile()
    expect(await caseOf(id)).toMatchObject({ amount_at_risk: "49.85", returned_amount: "30.05" })

    const rest = await giveBack(id, undefined, "BCP 2")
    expect(rest.body.case).toMatchObject({ status: "resolved", returned_amount: "79.90" })
    expect((await desk.voucher(voucher)).refunds).toEqual([
      expect.objectContaining({ amount: "30.05", reference: "BCP 1" }),
      expect.objectContaining({ amount: "49.85", reference: "BCP 2" }),
    ])
    const told = (await caseOf(id)).history.filter(({ kind }) => kind === "refunded_outside")
    expect(told.map(({ data }) => data)).toMatchObject([
      { amount: "30.05", rest: "49.85", reference: "BCP 1" },
      { amount: "49.85", rest: "0.00", reference: "BCP 2" },
    ])
    await books.reconcile()
    expect(await caseOf(id)).toMatchObject({ status: "resolved" })

    await desk.post(`/cases/${id}/reopen`, { note: "Wrong button" })
    expect(await caseOf(id)).toMatchObject({ status: "open", amount_at_risk: "0.00" })
    expect((await giveBack(id, undefined, "BCP 2")).body.case.status).toBe("resolved")
    expect((await desk.voucher(voucher)).refunds).toHaveLength(2)
  })

  it("is never nothing, more than is at risk, or a piece of a céntimo", async () => {
    const { id } = await latePayment()
    const refusals: [string, number | undefined, number, RegExp][] = [
      ["0.00", undefined, 400, /amount: found 0.00, expected 0.01 to 79.90/],
      ["79.91", undefined, 400, /amount: found 79.91, expected 0.01 to 79.90/],
      ["1.005", undefined, 400, /two decimals/],
      ["-1.00", undefined, 400, /two decimals/],
      ["1.00", 7, 409, /somebody else/],
    ]
    for (const [amount, version, status, message] of refusals) {
      const answer = await giveBack(id, amount, "BCP 3", version)
      expect([answer.status, answer.body.message]).toEqual([status, expect.stringMatching(message)])
    }
    await giveBack(id, "1.00", "BCP 3")
    const other = await giveBack(id, "2.00", "BCP 3")
    expect([other.status, other.body.message]).toEqual([400, expect.stringMatching(/BCP 3.*1.00/)])
    const elsewhere = await desk.givenCase()
    const accept = { action: "accept", note: "x", amount: "1.00" }
    expect((await desk.post(`/cases/${elsewhere}/resolve`, accept)).status).toBe(400)
    expect(await caseOf(id)).toMatchObject({ amount_at_risk: "78.90" })
  })
})

describe("cases of colleagues", () => {
  const COLLEAGUE = "user_colleague"

  beforeAll(async () => {
    await shop.database.query(
      `INSERT INTO "user" (id, email, first_name) VALUES ($1, 'ana@example.com', 'Ana')`,
      [COLLEAGUE],
    )
  })

  it("are found by who has them, and change many at once", async () => {
    const payout_id = "pepay_owners"
    const [one, two, three] = [
      await desk.givenCase({ payout_id }),
      await desk.givenCase({ payout_id }),
      await desk.givenCase({ payout_id }),
    ]
    const found = async (owners: string) => {
      const { body } = await desk.get<{ cases: Row[] }>(
        `/cases?payout_id=${payout_id}&order=id&assigned_to=${owners}`,
      )
      return body.cases.map(({ id }) => id).sort()
    }
    await desk.post(`/cases/${one}/assign`, { assigned_to: desk.adminId })
    const handed = await desk.post("/cases/bulk", {
      action: "assign",
      assigned_to: COLLEAGUE,
      ids: [two, "pecas_none"],
    })
    expect(handed.body).toMatchObject({
      resolved: [two],
      versions: { [two]: 2 },
      failed: [{ id: "pecas_none", message: expect.stringMatching(/pecas_none/) }],
      count: 2,
    })
    expect(await found("me")).toEqual([one])
    expect(await found("none")).toEqual([three])
    expect(await found(COLLEAGUE)).toEqual([two])
    expect(await found(`me,none`)).toEqual([one, three])

    const noted = { action: "note", note: "Asked Ana", filter: { payout_id, assigned_to: ["me"] } }
    expect((await desk.post("/cases/bulk", noted)).body).toMatchObject({ resolved: [one] })
    expect((await caseOf(one)).history.at(-1)).toMatchObject({ kind: "note", note: "Asked Ana" })
    for (const wrong of [
      { action: "assign" },
      { action: "assign", assigned_to: "user_nobody" },
      { action: "note" },
      { action: "reopen", assigned_to: null },
    ]) {
      expect((await desk.post("/cases/bulk", { ...wrong, ids: [one] })).status).toBe(400)
    }
  })

  it("are opened again together, but not what somebody changed since", async () => {
    const payout_id = "pepay_undo"
    const ids = [await desk.givenCase({ payout_id }), await desk.givenCase({ payout_id })]
    const { body: closed } = await desk.post<{ versions: Record<string, number> }>("/cases/bulk", {
      action: "accept",
      note: "All right",
      ids,
    })
    const [first = "", second = ""] = ids
    await desk.post(`/cases/${second}/notes`, { note: "Look at this" })
    const undo = { action: "reopen", ids, versions: closed.versions }
    expect((await desk.post("/cases/bulk", undo)).body).toMatchObject({
      resolved: [first],
      failed: [{ id: second, message: expect.stringMatching(/somebody else/) }],
    })
    expect([(await caseOf(first)).status, (await caseOf(second)).status]).toEqual([
      "open",
      "resolved",
    ])
    const all = { action: "reopen", filter: { payout_id } }
    expect((await desk.post("/cases/bulk", all)).body).toMatchObject({ resolved: [second] })
  })
})

describe("why there is a case", () => {
  interface Why {
    rules: {
      reason: string
      outcome: string
      is_this_case: boolean
      why: { code: string } | null
    }[]
    candidates: (Row & { alike: string[]; against: { code: string }[] })[] | null
  }
  const whyOf = async (id: string) => (await desk.get<{ why: Why }>(`/cases/${id}/why`)).body.why

  it("is told rule by rule", async () => {
    const { voucherId, cip } = await books.paidOrder()
    await books.uploadSettlement(cip, { kind: "wrong_amount", cip, amount: "60.00" })
    await books.reconcile()
    const [found] = await books.casesOf(`voucher_id=${voucherId}`)
    const { rules, candidates } = await whyOf(found?.id ?? "")
    expect(candidates).toBeNull()
    expect(rules.map(({ reason }) => reason)).toEqual([...RECONCILIATION_REASONS])
    expect(rules.filter(({ outcome }) => outcome === "fired")).toEqual([
      { reason: "amount_mismatch", outcome: "fired", is_this_case: true, why: null },
    ])
    expect(rules.find(({ reason }) => reason === "missing_capture")?.why?.code).toBe("is_booked")
    expect((await desk.get("/cases/pecas_none/why")).status).toBe(404)
  })

  it("names the codes that a row may have been meant for, and why none was taken", async () => {
    const { voucherId, cip } = await books.paidOrder()
    const file = reportOf("payses_nobody,90000001,settled,79.90,PEN")
    await uploadReport(books.admin, "unknown.csv", file)
    await books.reconcile()
    const [found] = await books.casesOf("reason=unknown_reference&status=open")
    const { rules, candidates } = await whyOf(found?.id ?? "")
    expect(rules.find(({ outcome }) => outcome === "fired")).toMatchObject({
      reason: "unknown_reference",
      is_this_case: true,
    })
    const meant = candidates?.find(({ voucher_id }) => voucher_id === voucherId)
    expect(meant).toMatchObject({ cip, amount: "79.90", alike: ["same_amount", "near_day"] })
    expect(meant?.against.map(({ code }) => code)).toEqual([
      "reference_differs",
      "payment_id_differs",
    ])
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
  let allRights: string
  let roles = 0

  beforeAll(async () => {
    const [held] = await shop.database.query<{ rbac_role_id: string }>(
      "SELECT rbac_role_id FROM user_rbac_role WHERE user_id = $1",
      [desk.adminId],
    )
    allRights = held!.rbac_role_id
  })

  afterEach(() => giveRole(allRights))

  const giveRole = (roleId: string) =>
    shop.database.query("UPDATE user_rbac_role SET rbac_role_id = $1 WHERE user_id = $2", [
      roleId,
      desk.adminId,
    ])

  /** The admin logged in with a role that has these rights and no others. */
  async function adminWith(...keys: string[]): Promise<Admin> {
    const { policies } = await desk.admin.must<{ policies: { id: string; key: string }[] }>(
      `/admin/rbac/policies?limit=200&${keys.map((key) => `key[]=${key}`).join("&")}`,
    )
    expect(policies.map(({ key }) => key).sort()).toEqual([...keys].sort())
    const { role } = await desk.admin.must<{ role: { id: string } }>("/admin/rbac/roles", {
      body: { name: `Role ${++roles}`, policy_ids: policies.map(({ id }) => id) },
    })
    await giveRole(role.id)
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
    expect(await status(`/cases/${id}/why`)).toBe(200)
    const claim = { claimed_on: day(0), answer_due: day(1) }
    expect(await status(`/cases/${id}/claim`, claim)).toBe(403)
    expect(await status(`/cases/${id}/claim/withdraw`, {})).toBe(403)
    expect((await desk.get<{ case: Row }>(`/cases/${id}`)).body.case.status).toBe("open")
  })

  it("is told what it may do, and which right it lacks", async () => {
    const rightsOf = async (admin: Admin) =>
      (await admin.must<AdminRightsResponse>(`${ADMIN_API}/rights`)).rights
    const all = await rightsOf(desk.admin)
    expect(Object.keys(all).sort()).toEqual([...RIGHTS].sort())
    expect(Object.values(all).every(Boolean)).toBe(true)

    const clerk = await adminWith("pagoefectivo_case:read", "pagoefectivo_case:export")
    expect(await rightsOf(clerk)).toEqual({
      ...Object.fromEntries(RIGHTS.map((right) => [right, false])),
      "case:read": true,
      "case:export": true,
    })
    const refused = await clerk.call<{ message: string }>(`${ADMIN_API}/payouts`)
    expect([refused.status, refused.body.message]).toEqual([
      403,
      expect.stringContaining("pagoefectivo_settlement:read"),
    ])

    await giveRole("role_of_nobody")
    const nobody = await Admin.logIn(shop.store)
    expect(Object.values(await rightsOf(nobody)).some(Boolean)).toBe(false)
  })

  it("that may not read orders gets no shopper's name in a file", async () => {
    const { order } = await shop.shopper.placeOrder()
    await desk.givenCase({ order_id: order.id })
    const query = `order_id=${order.id}&words=en`
    const seen = await exported(shop, desk.admin, "/cases", query)
    expect(seen.rows[0]?.Shopper).toBe("María José Ñahui D'Angelo")
    const clerk = await adminWith("pagoefectivo_case:read", "pagoefectivo_case:export")
    const hidden = await exported(shop, clerk, "/cases", query)
    expect(hidden.headers).not.toContain("Shopper")
    expect(JSON.stringify(hidden.rows)).not.toContain("Ñahui")
  })

  it("that may only read codes finds neither cases nor shoppers by the search", async () => {
    const { order, voucher } = await shop.shopper.placeOrder()
    await desk.givenCase({ voucher_id: voucher.id, order_id: order.id })
    const reader = await adminWith("pagoefectivo_voucher:read")
    const search = async (by: Admin, q: string) => {
      const address = `${ADMIN_API}/search?q=${encodeURIComponent(q)}`
      const { results } = await by.must<{ results: { kind: string; shopper: string }[] }>(address)
      return results.map(({ kind, shopper }) => [kind, shopper])
    }
    const name = `${GUEST_ADDRESS.first_name} ${GUEST_ADDRESS.last_name}`
    expect(await search(desk.admin, `#${order.display_id}`)).toEqual([
      ["order", name],
      ["voucher", name],
      ["case", name],
    ])
    expect(await search(reader, `#${order.display_id}`)).toEqual([["voucher", null]])
    expect(await search(reader, GUEST_ADDRESS.phone)).toEqual([])
    expect(await search(reader, "maria.guest@example.pe")).toEqual([])
  })

  it("is told whom a case is about only if it may read orders, too", async () => {
    const { order } = await shop.shopper.placeOrder()
    const id = await desk.givenCase({ order_id: order.id })
    const shopperFor = async (admin: Admin) =>
      (await admin.call<{ case: Row }>(`${ADMIN_API}/cases/${id}`)).body.case.shopper
    expect(await shopperFor(desk.admin)).toEqual({
      name: expect.stringMatching(/\S+ \S+/),
      phone: expect.stringMatching(/\d{6}/),
    })
    expect(await shopperFor(await adminWith("pagoefectivo_case:read"))).toBeNull()
  })
})
