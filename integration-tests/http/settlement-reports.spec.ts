import { createHash } from "node:crypto"
import { REFERENCE_KEY, referenceKey } from "../../src/modules/pagoefectivo/sql/keys"
import { Admin } from "../support/admin"
import { BOOT_TIMEOUT_MS, bootShop, type BootedShop } from "../support/booted-shop"
import { eventually } from "../support/eventually"
import { rawWorkbook } from "../../src/settlement/__tests__/support/raw-workbook"
import { SettlementDesk } from "../support/settlement-desk"
import { SettlementNights } from "../support/settlement-nights"
import { uploadReport, type UploadedReport } from "../support/upload"

const HEADER =
  "external_reference,payment_id,status,amount,currency,fee,net,date_created,date_credited,type,payout_id"

let shop: BootedShop
let admin: Admin

beforeAll(async () => {
  shop = await bootShop()
  admin = await Admin.logIn(shop.store)
}, BOOT_TIMEOUT_MS)

afterAll(() => shop?.close())

function row(reference: string, cells: Partial<Record<string, string>> = {}): string {
  const whole: Record<string, string> = {
    external_reference: reference,
    payment_id: "7000001",
    status: "settled",
    amount: "69.90",
    currency: "PEN",
    fee: "1.89",
    net: "68.01",
    date_created: "2026-10-07T12:00:00",
    date_credited: "2026-10-09T12:00:00",
    type: "payment",
    payout_id: "PO-1",
    ...cells,
  }
  return HEADER.split(",")
    .map((column) => whole[column] ?? "")
    .join(",")
}

function report(...rows: string[]): string {
  return [HEADER, ...rows, ""].join("\n")
}

async function rowsOf(table: string): Promise<number> {
  const [found] = await shop.database.query<{ count: string }>(`SELECT count(*) FROM ${table}`)
  return Number(found?.count)
}

interface Line {
  id: string
  line_number: number
  external_reference: string | null
  amount: string
  fee: string | null
  voucher_id: string | null
  matched_by: string | null
  paid_at: string
  replaced_by: string | null
}

async function linesOf(id: string, query = ""): Promise<{ lines: Line[]; count: number }> {
  return admin.must(`/admin/pagoefectivo/settlement-reports/${id}/lines${query}`)
}

describe("an uploaded report", () => {
  it("is archived, read, and its lines matched with the vouchers they name", async () => {
    const { voucher } = await shop.shopper.placeOrder()
    const sandboxed = shop.sandbox.voucher(voucher.cip)!
    const content = report(
      row(sandboxed.transactionCode.toLowerCase(), { payment_id: "1" }),
      row("", { payment_id: `00${voucher.cip}` }),
      row("", { payment_id: `${voucher.cip}.0` }),
      row("payses_OF_NOBODY", { payment_id: "2" }),
      row("payses_UNREADABLE", { amount: "NaN" }),
      "Total,,,139.80,,,,,,,",
    )
    const { status, body } = await uploadReport(admin, "../liquidación octubre.csv", content)
    expect(status).toBe(201)
    expect(body.settlement_report).toMatchObject({
      filename: "liquidación octubre.csv",
      sha256: createHash("sha256").update(content).digest("hex"),
      format: "standard_csv",
      status: "imported",
      source: "upload",
      lines_count: 4,
      quarantined_count: 1,
      ignored_count: 2,
      left_out: { ignored_rows: { header: 1, totals: 1 }, unknown_words: [], unread_sheets: [] },
      duplicates_count: 0,
    })
    const { id } = body.settlement_report
    const { lines, count } = await linesOf(id)
    expect(count).toBe(4)
    expect(
      lines.map(({ line_number, voucher_id, matched_by }) => [line_number, voucher_id, matched_by]),
    ).toEqual([
      [2, voucher.id, "transaction_code"],
      [3, voucher.id, "payment_id"],
      [4, voucher.id, "payment_id"],
      [5, null, null],
    ])
    expect(lines[0]).toMatchObject({
      amount: "69.90",
      fee: "1.89",
      paid_at: "2026-10-07T17:00:00.000Z",
    })
    expect((await linesOf(id, "?matched=false")).lines.map((line) => line.line_number)).toEqual([5])

    const quarantine = await admin.must<{ quarantined_rows: object[] }>(
      `/admin/pagoefectivo/settlement-reports/${id}/quarantine`,
    )
    expect(quarantine.quarantined_rows).toEqual([
      expect.objectContaining({ line: 6, column: "amount", found: "NaN" }),
    ])
    const archived = await admin.call<string>(`/admin/pagoefectivo/settlement-reports/${id}/file`)
    expect(archived.body).toBe(content)
  })

  it("finds its vouchers later by the same keys as while it is taken in", async () => {
    const samples = [" payses_01J ABC\t", "PAYSES_01JABC-2", "\u00a0payses_x\u00a0", "ORD-77", ""]
    for (const sample of samples) {
      const [found] = await shop.database.query<{ key: string }>(
        `SELECT ${REFERENCE_KEY("$1::text")} AS key`,
        [sample],
      )
      expect(found?.key ?? "").toBe(referenceKey(sample) ?? "")
    }
  })

  it("is taken once: a second upload says when and by whom", async () => {
    const content = report(row("payses_TWICE"))
    const first = await uploadReport(admin, "one.csv", content)
    const again = await uploadReport(admin, "renamed.csv", content)
    expect(again.status).toBe(200)
    expect(again.body.settlement_report.id).toBe(first.body.settlement_report.id)
    expect(again.body.settlement_report.filename).toBe("one.csv")
    expect(again.body.already_imported).toEqual({
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as string,
      by: expect.stringMatching(/^user_/) as string,
    })
  })

  it("adds only what no earlier report had, and keeps rows that are really equal", async () => {
    const [a, b, c] = ["payses_A", "payses_B", "payses_C"].map((reference) => row(reference))
    const first = await uploadReport(admin, "a.csv", report(a!, a!, b!))
    expect(first.body.settlement_report).toMatchObject({ lines_count: 3, duplicates_count: 0 })
    const second = await uploadReport(admin, "b.csv", report(b!, a!, c!, a!, a!))
    expect(second.body.settlement_report).toMatchObject({ lines_count: 2, duplicates_count: 3 })
  })

  it.each([
    { whose: "of nobody", reference: () => Promise.resolve("payses_VERSION") },
    {
      whose: "of a voucher",
      reference: async () => {
        const { voucher } = await shop.shopper.placeOrder()
        return shop.sandbox.voucher(voucher.cip)!.transactionCode
      },
    },
  ])("keeps one row $whose that is told again and better", async ({ whose, reference }) => {
    const name = await reference()
    const told = (cells: object, seconds: string) =>
      row(name, {
        payment_id: `V-${name}`,
        date_created: `2026-10-07T12:00:${seconds}`,
        payout_id: `PO-VERSIONS-${whose}`,
        ...cells,
      })
    const poor = told({ fee: "", net: "" }, "00")
    const other = told({}, "30")
    const early = await uploadReport(admin, "early.csv", report(poor))
    // Seconds, fee and net are there now; the other row is another payment, seconds later.
    const whole = await uploadReport(admin, "whole.csv", report(told({}, "10"), other))
    expect(whole.body.settlement_report).toMatchObject({ lines_count: 2, replaced_count: 0 })
    const again = await uploadReport(
      admin,
      "excel.csv",
      report(poor, other, "Total,,,139.80,,,,,,,"),
    )
    expect(again.body.settlement_report).toMatchObject({
      lines_count: 0,
      duplicates_count: 1,
      replaced_count: 1,
    })

    const path = `/admin/pagoefectivo/settlement-reports/${early.body.settlement_report.id}`
    const { settlement_report } = await admin.must<{ settlement_report: object }>(path)
    expect(settlement_report).toMatchObject({ lines_count: 0, replaced_count: 1 })
    const { lines: standing } = await linesOf(whole.body.settlement_report.id)
    const replaced = await linesOf(early.body.settlement_report.id, "?replaced=true")
    expect(replaced.lines.map((line) => line.replaced_by)).toEqual([standing[0]?.id])
    const { payouts } = await admin.must<{ payouts: { lines_count: number; net: string }[] }>(
      `/admin/pagoefectivo/payouts?payout_id=${encodeURIComponent(`PO-VERSIONS-${whose}`)}`,
    )
    expect(payouts).toMatchObject([{ lines_count: 2, net: "136.02" }])

    // Taken back, the better version leaves the place to the one that was there before.
    await withdraw(whole.body.settlement_report.id, { note: "De otra tienda" })
    const left = [early, again].map(({ body }) => linesOf(body.settlement_report.id))
    const lines = (await Promise.all(left)).flatMap((answer) => answer.lines)
    expect(lines.map(({ fee }) => fee).sort()).toEqual(["1.89", null])
    expect(lines.map((line) => line.replaced_by)).toEqual([null, null])
  })

  it("changes nothing in a dry run, and says what it would do", async () => {
    const content = report(row("payses_DRY"), row("payses_DRY_2", { amount: "x" }))
    const before = await rowsOf("pagoefectivo_settlement_line")
    const { status, body } = await uploadReport(admin, "dry.csv", content, { dry_run: "true" })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      dry_run: true,
      settlement_report: {
        format: "standard_csv",
        lines_count: 1,
        quarantined_count: 1,
        duplicates_count: 0,
        quarantined_rows: [
          {
            line: 3,
            column: "amount",
            found: "x",
            expected: expect.stringContaining("1234.56") as string,
            raw: expect.stringContaining("payses_DRY_2") as string,
          },
        ],
      },
    })
    expect(await rowsOf("pagoefectivo_settlement_line")).toBe(before)
    const found = await shop.database.query(
      "SELECT 1 FROM pagoefectivo_settlement_report WHERE sha256 = $1",
      [body.settlement_report.sha256],
    )
    expect(found).toEqual([])
    await uploadReport(admin, "dry.csv", content)
    const known = await uploadReport(admin, "dry.csv", content, { dry_run: "true" })
    expect(known.body).toMatchObject({ dry_run: true, already_imported: { by: expect.anything() } })
  })

  it("may be a workbook in which other sheets stand too, in the currency that is said", async () => {
    const portal = ["CIP", "Nro.Ord.Comercio", "Monto", "Estado", "Fec.Cancelación"]
    const workbook = rawWorkbook([
      { name: "Portada", rows: [["Operaciones"]] },
      {
        name: "Datos",
        rows: [portal, ["77001", "payses_SHEET", "69.90", "Cancelada", "7/10/2026 9:05"]],
      },
    ])
    const wrong = await uploadReport(admin, "a.xlsx", workbook, { currency_code: "eur" })
    expect(wrong.status).toBe(400)
    const { body } = await uploadReport(admin, "a.xlsx", workbook, { currency_code: "usd" })
    expect(body.settlement_report).toMatchObject({
      lines_count: 1,
      left_out: { unread_sheets: ["Portada"] },
    })
    const { lines } = await linesOf(body.settlement_report.id)
    expect(lines).toMatchObject([{ currency_code: "usd", paid_at: "2026-10-07T14:05:00.000Z" }])
  })

  it("says whose it is, in a store with several providers", async () => {
    const content = report(row("payses_WHOSE"))
    const refused = await uploadReport(admin, "whose.csv", content, { provider_id: "paypal" })
    expect(refused.status).toBe(400)
    expect(refused.body.message).toBe(
      'provider_id: found "paypal", expected pp_pagoefectivo_pagoefectivo.',
    )
    const named = await uploadReport(admin, "whose.csv", content, { provider_id: "pagoefectivo" })
    expect(named.body.settlement_report).toMatchObject({
      provider_id: "pp_pagoefectivo_pagoefectivo",
    })
  })

  it("keeps its name as text only, however it was sent", async () => {
    const content = report(row("payses_NAME"))
    const { body } = await uploadReport(admin, "../../\u202e\ud83dlo\tcal.csv", content)
    expect(body.settlement_report.filename).toBe("\ufffdlocal.csv")
    const archived = await admin.call<string>(
      `/admin/pagoefectivo/settlement-reports/${body.settlement_report.id}/file`,
    )
    expect(archived.headers.get("content-disposition")).toBe(
      "attachment; filename*=UTF-8''%EF%BF%BDlocal.csv",
    )
  })

  it("sets rows with amounts that no account can hold aside", async () => {
    const limit = row("payses_MOST", { amount: "21474836.47", fee: "0.00", net: "21474836.47" })
    const above = row("payses_MORE", { amount: "21474836.48", fee: "0.00", net: "21474836.48" })
    const { body } = await uploadReport(admin, "huge.csv", report(limit, above))
    expect(body.settlement_report).toMatchObject({ lines_count: 1, quarantined_count: 1 })
    const { quarantined_rows } = await admin.must<{ quarantined_rows: object[] }>(
      `/admin/pagoefectivo/settlement-reports/${body.settlement_report.id}/quarantine`,
    )
    expect(quarantined_rows).toEqual([
      expect.objectContaining({
        line: 3,
        column: "amount",
        found: "21474836.48",
        expected: "an amount up to 21474836.47",
      }),
    ])
  })

  it("of ten thousand rows is counted to the last one", async () => {
    const rows = Array.from({ length: 10_000 }, (_, n) =>
      row(`payses_MANY_${n}`, n % 100 === 0 ? { currency: "soles" } : {}),
    )
    const { body } = await uploadReport(admin, "many.csv", report(...rows))
    expect(body.settlement_report).toMatchObject({
      lines_count: 9_900,
      quarantined_count: 100,
      ignored_count: 1,
    })
  })
})

describe("a file that is no report", () => {
  it.each([
    ["an empty file", "", "empty_file"],
    ["a web page", "<!doctype html><html><body>Error</body></html>", "not_a_report"],
    [
      "an archive",
      Buffer.from("504b0304140000000800", "hex"),
      "not_a_report|unreadable_spreadsheet",
    ],
    ["unknown columns", "foo,bar\n1,2\n", "unknown_format"],
  ])("is refused with what was found and expected: %s", async (_, content, code) => {
    const { status, body } = await uploadReport(admin, "report.csv", content)
    expect(status).toBe(400)
    expect(body.type).toBe("invalid_data")
    expect(body.code).toMatch(new RegExp(`^(${code})$`))
    expect(body.message).toMatch(/found .*, expected /s)
    expect(body.reason).toEqual({ code: expect.any(String), values: expect.any(Object) })
  })

  it("stays archived as failed, with its cause", async () => {
    const content = "foo,bar\n3,4\n"
    await uploadReport(admin, "odd.csv", content)
    const { settlement_reports } = await admin.must<{
      settlement_reports: { id: string; status: string; error: string }[]
    }>("/admin/pagoefectivo/settlement-reports?status=failed&q=odd")
    expect(settlement_reports).toHaveLength(1)
    expect(settlement_reports[0]?.error).toMatch(/expected/)
    const archived = await admin.call<string>(
      `/admin/pagoefectivo/settlement-reports/${settlement_reports[0]?.id}/file`,
    )
    expect(archived.body).toBe(content)
  })

  it("is refused when its format is named and another", async () => {
    const { status, body } = await uploadReport(admin, "x.csv", report(row("payses_X")), {
      format: "mercadopago_settlement",
    })
    expect(status).toBe(400)
    expect(body.code).toBe("format_mismatch")
  })

  it("is refused without a file, and with fields that do not exist", async () => {
    const none = await admin.call<{ message: string }>("/admin/pagoefectivo/settlement-reports", {
      method: "POST",
      body: {},
    })
    expect(none.status).toBe(400)
    expect(none.body.message).toMatch(/multipart form with the field "file"/)
    const odd = await uploadReport(admin, "x.csv", report(row("payses_X")), { dryrun: "true" })
    expect(odd.status).toBe(400)
    expect(odd.body.message).toMatch(/dryrun/)
  })
})

type StoredReport = UploadedReport & {
  fixed_count: number
  history: { kind: string; by: string; note: string | null; rows?: number; report_id?: string }[]
}

function reportUrl(id: string, verb = ""): string {
  return `/admin/pagoefectivo/settlement-reports/${id}${verb}`
}

async function found(id: string): Promise<StoredReport> {
  return (await admin.must<{ settlement_report: StoredReport }>(reportUrl(id))).settlement_report
}

async function imported(name: string, content: string): Promise<StoredReport> {
  const { status, body } = await uploadReport(admin, name, content)
  expect(status).toBe(201)
  return body.settlement_report as StoredReport
}

const withdraw = (id: string, body: object = {}) =>
  admin.call<{ settlement_report: StoredReport; message: string }>(reportUrl(id, "/withdraw"), {
    body,
  })

describe("an import that is taken back", () => {
  const paidAt = "2026-10-07T12:00:00"

  it("counts no more, but for what another report has too; its cases heal, and it can be taken again", async () => {
    const desk = await SettlementDesk.open(shop)
    const { voucherId, cip } = await desk.paidOrder()
    const { transactionCode } = shop.sandbox.voucher(cip)!
    const wrong = row(transactionCode, { payment_id: cip, amount: "1.00", fee: "", net: "" })
    const foreignRow = row("payses_WITHDRAWN", { payment_id: "7000042" })
    const day = report(wrong, foreignRow)
    const first = await imported("día.csv", day)
    const second = await imported("semana.csv", report(row("payses_ALONE"), foreignRow, wrong))
    expect([first.lines_count, second.lines_count, second.duplicates_count]).toEqual([2, 1, 2])
    await desk.reconcile()
    const open = async () => {
      const own = await desk.casesOf(`status=open&voucher_id=${voucherId}`)
      const others = await desk.casesOf("status=open&reason=unknown_reference&order=-opened_at")
      const foreign = others.filter(
        ({ actual }) => actual.external_reference === "payses_WITHDRAWN",
      )
      return [...own, ...foreign].map(({ reason }) => reason)
    }
    expect(await open()).toEqual(["amount_mismatch", "unknown_reference"])

    const { status, body } = await withdraw(first.id, { note: "De otra tienda" })
    expect([status, body.settlement_report.status]).toEqual([200, "withdrawn"])
    expect(body.settlement_report.history).toMatchObject([
      { kind: "withdrawn", by: expect.stringMatching(/^user_/) as string, note: "De otra tienda" },
    ])
    expect(await found(second.id)).toMatchObject({ lines_count: 3, duplicates_count: 0 })
    expect((await withdraw(first.id)).status).toBe(400)
    await desk.reconcile()
    expect(await open()).toEqual(["amount_mismatch", "unknown_reference"])

    await withdraw(second.id)
    expect((await linesOf(second.id)).count).toBe(0)
    await desk.reconcile()
    expect(await open()).toEqual([])
    expect((await admin.call<string>(reportUrl(first.id, "/file"))).body).toBe(day)

    const again = await uploadReport(admin, "otra vez.csv", day)
    expect([again.status, again.body.settlement_report.id]).toEqual([201, first.id])
    expect(again.body.settlement_report).toMatchObject({ status: "imported", lines_count: 2 })
    expect((await found(first.id)).history.map(({ kind }) => kind)).toEqual([
      "withdrawn",
      "taken_again",
    ])
    await desk.reconcile()
    expect(await open()).toEqual(["amount_mismatch", "unknown_reference"])
    await withdraw(first.id)
    const reread = await admin.must<{ settlement_report: StoredReport }>(
      reportUrl(first.id, "/reread"),
      { body: {} },
    )
    expect(reread.settlement_report).toMatchObject({ status: "imported", lines_count: 2 })
  })

  it("needs a note once the accounts of its days are closed", async () => {
    const { id } = await imported(
      "cerrado.csv",
      report(row("payses_CLOSED", { date_created: paidAt })),
    )
    const { closed_period } = await admin.must<{ closed_period: { id: string } }>(
      "/admin/pagoefectivo/closed-periods",
      { body: { from_day: "2026-10-07", to_day: "2026-10-07" } },
    )
    const refused = await withdraw(id)
    expect([refused.status, refused.body.message]).toEqual([
      400,
      expect.stringMatching(new RegExp(`^The accounts of report ${id} are closed`)),
    ])
    expect(await found(id)).toMatchObject({ status: "imported", history: [] })
    expect((await withdraw(id, { note: "Con permiso de contabilidad" })).status).toBe(200)
    await admin.must(`/admin/pagoefectivo/closed-periods/${closed_period.id}/reopen`, { body: {} })
  })
})

describe("rows that could not be read", () => {
  const [good, bad] = [
    row("payses_GOOD"),
    row("payses_BAD", { payment_id: "7000051", amount: "x" }),
  ]

  it("are corrected by a copy, or by a file of their own, which is linked to their report", async () => {
    const broken = await imported("julio.csv", report(good, bad))
    expect(broken).toMatchObject({ quarantined_count: 1, fixed_count: 0 })
    const mended = row("payses_BAD", { payment_id: "7000051" })
    await imported("semana 2.csv", report(row("payses_OTHER"), good, mended))
    expect(await found(broken.id)).toMatchObject({ fixed_count: 0 })
    const copy = await imported("julio corregido.csv", report(good, mended))
    expect(await found(broken.id)).toMatchObject({
      fixed_count: 1,
      history: [{ kind: "fixed", rows: 1, report_id: copy.id }],
    })
    const { quarantined_rows } = await admin.must<{ quarantined_rows: object[] }>(
      reportUrl(broken.id, "/quarantine"),
    )
    expect(quarantined_rows).toMatchObject([{ line: 3, fixed_by: copy.id }])
    const [whole, part] = [
      { id: copy.id, filename: "julio corregido.csv", rows: 1 },
      { id: broken.id, filename: "julio.csv", rows: 1 },
    ]
    expect(await found(broken.id)).toMatchObject({ fixes: [], fixed_by: [whole] })
    expect(await found(copy.id)).toMatchObject({ fixes: [part], fixed_by: [] })
    await withdraw(copy.id)
    expect(await found(broken.id)).toMatchObject({ fixed_count: 0, fixed_by: [] })
    expect(await found(copy.id)).toMatchObject({ fixes: [] })
    const rows = await imported("julio-fix (1).csv", report(mended, ""))
    expect((await found(broken.id)).history.at(-1)).toMatchObject({ report_id: rows.id })
  })

  /** What an older plugin could not read. */
  async function unread(id: string): Promise<void> {
    await shop.database.query(
      `WITH gone AS (
         DELETE FROM pagoefectivo_settlement_line WHERE report_id = $1 AND line_number = 3)
       INSERT INTO pagoefectivo_quarantined_row (id, report_id, line_number, found, expected, raw)
       VALUES ('pequa_old_' || $1, $1, 3, '', '', '')`,
      [id],
    )
    await shop.database.query(
      `UPDATE pagoefectivo_settlement_report
       SET lines_count = 1, quarantined_count = 1, read_with = '0.0.1 older' WHERE id = $1`,
      [id],
    )
  }

  it("are read again when a person asks, and by the night once the plugin is another", async () => {
    const whole = await imported("agosto.csv", report(row("payses_AUG_1"), row("payses_AUG_2")))
    await unread(whole.id)
    const { settlement_report } = await admin.must<{ settlement_report: StoredReport }>(
      reportUrl(whole.id, "/reread"),
      { body: {} },
    )
    const asBefore = { lines_count: 2, quarantined_count: 0, duplicates_count: 0 }
    expect(settlement_report).toMatchObject({
      ...asBefore,
      history: [{ kind: "reread", rows: 1, by: expect.stringMatching(/^user_/) as string }],
    })
    await unread(whole.id)
    const nights = new SettlementNights({ ...shop, admin })
    await nights.tick()
    await nights.makeDue()
    await eventually(
      async () => {
        await nights.tick()
        return found(whole.id)
      },
      ({ history }) => history.length === 2,
      { what: "the night's reading" },
    )
    expect(await found(whole.id)).toMatchObject({ ...asBefore, history: [{}, { by: "system" }] })
  })

  it("stay set aside as long as nothing makes them readable", async () => {
    const before = await imported("septiembre.csv", report(row("payses_SEP"), bad))
    await admin.must(reportUrl(before.id, "/reread"), { body: {} })
    expect(await found(before.id)).toMatchObject({
      lines_count: 1,
      quarantined_count: 1,
      duplicates_count: 0,
      history: [],
    })
  })
})
