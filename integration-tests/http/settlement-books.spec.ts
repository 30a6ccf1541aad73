import { createHash } from "node:crypto"
import { portalRow, portalWorkbook } from "../../src/settlement/__tests__/support/portal"
import { BOOT_TIMEOUT_MS, bootShop, type BootedShop } from "../support/booted-shop"
import { eventually } from "../support/eventually"
import { exported, type ExportedFile } from "../support/exported"
import { reportOf, SettlementDesk } from "../support/settlement-desk"
import { uploadReport, uploadTable } from "../support/upload"

const DAY_MS = 86_400_000
const MORE_THAN_A_PAGE = 120

let shop: BootedShop
let desk: SettlementDesk

beforeAll(async () => {
  shop = await bootShop()
  desk = await SettlementDesk.open(shop)
}, BOOT_TIMEOUT_MS)

afterAll(() => shop?.close())

interface Payout {
  payout_id: string
  unmatched: object | null
  deposit_changes_count: number
}

/** Two deposits, one of a payout that no report names, and a row that can't be read. */
const DEPOSITS =
  "payout_id,currency,amount,reference\nPO-77,PEN,78.00,OP 2\nPO-78,PEN,1.00,\nPO-79,PEN,x,\n"

async function payoutOf(payoutId: string): Promise<Payout> {
  const { payouts } = await desk.admin.must<{ payouts: Payout[] }>(
    `/admin/pagoefectivo/payouts?payout_id=${payoutId}`,
  )
  expect(payouts).toHaveLength(1)
  return payouts[0]!
}

async function casesOfRun(id: string, query = ""): Promise<object[]> {
  const { cases, count } = await desk.admin.must<{ cases: object[]; count: number }>(
    `/admin/pagoefectivo/reconciliations/${id}/cases${query}`,
  )
  expect(count).toBe(cases.length)
  return cases
}

describe("the books around it", () => {
  it("compare a payout with the bank deposit, and heal when it is entered right", async () => {
    const { cip } = await desk.paidOrder()
    const report = [
      "external_reference,payment_id,status,amount,currency,fee,net,date_created,date_credited,payout_id",
      `,${cip},settled,79.90,PEN,1.90,78.00,${new Date().toISOString()},${new Date().toISOString()},PO-77`,
      "",
    ].join("\n")
    await uploadReport(desk.admin, "payout.csv", report)
    const enter = (bank_deposit: string) =>
      desk.admin.must<{ payout: object }>("/admin/pagoefectivo/payouts", {
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
    const first = await desk.reconcile()
    expect(first.counts).toEqual({ payout_mismatch: 1 })
    const [open] = await desk.casesOf("reason=payout_mismatch")
    expect(await casesOfRun(first.id)).toMatchObject([{ id: open?.id, changes: ["opened"] }])
    expect(await casesOfRun(first.id, "?change=healed")).toEqual([])
    expect(open).toMatchObject({
      detail: "bank_deposit",
      expected: { bank_deposit: "78.00" },
      actual: { bank_deposit: "77.00" },
      amount_at_risk: "1.00",
    })
    expect((await uploadTable(desk.admin, "/payouts/import", DEPOSITS)).status).toBe(200)
    const second = await desk.reconcile()
    expect(second.counts).toEqual({})
    const healed = [
      { id: open?.id, status: "resolved", amount_at_risk: "1.00", changes: ["healed"] },
    ]
    expect(await casesOfRun(second.id, "?order=-opened_at")).toMatchObject(healed)
    const { status } = await desk.admin.call("/admin/pagoefectivo/reconciliations/perec_none/cases")
    expect(status).toBe(404)
  })

  it("show what a file of deposits would do, before it does it", async () => {
    const other = DEPOSITS.replace("78.00", "77.50")
    const tried = await uploadTable(desk.admin, "/payouts/import", other, { dry_run: "true" })
    expect(tried.body).toMatchObject({
      dry_run: true,
      table: { id: null, rows_count: 2, new_count: 0, changed_count: 1, unchanged_count: 1 },
    })
    expect(await payoutOf("PO-77")).toMatchObject({ bank_deposit: "78.00" })
    const { count } = await desk.admin.must<{ count: number }>(
      "/admin/pagoefectivo/imported-tables",
    )
    expect(count).toBe(1)
    const beyond = await desk.admin.must<{ count: number }>(
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
    const { deposit_changes, count } = await desk.admin.must<{
      deposit_changes: object[]
      count: number
    }>("/admin/pagoefectivo/payouts/changes?payout_id=PO-77&limit=1&offset=1")
    expect(count).toBe(2)
    expect(deposit_changes).toEqual([
      expect.objectContaining({ payout_id: "PO-77", source: "manual" }),
    ])
  })

  it("take a file of deposits once, and archive it as it came", async () => {
    const again = await uploadTable(desk.admin, "/payouts/import", DEPOSITS)
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
    const { body: archived } = await desk.admin.call<string>(
      `/admin/pagoefectivo/imported-tables/${id}/file`,
    )
    expect(archived).toBe(DEPOSITS)
    const { quarantined_rows } = await desk.admin.must<{ quarantined_rows: object[] }>(
      `/admin/pagoefectivo/imported-tables/${id}/quarantine`,
    )
    expect(quarantined_rows).toMatchObject([{ line: 4, column: "amount", found: "x" }])
    const kept = await desk.admin.must<{ imported_table: { kept_until: string } }>(
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
      const { status, body } = await uploadTable(desk.admin, "/payouts/import", notATable)
      expect([attempt, status, body.code]).toEqual([attempt, 400, "unknown_format"])
    }
    const { imported_tables } = await desk.admin.must<{ imported_tables: object[] }>(
      "/admin/pagoefectivo/imported-tables?kind=bank_deposits",
    )
    expect(imported_tables).toMatchObject([{ status: "failed", archived: true }, {}])
  })

  it("wait for the report of a deposit, then tell of it, and heal when the report is there", async () => {
    const waiting = async () =>
      (
        await desk.admin.must<{ payouts: Payout[] }>("/admin/pagoefectivo/payouts?unmatched=true")
      ).payouts.map(({ payout_id }) => payout_id)
    expect(await waiting()).toEqual(["PO-78"])
    const enter = (body: object) =>
      desk.admin.call<{ payout: Payout }>("/admin/pagoefectivo/payouts", {
        body: { payout_id: "PO-80", currency_code: "pen", ...body },
      })
    await enter({ bank_deposit: "30.00" })
    expect((await desk.reconcile()).counts).toEqual({})

    const deposited = await enter({ bank_deposit: "30.00", bank_deposited_at: "2026-11-06" })
    expect(deposited.body.payout.unmatched).toEqual({
      since: "2026-11-06T05:00:00.000Z",
      case_after: "2026-11-11",
    })
    expect((await desk.reconcile()).counts).toEqual({ payout_mismatch: 1 })
    const [open] = await desk.casesOf("reason=payout_mismatch&status=open")
    expect(open).toMatchObject({
      detail: "unreported",
      expected: { bank_deposit: "0.00", reported_by: "2026-11-11" },
      actual: { bank_deposit: "30.00", deposited_on: "2026-11-06" },
      amount_at_risk: "30.00",
    })

    const { cip } = await desk.paidOrder()
    const now = new Date().toISOString()
    const report = [
      "external_reference,payment_id,status,amount,currency,fee,net,date_created,date_credited,payout_id",
      `,${cip},settled,79.90,PEN,49.90,30.00,${now},${now},PO-80`,
      "",
    ].join("\n")
    await uploadReport(desk.admin, "late-payout.csv", report)
    expect((await desk.reconcile()).counts).toEqual({})
    expect(await desk.casesOf("payout_id=PO-80")).toMatchObject([{ resolution: "healed" }])
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
    await uploadReport(desk.admin, "sin-referencia.xlsx", await portalWorkbook(row))
    await desk.reconcile()
    const [open] = await desk.casesOf("reason=unknown_reference&status=open")
    const { suggestions } = await desk.admin.must<{
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
    await desk.paySilently(voucher.cip)
    await desk.admin.must(`/admin/pagoefectivo/cases/${open!.id}/resolve`, {
      body: { action: "link", voucher_id: voucher.id },
    })
    await desk.reconcile()
    expect((await shop.shopper.order(order.id)).payment_status).toBe("captured")
    expect(await desk.casesOf("status=open")).toEqual([])
  })

  it("do not change in silence once their period is closed", async () => {
    const { cip, voucherId } = await desk.paidOrder()
    await desk.uploadSettlement(cip, { kind: "wrong_amount", cip, amount: "60.00" })
    await desk.reconcile()
    const [open] = await desk.casesOf("status=open&reason=amount_mismatch")
    expect(open?.voucher_id).toBe(voucherId)
    const [paid] = await shop.database.query<{ day: string }>(
      "SELECT to_char(paid_at AT TIME ZONE 'America/Lima', 'YYYY-MM-DD') AS day FROM pagoefectivo_voucher WHERE id = $1",
      [voucherId],
    )
    const { closed_period } = await desk.admin.must<{ closed_period: { id: string } }>(
      "/admin/pagoefectivo/closed-periods",
      { body: { from_day: paid!.day, to_day: paid!.day, note: "Cierre" } },
    )
    const rest = reportOf(`,${cip},settled,19.90,PEN`)
    await uploadReport(desk.admin, "late-rest.csv", rest)
    await desk.reconcile()
    await desk.reconcile()
    const { case: waiting } = await desk.admin.must<{
      case: { status: string; history: { kind: string }[] }
    }>(`/admin/pagoefectivo/cases/${open!.id}`)
    expect(waiting.status).toBe("open")
    expect(waiting.history.map(({ kind }) => kind)).toEqual(["opened", "awaiting_person"])
    const silent = await desk.admin.call<{ message: string }>(
      `/admin/pagoefectivo/cases/${open!.id}/resolve`,
      { body: { action: "refunded_outside", reference: "R-1" } },
    )
    expect(silent.status).toBe(400)
    expect(silent.body.message).toMatch(/closed: say in a note/)
    const refunds = "SELECT 1 FROM pagoefectivo_refund WHERE voucher_id = $1"
    expect(await shop.database.query(refunds, [voucherId])).toEqual([])

    const deposit = { payout_id: "PO-77", currency_code: "pen", bank_deposit: "78.00" }
    const enter = (body: object) =>
      desk.admin.call<{ message: string }>("/admin/pagoefectivo/payouts", {
        body: { ...deposit, ...body },
      })
    const inSilence = await enter({ bank_reference: "OP 3" })
    expect([inSilence.status, inSilence.body.message]).toEqual([
      400,
      expect.stringMatching(/payout PO-77 are closed: say in a note/),
    ])
    const file = "payout_id,currency,amount,reference\nPO-77,PEN,78.00,OP 3\n"
    const { body: byFile } = await uploadTable(desk.admin, "/payouts/import", file)
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

    await desk.admin.must(`/admin/pagoefectivo/closed-periods/${closed_period.id}/reopen`, {
      body: {},
    })
    await desk.reconcile()
    expect(await desk.casesOf("status=open")).toEqual([])
  })

  it("give the whole chain of an order as one document", async () => {
    const { orderId, voucherId, cip } = await desk.paidOrder()
    await desk.uploadSettlement(cip, { kind: "wrong_amount", cip, amount: "60.00" })
    await desk.reconcile()
    const { evidence } = await desk.admin.must<{
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
    const missing = await desk.admin.call("/admin/pagoefectivo/orders/order_NONE/evidence")
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

describe("what is only paid, announced or held", () => {
  interface Sum {
    currency_code: string
    count: number
    amount: string
  }
  interface Figures {
    paid_not_settled: Sum[]
    held: Sum[]
    announced: Sum[]
    period: { settled: Sum[]; paid: Sum[] }
    days: Record<"day" | "paid" | "settled" | "announced", string>[]
  }

  const HEADER =
    "external_reference,payment_id,status,amount,currency,fee,net,date_created,date_credited,payout_id"

  async function figures(): Promise<Figures> {
    const to = new Date(Date.now() + 8 * DAY_MS).toISOString()
    const { summary } = await desk.admin.must<{ summary: Figures }>(
      `/admin/pagoefectivo/summary?to=${to}`,
    )
    const { paid_not_settled, held, announced, period, days } = summary
    return { paid_not_settled, held, announced, period, days }
  }

  async function owed(): Promise<string[]> {
    const { vouchers } = await desk.admin.must<{ vouchers: { id: string }[] }>(
      "/admin/pagoefectivo/vouchers?settled=false&limit=1000",
    )
    return vouchers.map(({ id }) => id)
  }

  const soles = (sums: Sum[]) => Number(sums.find(({ count }) => count > 0)?.amount ?? 0)
  const upload = async (name: string, content: string | Buffer) => {
    const { body } = await uploadReport(desk.admin, name, content)
    expect(body.settlement_report).toMatchObject({ lines_count: 1, quarantined_count: 0 })
    const { lines } = await desk.admin.must<{ lines: object[] }>(
      `/admin/pagoefectivo/settlement-reports/${body.settlement_report.id}/lines`,
    )
    return lines[0]
  }

  it("is told apart from what is settled, until its day comes", async () => {
    const { cip, voucherId } = await desk.paidOrder()
    const { counts } = await desk.reconcile()
    const before = await figures()
    const added = (now: Figures, of: (all: Figures) => Sum[]) =>
      (soles(of(now)) - soles(of(before))).toFixed(2)
    const row = portalRow({ CIP: cip, "Nro.Ord.Comercio": null, Monto: 79.9 })
    expect(await upload("operaciones.xlsx", await portalWorkbook(row))).toMatchObject({
      voucher_id: voucherId,
      ledger: "paid",
    })
    expect(await owed()).toContain(voucherId)
    expect(await figures()).toEqual(before)

    const [today, ahead] = [0, 3].map((days) => new Date(Date.now() + days * DAY_MS).toISOString())
    const line = `,${cip},settled,79.90,PEN,1.90,78.00,${today},${ahead},PO-AHEAD`
    expect(await upload("viernes.csv", `${HEADER}\n${line}\n`)).toMatchObject({
      announced: true,
      ledger: "movements",
    })
    const announced = await figures()
    expect(added(announced, ({ announced }) => announced)).toBe("79.90")
    expect(added(announced, ({ paid_not_settled }) => paid_not_settled)).toBe("-79.90")
    expect(announced.period.settled).toEqual(before.period.settled)
    expect(announced.days.at(-1)).toMatchObject({ settled: "0.00", announced: "79.90" })
    expect(await owed()).not.toContain(voucherId)
    expect(await payoutOf("PO-AHEAD")).toMatchObject({ net: "0.00", announced_net: "78.00" })
    expect((await desk.reconcile()).counts).toEqual(counts)

    for (const change of [
      "UPDATE pagoefectivo_settlement_line SET credited_at = now() WHERE payout_id = 'PO-AHEAD'",
      "UPDATE pagoefectivo_settlement_sum SET credited_day = (now() - interval '5 hours')::date WHERE payout_id = 'PO-AHEAD'",
    ]) {
      await shop.database.query(change)
    }
    const settled = await figures()
    expect(added(settled, ({ announced }) => announced)).toBe("0.00")
    expect(added(settled, ({ period }) => period.settled)).toBe("79.90")
    expect(await payoutOf("PO-AHEAD")).toMatchObject({ net: "78.00", announced_net: null })
    expect((await desk.reconcile()).counts).toEqual(counts)
  })

  it("shows held money apart from what is in no report", async () => {
    const { cip, voucherId } = await desk.paidOrder()
    await eventually(owed, (ids) => ids.includes(voucherId), { what: "the booked code" })
    const before = await figures()
    const held = `,${cip},held,79.90,PEN,1.90,78.00,${new Date().toISOString()},,`
    await upload("retenido.csv", `${HEADER}\n${held}\n`)
    const after = await figures()
    expect([soles(after.held), soles(before.held)]).toEqual([79.9, 0])
    expect(await owed()).not.toContain(voucherId)
    const paid = (days: Figures["days"]) => days.reduce((sum, day) => sum + Number(day.paid), 0)
    expect(paid(after.days).toFixed(2)).toBe(soles(after.period.paid).toFixed(2))
  })
})

describe("the month's exports, read back", () => {
  const HEADER =
    "external_reference,payment_id,status,amount,currency,fee,net,date_created,date_credited,payout_id"
  /** What the test itself knows: céntimos by code. */
  const ledger = new Map<string, { amount: number; fee: number }>()
  const file = (list: string, query: string) => exported(shop, desk.admin, list, query)
  const centimos = (rows: ExportedFile["rows"], column: string) =>
    rows.reduce((sum, row) => sum + Math.round(Number(row[column]) * 100), 0)
  const limaDay = () => new Date(Date.now() - 5 * 3_600_000).toISOString().slice(0, 10)
  let orders: { orderId: string; voucherId: string; cip: string }[]
  let reportId: string
  let number: number

  beforeAll(async () => {
    orders = [await desk.paidOrder(), await desk.paidOrder()]
    const now = new Date().toISOString()
    const lines = orders.map(({ cip }, at) => {
      ledger.set(cip, { amount: 79_90, fee: 1_90 + at })
      const fee = (1.9 + at / 100).toFixed(2)
      return `,${cip},settled,79.90,PEN,${fee},${(79.9 - Number(fee)).toFixed(2)},${now},${now},=PO+1`
    })
    const refund = `,R-1,settled,-10.00,PEN,0.00,-10.00,${now},${now},=PO+1`
    const content = [HEADER, ...lines, refund, ""].join("\n")
    const { body } = await uploadReport(desk.admin, "cierre de mes.csv", content)
    expect(body.settlement_report).toMatchObject({ lines_count: 3, quarantined_count: 0 })
    reportId = body.settlement_report.id
    await desk.admin.must("/admin/pagoefectivo/payouts", {
      body: {
        payout_id: "=PO+1",
        currency_code: "PEN",
        bank_deposit: "142.49",
        bank_deposited_at: limaDay(),
      },
    })
    await desk.reconcile()
    number = (await shop.shopper.order(orders[0]!.orderId)).display_id
  })

  it("hold each code with its order, shopper, payout and report, and add up", async () => {
    const ids = orders.map(({ voucherId }) => voucherId).join(",")
    for (const format of ["csv", "xlsx"]) {
      const { name, rows } = await file("/vouchers", `id=${ids}&words=es&format=${format}`)
      expect(name).toBe(`pagoefectivo-codigos-${limaDay()}.${format}`)
      expect(rows).toHaveLength(orders.length)
      expect(centimos(rows, "Monto")).toBe(
        [...ledger.values()].reduce((sum, { amount }) => sum + amount, 0),
      )
      const own = rows.find((row) => row["Código (CIP)"] === orders[0]!.cip)
      expect(own).toMatchObject({
        Estado: "Pagado",
        Moneda: "PEN",
        Comprador: "María José Ñahui D'Angelo",
        Reporte: "cierre de mes.csv",
        Transferencia: format === "csv" ? "'=PO+1" : "=PO+1",
      })
      expect(Number(own?.Pedido)).toBe(number)
      const days = [own?.Pagado, own?.Abonado].map((day) =>
        day instanceof Date ? day.toISOString().slice(0, 10) : day,
      )
      expect(days).toEqual([limaDay(), limaDay()])
      expect(own?.Abonado instanceof Date).toBe(format === "xlsx")
    }
  })

  it("hold each line of a report as it stands there, a refund below zero", async () => {
    const { rows } = await file(`/settlement-reports/${reportId}/lines`, "words=en&format=csv")
    expect(rows.map((row) => row["Row of report"])).toEqual(["2", "3", "4"])
    expect(rows.map((row) => row.Gross)).toEqual(["79.90", "79.90", "-10.00"])
    for (const { cip } of orders) {
      const line = rows.find((row) => row["Code (CIP)"] === cip)
      expect(Math.round(Number(line?.["Fee (with IGV)"]) * 100)).toBe(ledger.get(cip)?.fee)
    }
    const unmatched = await file(
      `/settlement-reports/${reportId}/lines`,
      "matched=false&format=csv",
    )
    expect(unmatched.rows).toMatchObject([{ amount: "-10.00", payment_id: "R-1", voucher_id: "" }])
  })

  it("hold the payout with what the bank received too little", async () => {
    const { rows } = await file("/payouts", "payout_id=%3DPO%2B1&words=es&format=xlsx")
    const net = [...ledger.values()].reduce((sum, { amount, fee }) => sum + amount - fee, -10_00)
    expect(rows).toMatchObject([
      {
        Transferencia: "=PO+1",
        Moneda: "PEN",
        Neto: net / 100,
        "Abono del banco": 142.49,
        Diferencia: -3.5,
        "Registrado por": "Rosa Quispe",
        "Día del abono": new Date(`${limaDay()}T00:00:00Z`),
      },
    ])
  })

  it("hold cases and runs in the reader's language", async () => {
    const cases = await file(
      "/cases",
      "reason=payout_mismatch&payout_id=%3DPO%2B1&words=zh&format=xlsx",
    )
    expect(cases.name).toBe(`pagoefectivo-异常事项-${limaDay()}.xlsx`)
    expect(cases.rows).toMatchObject([
      { 原因: "打款不符", 状态: "未处理", 风险金额: 3.5, 币种: "PEN", 打款: "=PO+1", 负责人: null },
    ])
    const [found] = await desk.casesOf("reason=payout_mismatch&payout_id=%3DPO%2B1")
    expect(found).toMatchObject({ amount_at_risk: "3.50" })

    const runs = await file("/reconciliations", "words=es&format=csv")
    const { count } = await desk.admin.must<{ count: number }>(
      "/admin/pagoefectivo/reconciliations",
    )
    expect(runs.rows).toHaveLength(count)
    expect(runs.rows.at(-1)).toMatchObject({
      Estado: "Terminada",
      Origen: "Manual",
      "Iniciada por": "Rosa Quispe",
      Encontrado: expect.stringMatching(/^\d+ × /) as unknown,
    })
  })

  it("hold ids, codes and instants for other programs, and no address of a voucher page", async () => {
    const { name, rows } = await file("/vouchers", `id=${orders[0]!.voucherId}`)
    expect(name).toBe(`pagoefectivo-codes-${limaDay()}.csv`)
    expect(rows).toMatchObject([{ id: orders[0]!.voucherId, status: "paid", amount: "79.90" }])
    expect(rows[0]?.paid_at).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/)
    expect(JSON.stringify(rows)).not.toContain("/pagoefectivo/vouchers/")
    const refunds = await file("/refunds", "words=en")
    const listed = await desk.admin.must<{ count: number }>("/admin/pagoefectivo/refunds")
    expect(refunds.rows).toHaveLength(listed.count)
  })

  it("take the filters of their lists, and no others", async () => {
    const owed = await file("/vouchers", "settled=false&format=csv")
    const listed = await desk.admin.must<{ vouchers: { id: string }[] }>(
      "/admin/pagoefectivo/vouchers?settled=false&limit=1000",
    )
    expect(owed.rows.map(({ id }) => id)).toEqual(listed.vouchers.map(({ id }) => id))
    for (const query of [
      "words=fr",
      "format=pdf",
      "status=lost",
      "settled=false&q=1",
      "nonsense=1",
    ]) {
      const { status } = await desk.admin.call(`/admin/pagoefectivo/vouchers/export?${query}`)
      expect([query, status]).toEqual([query, 400])
    }
  })
})

/** The last: its lines name no code of this store. */
describe("the summary", () => {
  it("counts every payout that nobody has found at the bank, however many there are", async () => {
    const notBanked = async () =>
      (
        await desk.admin.must<{ summary: { not_banked: { count: number; amount: string }[] } }>(
          "/admin/pagoefectivo/summary",
        )
      ).summary.not_banked
    const before = (await notBanked())[0]?.count ?? 0
    const day = (ahead: number) => new Date(Date.now() + ahead * DAY_MS).toISOString()
    const line = (name: string, credited: string) =>
      `MANY-${name},${name},settled,10.00,PEN,0.00,10.00,${day(-1)},${credited},PO-MANY-${name}`
    const rows = [
      ...Array.from({ length: MORE_THAN_A_PAGE }, (_, n) => line(`9${n}`, day(-1))),
      line("ahead", day(1)),
    ]
    const report = [
      "external_reference,payment_id,status,amount,currency,fee,net,date_created,date_credited,payout_id",
      ...rows,
      "",
    ].join("\n")
    await uploadReport(desk.admin, "many.csv", report)
    expect(await notBanked()).toMatchObject([{ count: before + MORE_THAN_A_PAGE }])
    await desk.admin.must("/admin/pagoefectivo/payouts", {
      body: { payout_id: "PO-MANY-90", currency_code: "PEN", bank_deposit: "10.00" },
    })
    expect(await notBanked()).toMatchObject([{ count: before + MORE_THAN_A_PAGE - 1 }])
  })
})

/** After all others: most of its lines name no code either. */
describe("a payout that is 3.50 short", () => {
  const HEADER =
    "external_reference,payment_id,status,amount,currency,fee,net,date_created,date_credited,payout_id"
  const CREDITED = "2026-11-10"

  interface Row {
    payment: string
    status: "settled" | "held"
    currency: "PEN" | "USD"
    /** Céntimos. */
    amount: number
    base: number
    igv: number
    payout: string
  }
  interface Line {
    id: string
    payment_id: string
    net: string
    status: string
    voucher: { id: string; cip: string } | null
    order: { id: string; display_id: number } | null
    report: { filename: string; row: number }
    cases: { reason: string }[]
  }
  interface Detail {
    id: string
    payout_id: string
    state: string
    explanations: {
      of: string
      difference: string
      suspects: { kind: string; sum: string; explains: boolean; lines: Line[] }[]
    }[]
  }

  /** The ledger that the test keeps itself. */
  const ledger: Row[] = []
  let page: string
  let own: { orderId: string; voucherId: string; cip: string }

  const money = (centimos: number) => (centimos / 100).toFixed(2)
  const sum = (rows: Row[], of: (row: Row) => number) =>
    money(rows.reduce((total, row) => total + of(row), 0))
  const net = ({ amount, base, igv }: Row) => amount - base - igv
  const ofPayout = (payout: string) =>
    ledger.filter((row) => row.payout === payout && row.status === "settled")

  const payoutsOf = (query: string) =>
    desk.admin.must<{ payouts: Detail[]; count: number }>(`/admin/pagoefectivo/payouts?${query}`)
  const linesOf = async (query = "") =>
    (await desk.admin.must<{ lines: Line[] }>(`${page}/lines?${query}`)).lines
  const enter = (payout_id: string, bank_deposit: string, more: object = {}) =>
    desk.admin.must("/admin/pagoefectivo/payouts", {
      body: { payout_id, currency_code: "PEN", bank_deposit, ...more },
    })

  beforeAll(async () => {
    own = await desk.paidOrder()
    const row = (payment: string, amount: number, base: number, igv: number): Row => ({
      payment,
      status: "settled",
      currency: "PEN",
      amount,
      base,
      igv,
      payout: "PO-SHORT",
    })
    ledger.push(
      row(own.cip, 7_990, 160, 29),
      row("88000001", 10_011, 150, 27),
      row("88000002", 520, 144, 26),
      row("88000003", 23_456, 300, 54),
      { ...row("88000004", 9_900, 150, 27), status: "held" },
      { ...row("88000005", 5_000, 200, 36), currency: "USD", payout: "PO-DOLLAR" },
      { ...row("88000006", 6_000, 100, 18), currency: "USD", status: "held", payout: "PO-DOLLAR" },
      { ...row("88000007", 4_000, 100, 18), payout: "PO-WHOLE" },
    )
    const lines = ledger.map((one) =>
      [
        "",
        one.payment,
        one.status,
        money(one.amount),
        one.currency,
        money(one.base + one.igv),
        money(net(one)),
        `${CREDITED}T10:00:00-05:00`,
        `${CREDITED}T12:00:00-05:00`,
        one.payout,
      ].join(","),
    )
    await uploadReport(desk.admin, "corto.csv", [HEADER, ...lines, ""].join("\n"))
    const short = ofPayout("PO-SHORT").reduce((total, one) => total + net(one), 0) - 350
    await enter("PO-SHORT", money(short), { bank_reference: "OP 4711" })
    await enter("PO-WHOLE", sum(ofPayout("PO-WHOLE"), net))
    const { payouts } = await payoutsOf("payout_id=PO-SHORT")
    page = `/admin/pagoefectivo/payouts/${payouts[0]!.id}`
  })

  it("has a page of its own, with its figures to the céntimo", async () => {
    const rows = ofPayout("PO-SHORT")
    const { payout } = await desk.admin.must<{ payout: Detail }>(page)
    expect(payout).toMatchObject({
      payout_id: "PO-SHORT",
      credited_on: CREDITED,
      lines_count: rows.length,
      gross: sum(rows, ({ amount }) => amount),
      fees: sum(rows, ({ base, igv }) => base + igv),
      fee_base: sum(rows, ({ base }) => base),
      igv: sum(rows, ({ igv }) => igv),
      igv_source: "computed",
      net: sum(rows, net),
      difference: "-3.50",
      declared_difference: null,
      state: "off",
      deposit_changes: [{ source: "manual" }],
    })
  })

  it("leads to the line that is behind it", async () => {
    const { payout } = await desk.admin.must<{ payout: Detail }>(page)
    const [explanation] = payout.explanations
    expect(explanation).toMatchObject({ of: "deposit", difference: "-3.50", is_complete: true })
    expect(explanation!.suspects[0]).toMatchObject({
      kind: "net",
      sum: "3.50",
      explains: true,
      lines: [{ payment_id: "88000002", report: { filename: "corto.csv", row: 4 } }],
    })
    const held = explanation!.suspects.find(({ kind }) => kind === "held")
    expect(held).toMatchObject({ explains: false, lines: [{ payment_id: "88000004" }] })
    const [whole] = (await payoutsOf("payout_id=PO-WHOLE")).payouts
    const other = await desk.admin.must<{ payout: Detail }>(
      `/admin/pagoefectivo/payouts/${whole!.id}`,
    )
    expect(other.payout).toMatchObject({ state: "whole", explanations: [] })
  })

  it("shows its lines with what each leads to, filtered and sorted", async () => {
    const payments = (lines: Line[]) => lines.map(({ payment_id }) => payment_id)
    const byNet = ledger
      .filter(({ payout }) => payout === "PO-SHORT")
      .sort((one, other) => net(other) - net(one))
      .map(({ payment }) => payment)
    expect(payments(await linesOf("order=-net"))).toEqual(byNet)
    expect(payments(await linesOf("order=-net&limit=2&offset=1"))).toEqual(byNet.slice(1, 3))
    expect(payments(await linesOf("status=held"))).toEqual(["88000004"])
    expect(payments(await linesOf("q=3.50"))).toEqual(["88000002"])
    expect(await linesOf("type=refund")).toEqual([])
    const right = await linesOf("trouble=false")
    expect(right).toMatchObject([
      {
        payment_id: own.cip,
        voucher: { id: own.voucherId, cip: own.cip },
        order: { id: own.orderId, display_id: expect.any(Number) as number },
        report: { filename: "corto.csv", row: 2 },
        cases: [],
      },
    ])
    const number = right[0]!.order!.display_id
    expect(payments(await linesOf(`q=%23${number}`))).toEqual([own.cip])
    const wrong = await desk.admin.call<{ message: string }>(`${page}/lines?order=raw`)
    expect([wrong.status, wrong.body.message]).toEqual([
      400,
      expect.stringContaining("expected one of credited_at"),
    ])
  })

  it("is found in the list by what is wrong with it, by amount and by the bank's reference", async () => {
    const found = async (query: string) =>
      (await payoutsOf(`limit=1000&${query}`)).payouts.map(({ payout_id }) => payout_id)
    const off = await found("state=off")
    expect(off).toContain("PO-SHORT")
    expect(off).not.toContain("PO-WHOLE")
    const unconfirmed = await found("state=unconfirmed")
    expect(unconfirmed).toContain("PO-DOLLAR")
    expect(unconfirmed).not.toContain("PO-SHORT")
    expect(await found("state=unmatched")).toEqual([])
    expect(await found("q=op%204711")).toEqual(["PO-SHORT"])
    expect(await found(`q=${sum(ofPayout("PO-WHOLE"), net)}`)).toEqual(["PO-WHOLE"])
    expect(await found("q=short")).toEqual(["PO-SHORT"])
    const sorted = await found("q=PO-&order=credited_on")
    const last = await found("q=PO-&order=-credited_on")
    expect(sorted.at(-1)).not.toBe(sorted[0])
    expect(last).not.toEqual(sorted)
  })

  it("is not found under an id that is none", async () => {
    const encoded = (parts: unknown) =>
      `pepo_${Buffer.from(JSON.stringify(parts)).toString("base64url")}`
    const unknown = encoded(["pp_pagoefectivo_pagoefectivo", "pen", "PO-NONE"])
    for (const id of [unknown, encoded(["a", "b", "\u0000"]), "PO-SHORT", "pepo_x"]) {
      for (const path of [id, `${id}/lines`]) {
        const { status, body } = await desk.admin.call<{ message: string }>(
          `/admin/pagoefectivo/payouts/${path}`,
        )
        expect([path, status, body.message]).toEqual([
          path,
          404,
          "There is no payout with this id.",
        ])
      }
    }
  })

  it("counts fees of every currency, base and IGV apart, and held ones beside them", async () => {
    const { fee_totals, rate_card } = await desk.admin.must<{
      fee_totals: { currency_code: string }[]
      rate_card: null
    }>(`/admin/pagoefectivo/fee-totals?from=${CREDITED}&to=${CREDITED}&by=day`)
    const expected = (["PEN", "USD"] as const).map((currency) => {
      const of = (status: Row["status"]) =>
        ledger.filter((row) => row.currency === currency && row.status === status)
      return {
        period: CREDITED,
        currency_code: currency.toLowerCase(),
        lines_count: of("settled").length,
        charged: sum(of("settled"), ({ base, igv }) => base + igv),
        charged_base: sum(of("settled"), ({ base }) => base),
        charged_igv: sum(of("settled"), ({ igv }) => igv),
        unjudged: sum(of("settled"), ({ base, igv }) => base + igv),
        held_lines_count: of("held").length,
        held: sum(of("held"), ({ base, igv }) => base + igv),
        held_base: sum(of("held"), ({ base }) => base),
        held_igv: sum(of("held"), ({ igv }) => igv),
        overcharged: "0.00",
        igv_source: "computed",
      }
    })
    expect(rate_card).toBeNull()
    expect(fee_totals).toMatchObject(expected)
  })
})
