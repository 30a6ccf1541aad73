import { createHash } from "node:crypto"
import { portalRow, portalWorkbook } from "../../src/settlement/__tests__/support/portal"
import { Admin } from "../support/admin"
import { BOOT_TIMEOUT_MS, bootShop, type BootedShop } from "../support/booted-shop"
import { booksOf } from "../support/books"
import { eventually } from "../support/eventually"
import type { Case, Run } from "../support/settlement-nights"
import { startStore } from "../support/start-store"
import { uploadReport, uploadTable } from "../support/upload"

const DAY_MS = 86_400_000

let shop: BootedShop
let admin: Admin

beforeAll(async () => {
  shop = await bootShop()
  admin = await Admin.logIn(shop.store)
}, BOOT_TIMEOUT_MS)

afterAll(() => shop?.close())

async function reconcile(scope: { from?: string; to?: string } = {}): Promise<Run> {
  const { status, body } = await admin.call<{ reconciliation: Run }>(
    "/admin/pagoefectivo/reconciliations",
    { body: scope },
  )
  expect(status).toBe(202)
  return eventually(
    async () =>
      (
        await admin.must<{ reconciliation: Run }>(
          `/admin/pagoefectivo/reconciliations/${body.reconciliation.id}`,
        )
      ).reconciliation,
    (run) => run.status === "completed" || run.status === "failed",
    { what: "the end of the reconciliation" },
  )
}

async function casesOf(query: string): Promise<Case[]> {
  return (await admin.must<{ cases: Case[] }>(`/admin/pagoefectivo/cases?limit=100&${query}`)).cases
}

/** An order that is paid at the gateway and captured in the store. */
async function paidOrder(): Promise<{ orderId: string; voucherId: string; cip: string }> {
  const { order, voucher } = await shop.shopper.placeOrder()
  await shop.sandbox.pay(voucher.cip)
  await eventually(
    () => shop.shopper.order(order.id),
    (found) => found.payment_status === "captured",
    { what: "the captured payment" },
  )
  return { orderId: order.id, voucherId: voucher.id, cip: voucher.cip }
}

type Mistake = NonNullable<Parameters<typeof shop.sandbox.settlementFile>[0]["mutate"]>[number]

/** The sandbox's own report, cut down to one code. */
async function uploadSettlement(cip: string, ...mutate: Mistake[]): Promise<void> {
  const file = await shop.sandbox.settlementFile({ format: "standard_csv", mutate })
  const [header, ...rows] = file.content.toString().split(/\r?\n/)
  const own = rows.filter((row) => row.includes(`,${cip},`))
  const { status, body } = await uploadReport(
    admin,
    file.filename,
    `${[header, ...own].join("\n")}\n`,
  )
  expect([status, body.settlement_report?.lines_count]).toEqual([201, own.length])
}

describe("a reconciliation", () => {
  it("finds nothing wrong where payment, capture and settlement agree", async () => {
    const { cip } = await paidOrder()
    await uploadSettlement(cip)
    const run = await reconcile()
    expect(run).toMatchObject({ status: "completed", progress: 1, counts: {}, error: null })
    expect(run).toMatchObject({
      vouchers_count: 1,
      lines_count: 1,
      duration_seconds: expect.any(Number),
      lines_per_second: expect.any(Number),
    })
    expect(await casesOf("")).toEqual([])
  })

  it("names what does not add up, heals it when it does, and says what changed", async () => {
    const { cip, voucherId, orderId } = await paidOrder()
    await uploadSettlement(cip, { kind: "wrong_amount", cip, amount: "60.00" })
    const first = await reconcile()
    expect(first.counts).toEqual({ amount_mismatch: 1 })
    expect(first.sums).toEqual({ amount_mismatch: { pen: "19.90" } })
    const [found] = await casesOf("status=open")
    expect(found).toMatchObject({
      reason: "amount_mismatch",
      detail: "underpaid",
      expected: { amount: "79.90" },
      actual: { amount: "60.00" },
      amount_at_risk: "19.90",
      order_id: orderId,
      voucher_id: voucherId,
    })

    const again = await reconcile()
    expect(again.counts).toEqual({ amount_mismatch: 1 })
    expect(again.changes.since_last_run).toEqual([])

    const rest = [
      "external_reference,payment_id,status,amount,currency,date_created,date_credited",
      `,${cip},settled,19.90,PEN,${new Date().toISOString()},${new Date().toISOString()}`,
      "",
    ].join("\n")
    expect((await uploadReport(admin, "rest.csv", rest)).status).toBe(201)
    const healed = await reconcile()
    expect(healed.counts).toEqual({})
    expect(healed.changes.since_last_run).toEqual([
      { reason: "amount_mismatch", open: -1, atRisk: { pen: "-19.90" } },
    ])
    const [whole] = await casesOf(`voucher_id=${voucherId}`)
    expect(whole).toMatchObject({ status: "resolved", resolution: "healed" })
  })

  it("captures a payment whose notice was lost, and records it", async () => {
    const { order, voucher } = await shop.shopper.placeOrder()
    await shop.sandbox.behave({ noticesSuppressed: true })
    await shop.sandbox.pay(voucher.cip)
    await shop.sandbox.behave({ noticesSuppressed: false })
    await uploadSettlement(voucher.cip)
    expect((await shop.shopper.order(order.id)).payment_status).toBe("awaiting")
    const run = await reconcile()
    expect(run.counts).toEqual({ missing_capture: 1 })
    expect(run.changes.captured).toBe(1)
    expect((await shop.shopper.order(order.id)).payment_status).toBe("captured")
    expect(await casesOf(`voucher_id=${voucher.id}`)).toEqual([
      expect.objectContaining({
        reason: "missing_capture",
        status: "resolved",
        resolution: "healed",
        amount_at_risk: "79.90",
        actual: { captured_amount: "0.00", gateway_status: "waiting" },
      }),
    ])
    expect((await reconcile()).counts).toEqual({})
  })

  it("captures nothing on a report's word alone", async () => {
    const { order, voucher } = await shop.shopper.placeOrder()
    const claimed = [
      "external_reference,payment_id,status,amount,currency,date_created,date_credited",
      `,${voucher.cip},settled,79.90,PEN,${new Date().toISOString()},${new Date().toISOString()}`,
      "",
    ].join("\n")
    await uploadReport(admin, "claimed.csv", claimed)
    const run = await reconcile()
    expect(run.counts).toEqual({ missing_capture: 1 })
    expect((await shop.shopper.order(order.id)).payment_status).toBe("awaiting")
    const [open] = await casesOf("status=open")
    expect(open).toMatchObject({
      reason: "missing_capture",
      detail: "gateway_unconfirmed",
      voucher_id: voucher.id,
    })

    await shop.sandbox.behave({ noticesSuppressed: true })
    await shop.sandbox.pay(voucher.cip)
    await shop.sandbox.behave({ noticesSuppressed: false })
    await reconcile()
    expect((await shop.shopper.order(order.id)).payment_status).toBe("captured")
    const [closed] = await casesOf(`voucher_id=${voucher.id}`)
    expect(closed).toMatchObject({ status: "resolved", resolution: "healed" })
  })

  it("finds a code that the store has lost by the report that names it", async () => {
    const { id: cartId } = await shop.shopper.fillCart()
    const { body } = await shop.shopper.choosePagoEfectivo(cartId)
    const session = body.payment_collection.payment_sessions[0]!
    await shop.sandbox.behave({ faults: { create: { kind: "drop", committed: true, times: 1 } } })
    expect((await shop.shopper.complete(cartId)).body.type).toBe("cart")
    const lost = shop.sandbox.vouchersOf(session.id)[0]!
    await shop.sandbox.behave({ noticesSuppressed: true })
    await shop.sandbox.pay(lost.cip)
    await shop.sandbox.behave({ noticesSuppressed: false })
    const known = () =>
      shop.database.query<{ id: string; order_id: string | null }>(
        "SELECT id, order_id FROM pagoefectivo_voucher WHERE cip = $1",
        [lost.cip],
      )
    expect(await known()).toEqual([])

    await uploadSettlement(lost.cip)
    const run = await reconcile()
    expect([run.counts, run.changes.captured]).toEqual([{}, 1])
    const [found] = await known()
    expect(found?.order_id).toMatch(/^order_/)
    expect((await shop.shopper.order(found!.order_id!)).payment_status).toBe("captured")
    expect(await casesOf(`voucher_id=${found!.id}`)).toEqual([
      expect.objectContaining({ reason: "orphan_payment", resolution: "healed" }),
    ])
    expect(await casesOf("status=open")).toEqual([])
  })

  it("leaves what a person has decided alone, until the facts change", async () => {
    const reference = "FOREIGN-7"
    const line = (amount: string) =>
      [
        "external_reference,payment_id,status,amount,currency,date_created,date_credited",
        `${reference},999,settled,${amount},PEN,2026-10-07T12:00:00,2026-10-08T12:00:00`,
        "",
      ].join("\n")
    await uploadReport(admin, "foreign.csv", line("12.00"))
    expect((await reconcile()).counts).toEqual({ unknown_reference: 1 })
    const [open] = await casesOf("status=open")
    await admin.must(`/admin/pagoefectivo/cases/${open!.id}/resolve`, {
      body: { action: "dismiss", note: "From the old shop" },
    })
    expect((await reconcile()).counts).toEqual({})
    expect(await casesOf("status=open")).toEqual([])
  })

  it("takes a person's word for whose a line is, if that exists", async () => {
    const { order } = await shop.shopper.placeOrder()
    const line = `external_reference,payment_id,status,amount,currency,date_created,date_credited
FOREIGN-8,998,settled,12.00,PEN,2026-10-07T12:00:00,2026-10-08T12:00:00\n`
    await uploadReport(admin, "whose.csv", line)
    await reconcile()
    const [open] = await casesOf("status=open")
    const { case: detail } = await admin.must<{ case: { line: object } }>(
      `/admin/pagoefectivo/cases/${open!.id}`,
    )
    expect(detail.line).toMatchObject({ filename: "whose.csv", line_number: 2 })
    const link = (body: object) =>
      admin.call<{ message: string; case: Case }>(`/admin/pagoefectivo/cases/${open!.id}/resolve`, {
        body: { action: "link", ...body },
      })
    expect((await link({})).body.message).toMatch(/needs an order or a voucher/)
    expect((await link({ order_id: "order_NONE" })).status).toBe(404)
    expect((await link({ voucher_id: "pevou_NONE" })).status).toBe(404)
    expect((await link({ order_id: order.id })).body.case).toMatchObject({
      status: "resolved",
      order_id: order.id,
    })
    expect((await reconcile()).counts).toEqual({})
  })

  it("of a period looks at its payments only", async () => {
    const run = await reconcile({ from: "2020-01-01", to: "2020-01-31" })
    expect(run).toMatchObject({ status: "completed", vouchers_count: 0, counts: {} })
  })

  it.each([
    [{ from: "2026-02-31", to: "2026-03-01" }, /2026-10-12/],
    [{ from: "2026-03-02", to: "2026-03-01" }, /must not be after/],
    [{ from: "2026-03-02" }, /both "from" and "to"/],
  ])("refuses a period that does not exist: %j", async (body, message) => {
    const answer = await admin.call<{ type: string; message: string }>(
      "/admin/pagoefectivo/reconciliations",
      { body },
    )
    expect(answer.status).toBe(400)
    expect(answer.body.message).toMatch(message)
  })

  it("that died in the middle is started over, with the same result", async () => {
    const before = await reconcile()
    await shop.database.query(
      `INSERT INTO pagoefectivo_reconciliation
         (id, status, trigger, actor, started_at, heartbeat_at, phase, progress)
       VALUES ('perec_DIED', 'running', 'manual', 'system', now() - interval '1 hour',
               now() - interval '1 hour', 'vouchers', 0.5)`,
    )
    await shop.database.query(
      `INSERT INTO pagoefectivo_reconciliation_scope VALUES ('perec_DIED', 'pevou_GONE')`,
    )
    await reconcile()
    const { reconciliation } = await admin.must<{ reconciliation: Run }>(
      "/admin/pagoefectivo/reconciliations/perec_DIED",
    )
    expect(reconciliation).toMatchObject({ status: "completed", counts: before.counts })
    expect(await shop.database.query("SELECT * FROM pagoefectivo_reconciliation_scope")).toEqual([])
  })

  it("waits while another one is at work, and two requests of one scope are one run", async () => {
    await shop.database.query(
      `INSERT INTO pagoefectivo_reconciliation
         (id, status, trigger, actor, started_at, heartbeat_at)
       VALUES ('perec_ALIVE', 'running', 'manual', 'system', now(), now())`,
    )
    const request = () =>
      admin.must<{ reconciliation: Run }>("/admin/pagoefectivo/reconciliations", { body: {} })
    const [one, two] = [await request(), await request()]
    expect(two.reconciliation.id).toBe(one.reconciliation.id)
    expect(two.reconciliation.status).toBe("pending")
    await shop.database.query(
      "UPDATE pagoefectivo_reconciliation SET status = 'failed' WHERE id = 'perec_ALIVE'",
    )
    await shop.store.runJob("settlement-night")
    await eventually(
      () =>
        admin.must<{ reconciliation: Run }>(
          `/admin/pagoefectivo/reconciliations/${one.reconciliation.id}`,
        ),
      ({ reconciliation }) => reconciliation.status === "completed",
      { what: "the run that had waited" },
    )
  })
})

interface Payout {
  payout_id: string
  unmatched: object | null
  deposit_changes_count: number
}

/** Two deposits, one of a payout that no report names, and a row that can't be read. */
const DEPOSITS =
  "payout_id,currency,amount,reference\nPO-77,PEN,78.00,OP 2\nPO-78,PEN,1.00,\nPO-79,PEN,x,\n"

async function payoutOf(payoutId: string): Promise<Payout> {
  const { payouts } = await admin.must<{ payouts: Payout[] }>(
    `/admin/pagoefectivo/payouts?payout_id=${payoutId}`,
  )
  expect(payouts).toHaveLength(1)
  return payouts[0]!
}

describe("the books around it", () => {
  it("compare a payout with the bank deposit, and heal when it is entered right", async () => {
    const { cip } = await paidOrder()
    const report = [
      "external_reference,payment_id,status,amount,currency,fee,net,date_created,date_credited,payout_id",
      `,${cip},settled,79.90,PEN,1.90,78.00,${new Date().toISOString()},${new Date().toISOString()},PO-77`,
      "",
    ].join("\n")
    await uploadReport(admin, "payout.csv", report)
    const enter = (bank_deposit: string) =>
      admin.must<{ payout: object }>("/admin/pagoefectivo/payouts", {
        body: { payout_id: "PO-77", currency_code: "PEN", bank_deposit, bank_reference: "OP 1" },
      })
    expect((await enter("77.00")).payout).toMatchObject({
      payout_id: "PO-77",
      lines_count: 1,
      gross: "79.90",
      fees: "1.90",
      net: "78.00",
      bank_deposit: "77.00",
    })
    expect((await reconcile()).counts).toEqual({ payout_mismatch: 1 })
    const [open] = await casesOf("reason=payout_mismatch")
    expect(open).toMatchObject({
      detail: "bank_deposit",
      expected: { bank_deposit: "78.00" },
      actual: { bank_deposit: "77.00" },
      amount_at_risk: "1.00",
    })
    expect((await uploadTable(admin, "/payouts/import", DEPOSITS)).status).toBe(200)
    expect((await reconcile()).counts).toEqual({})
  })

  it("show what a file of deposits would do, before it does it", async () => {
    const other = DEPOSITS.replace("78.00", "77.50")
    const tried = await uploadTable(admin, "/payouts/import", other, { dry_run: "true" })
    expect(tried.body).toMatchObject({
      dry_run: true,
      table: { id: null, rows_count: 2, new_count: 0, changed_count: 1, unchanged_count: 1 },
    })
    expect(await payoutOf("PO-77")).toMatchObject({ bank_deposit: "78.00" })
    const { count } = await admin.must<{ count: number }>("/admin/pagoefectivo/imported-tables")
    expect(count).toBe(1)
    const beyond = await admin.must<{ count: number }>(
      "/admin/pagoefectivo/payouts?payout_id=PO-77&offset=50",
    )
    expect(beyond).toMatchObject({ payouts: [], count: 1 })
  })

  it("keep who entered a deposit, when, from where, and what stood there before", async () => {
    const sha256 = createHash("sha256").update(DEPOSITS).digest("hex")
    const file = { id: expect.stringMatching(/^petab_/) as string, filename: "tabla.csv", sha256 }
    const by = expect.stringMatching(/^user_/) as string
    const at = expect.stringMatching(/Z$/) as string
    const payout = await payoutOf("PO-77")
    expect(payout).toMatchObject({
      bank_deposit: "78.00",
      bank_reference: "OP 2",
      unmatched: null,
      deposit: { source: "file", entered_by: by, entered_at: at, file: { ...file, line: 2 } },
      deposit_changes_count: 2,
      deposit_changes: [
        {
          source: "file",
          by,
          file: { ...file, line: 2 },
          from: { bank_deposit: "77.00", bank_reference: "OP 1" },
          to: { bank_deposit: "78.00", bank_reference: "OP 2" },
        },
        { source: "manual", by, file: null, from: null, to: { bank_deposit: "77.00" } },
      ],
    })
    const { deposit_changes, count } = await admin.must<{
      deposit_changes: object[]
      count: number
    }>("/admin/pagoefectivo/payouts/changes?payout_id=PO-77&limit=1&offset=1")
    expect(count).toBe(2)
    expect(deposit_changes).toEqual([
      expect.objectContaining({ payout_id: "PO-77", source: "manual" }),
    ])
  })

  it("take a file of deposits once, and archive it as it came", async () => {
    const again = await uploadTable(admin, "/payouts/import", DEPOSITS)
    expect([again.status, again.body]).toMatchObject([
      200,
      {
        already_imported: { at: expect.any(String) as string, by: expect.any(String) as string },
        table: {
          rows_count: 2,
          new_count: 1,
          changed_count: 1,
          quarantined_rows: [{ line: 4, column: "amount", found: "x" }],
          unknown_payouts: ["PO-78"],
        },
      },
    ])
    const { id } = again.body.table
    const { body: archived } = await admin.call<string>(
      `/admin/pagoefectivo/imported-tables/${id}/file`,
    )
    expect(archived).toBe(DEPOSITS)
    const { quarantined_rows } = await admin.must<{ quarantined_rows: object[] }>(
      `/admin/pagoefectivo/imported-tables/${id}/quarantine`,
    )
    expect(quarantined_rows).toMatchObject([{ line: 4, column: "amount", found: "x" }])
    const kept = await admin.must<{ imported_table: { kept_until: string } }>(
      `/admin/pagoefectivo/imported-tables/${id}`,
    )
    expect(kept.imported_table).toMatchObject({
      kind: "bank_deposits",
      status: "imported",
      archived: true,
      size_bytes: DEPOSITS.length,
    })
    expect(Date.parse(kept.imported_table.kept_until)).toBeGreaterThan(Date.now() + 182 * DAY_MS)
    expect((await payoutOf("PO-77")).deposit_changes_count).toBe(2)
  })

  it("keep an unreadable file of deposits as well, and try it again", async () => {
    const notATable = "a,b\n1,2\n"
    for (const attempt of [1, 2]) {
      const { status, body } = await uploadTable(admin, "/payouts/import", notATable)
      expect([attempt, status, body.code]).toEqual([attempt, 400, "unknown_format"])
    }
    const { imported_tables } = await admin.must<{ imported_tables: object[] }>(
      "/admin/pagoefectivo/imported-tables?kind=bank_deposits",
    )
    expect(imported_tables).toMatchObject([{ status: "failed", archived: true }, {}])
  })

  it("wait for the report of a deposit, then tell of it, and heal when the report is there", async () => {
    const waiting = async () =>
      (
        await admin.must<{ payouts: Payout[] }>("/admin/pagoefectivo/payouts?unmatched=true")
      ).payouts.map(({ payout_id }) => payout_id)
    expect(await waiting()).toEqual(["PO-78"])
    const enter = (body: object) =>
      admin.call<{ payout: Payout }>("/admin/pagoefectivo/payouts", {
        body: { payout_id: "PO-80", currency_code: "pen", ...body },
      })
    await enter({ bank_deposit: "30.00" })
    expect((await reconcile()).counts).toEqual({})

    const deposited = await enter({ bank_deposit: "30.00", bank_deposited_at: "2026-11-06" })
    expect(deposited.body.payout.unmatched).toEqual({
      since: "2026-11-06T05:00:00.000Z",
      case_after: "2026-11-11",
    })
    expect((await reconcile()).counts).toEqual({ payout_mismatch: 1 })
    const [open] = await casesOf("reason=payout_mismatch&status=open")
    expect(open).toMatchObject({
      detail: "unreported",
      expected: { bank_deposit: "0.00", reported_by: "2026-11-11" },
      actual: { bank_deposit: "30.00", deposited_on: "2026-11-06" },
      amount_at_risk: "30.00",
    })

    const { cip } = await paidOrder()
    const now = new Date().toISOString()
    const report = [
      "external_reference,payment_id,status,amount,currency,fee,net,date_created,date_credited,payout_id",
      `,${cip},settled,79.90,PEN,49.90,30.00,${now},${now},PO-80`,
      "",
    ].join("\n")
    await uploadReport(admin, "late-payout.csv", report)
    expect((await reconcile()).counts).toEqual({})
    expect(await casesOf("payout_id=PO-80")).toMatchObject([{ resolution: "healed" }])
    expect(await waiting()).toEqual(["PO-78"])

    const gone = { payout_id: "PO-78", bank_deposit: null, note: "Número mal escrito" }
    expect((await enter(gone)).body.payout).toMatchObject({
      bank_deposit: null,
      deposit: null,
      deposit_changes: [{ note: "Número mal escrito", to: { bank_deposit: null } }, {}],
    })
    expect(await waiting()).toEqual([])
    expect((await enter(gone)).status).toBe(404)
  })

  it("suggest a voucher for a line without one; a person accepts it", async () => {
    const { order, voucher } = await shop.shopper.placeOrder()
    const limaDay = new Date(Date.now() - 5 * 3_600_000).toISOString().slice(0, 10)
    const row = portalRow({
      CIP: "5",
      "Nro.Ord.Comercio": "TIENDA-ANTIGUA",
      Monto: 79.9,
      "Fec.Cancelación": `${limaDay.split("-").reverse().join("/")} 00:00:00`,
      "Cliente Nombre": "MARIA JOSE",
      "Cliente Apellidos": "Nahui",
    })
    await uploadReport(admin, "sin-referencia.xlsx", await portalWorkbook(row))
    await reconcile()
    const [open] = await casesOf("reason=unknown_reference&status=open")
    const { suggestions } = await admin.must<{
      suggestions: { voucher_id: string; score: number; amount: string; parts: object }[]
    }>(`/admin/pagoefectivo/settlement-lines/${open!.line_id}/suggestions`)
    expect(suggestions).toContainEqual(
      expect.objectContaining({
        voucher_id: voucher.id,
        score: 1,
        amount: "79.90",
        parts: { amount: 1, day: 1, payer: 1 },
      }),
    )
    await shop.sandbox.behave({ noticesSuppressed: true })
    await shop.sandbox.pay(voucher.cip)
    await shop.sandbox.behave({ noticesSuppressed: false })
    await admin.must(`/admin/pagoefectivo/cases/${open!.id}/resolve`, {
      body: { action: "link", voucher_id: voucher.id },
    })
    await reconcile()
    expect((await shop.shopper.order(order.id)).payment_status).toBe("captured")
    expect(await casesOf("status=open")).toEqual([])
  })

  it("do not change in silence once their period is closed", async () => {
    const { cip, voucherId } = await paidOrder()
    await uploadSettlement(cip, { kind: "wrong_amount", cip, amount: "60.00" })
    await reconcile()
    const [open] = await casesOf("status=open&reason=amount_mismatch")
    expect(open?.voucher_id).toBe(voucherId)
    const [paid] = await shop.database.query<{ day: string }>(
      "SELECT to_char(paid_at AT TIME ZONE 'America/Lima', 'YYYY-MM-DD') AS day FROM pagoefectivo_voucher WHERE id = $1",
      [voucherId],
    )
    const { closed_period } = await admin.must<{ closed_period: { id: string } }>(
      "/admin/pagoefectivo/closed-periods",
      { body: { from_day: paid!.day, to_day: paid!.day, note: "Cierre" } },
    )
    const rest = [
      "external_reference,payment_id,status,amount,currency,date_created,date_credited",
      `,${cip},settled,19.90,PEN,${new Date().toISOString()},${new Date().toISOString()}`,
      "",
    ].join("\n")
    await uploadReport(admin, "late-rest.csv", rest)
    await reconcile()
    await reconcile()
    const { case: waiting } = await admin.must<{
      case: { status: string; history: { kind: string }[] }
    }>(`/admin/pagoefectivo/cases/${open!.id}`)
    expect(waiting.status).toBe("open")
    expect(waiting.history.map(({ kind }) => kind)).toEqual(["opened", "awaiting_person"])
    const silent = await admin.call<{ message: string }>(
      `/admin/pagoefectivo/cases/${open!.id}/resolve`,
      { body: { action: "refunded_outside", reference: "R-1" } },
    )
    expect(silent.status).toBe(400)
    expect(silent.body.message).toMatch(/closed: say in a note/)
    const refunds = "SELECT 1 FROM pagoefectivo_refund WHERE voucher_id = $1"
    expect(await shop.database.query(refunds, [voucherId])).toEqual([])

    const deposit = { payout_id: "PO-77", currency_code: "pen", bank_deposit: "78.00" }
    const enter = (body: object) =>
      admin.call<{ message: string }>("/admin/pagoefectivo/payouts", {
        body: { ...deposit, ...body },
      })
    const inSilence = await enter({ bank_reference: "OP 3" })
    expect([inSilence.status, inSilence.body.message]).toEqual([
      400,
      expect.stringMatching(/payout PO-77 are closed: say in a note/),
    ])
    const file = "payout_id,currency,amount,reference\nPO-77,PEN,78.00,OP 3\n"
    const { body: byFile } = await uploadTable(admin, "/payouts/import", file)
    expect(byFile.table).toMatchObject({
      rows_count: 0,
      quarantined_rows: [
        {
          line: 2,
          found: expect.stringContaining("PO-77") as string,
          raw: "PO-77 | PEN | 78.00 | OP 3",
        },
      ],
    })
    expect(await payoutOf("PO-77")).toMatchObject({ bank_reference: "OP 2" })
    expect((await enter({ bank_reference: "OP 3", note: "Estado de cuenta" })).status).toBe(200)
    expect(await payoutOf("PO-77")).toMatchObject({
      bank_reference: "OP 3",
      deposit_changes: [{ note: "Estado de cuenta" }, {}, {}],
    })

    await admin.must(`/admin/pagoefectivo/closed-periods/${closed_period.id}/reopen`, { body: {} })
    await reconcile()
    expect(await casesOf("status=open")).toEqual([])
  })

  it("give the whole chain of an order as one document", async () => {
    const { orderId, voucherId, cip } = await paidOrder()
    await uploadSettlement(cip, { kind: "wrong_amount", cip, amount: "60.00" })
    await reconcile()
    const { evidence } = await admin.must<{
      evidence: Record<"vouchers" | "notices" | "settlement_lines" | "cases" | "payouts", never[]>
    }>(`/admin/pagoefectivo/orders/${orderId}/evidence`)
    expect(evidence).toMatchObject({
      order: { id: orderId, total: 79.9 },
      vouchers: [
        {
          id: voucherId,
          attempts: [{ number: 1, status: "issued" }],
          events: expect.arrayContaining([
            expect.objectContaining({ kind: "paid", actor: "gateway" }),
          ]) as unknown,
        },
      ],
      notices: [{ verdict: "authentic", raw_body: expect.stringContaining(cip) as unknown }],
      settlement_lines: [
        {
          amount: "60.00",
          line_number: 2,
          report: {
            filename: expect.stringMatching(/^liquidacion-/) as unknown,
            sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown,
          },
        },
      ],
      payouts: [{ payout_id: expect.stringMatching(/^PE-/) as unknown }],
      cases: [{ reason: "amount_mismatch", history: [{ kind: "opened" }] }],
    })
    const missing = await admin.call("/admin/pagoefectivo/orders/order_NONE/evidence")
    expect(missing.status).toBe(404)
  })

  it("let go of archived files after their time, and keep their lines", async () => {
    const lines = "SELECT count(*) FROM pagoefectivo_settlement_line"
    const before = await shop.database.query(lines)
    await shop.database.query(
      `UPDATE pagoefectivo_settlement_report SET kept_until = now() - interval '1 day';
       UPDATE pagoefectivo_imported_table SET kept_until = now() - interval '1 day'`,
    )
    await shop.store.runJob("purge-reports")
    expect(
      await shop.database.query(
        `SELECT 1 FROM pagoefectivo_settlement_report WHERE file_id IS NOT NULL
         UNION ALL SELECT 1 FROM pagoefectivo_imported_table WHERE file_id IS NOT NULL`,
      ),
    ).toEqual([])
    expect(await shop.database.query(lines)).toEqual(before)
  })
})

describe("a store that is killed in the middle of an import and of a run", () => {
  it("starts both over, with the result that they would have had", async () => {
    const { amount_mismatch: before = 0, ...others } = (await reconcile()).counts
    const paid = [await paidOrder(), await paidOrder()]
    const silent = await shop.shopper.placeOrder()
    await shop.sandbox.behave({ noticesSuppressed: true })
    await shop.sandbox.pay(silent.voucher.cip)
    await shop.sandbox.behave({ noticesSuppressed: false })
    for (const { cip } of paid) {
      await uploadSettlement(cip, { kind: "wrong_amount", cip, amount: "60.00" })
    }
    await uploadSettlement(silent.voucher.cip)

    // Cases are written, and not yet announced; rows are in the database, and not yet committed.
    const letRunGoOn = await shop.database.holdWrites("pagoefectivo_voucher_event")
    const { reconciliation } = await admin.must<{ reconciliation: Run }>(
      "/admin/pagoefectivo/reconciliations",
      { body: {} },
    )
    await eventually(shop.database.waiting, (count) => count === 1, { what: "the run's wait" })
    const letImportGoOn = await shop.database.holdWrites("pagoefectivo_settlement_line")
    const rows = Array.from({ length: 500 }, (_, n) => `KILLED-${n},${n},settled,1.00,PEN,,`)
    const file = [
      "external_reference,payment_id,status,amount,currency,date_created,date_credited",
      ...rows,
      "",
    ].join("\n")
    const upload = uploadReport(admin, "killed.csv", file).catch(() => "cut off")
    await eventually(shop.database.waiting, (count) => count === 2, { what: "the import's wait" })
    await shop.store.kill()
    expect(await upload).toBe("cut off")
    await Promise.all([letRunGoOn(), letImportGoOn()])
    await eventually(shop.database.waiting, (count) => count === 0, { what: "the end of waiting" })
    expect(await killedLines()).toEqual([])

    const restarted = await startStore({
      databaseUrl: shop.database.url,
      gatewayUrl: shop.sandbox.apiUrl,
    })
    try {
      admin = await Admin.logIn(restarted)
      await shop.database.query(
        "UPDATE pagoefectivo_reconciliation SET heartbeat_at = now() - interval '1 hour' WHERE id = $1",
        [reconciliation.id],
      )
      await restarted.runJob("settlement-night")
      const { reconciliation: run } = await admin.must<{ reconciliation: Run }>(
        `/admin/pagoefectivo/reconciliations/${reconciliation.id}`,
      )
      expect(run).toMatchObject({
        status: "completed",
        counts: { ...others, amount_mismatch: before + 2, missing_capture: 1 },
        changes: { captured: 1, cases: { amount_mismatch: { open: before + 2, opened: 2 } } },
      })
      const books = await booksOf(shop.database, silent.order.id)
      expect(books).toEqual({ payments: 1, captures: 1, transactions: 1 })

      const { status, body } = await uploadReport(admin, "killed.csv", file)
      expect([status, body.settlement_report]).toMatchObject([
        201,
        { status: "imported", lines_count: 500, duplicates_count: 0, quarantined_count: 0 },
      ])
      expect(await killedLines()).toEqual([{ report_id: body.settlement_report.id, count: "500" }])
    } finally {
      await restarted.stop()
    }
  })

  function killedLines(): Promise<{ report_id: string; count: string }[]> {
    return shop.database.query(
      `SELECT report_id, count(*) FROM pagoefectivo_settlement_line
       WHERE external_reference LIKE 'KILLED-%' GROUP BY report_id`,
    )
  }
})
