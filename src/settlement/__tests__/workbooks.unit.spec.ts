import { bankDeposits, openReport, readTable, ReportError } from ".."
import { ignoredOf, linesOf, NOW, parse, quarantineOf, STANDARD_HEADER } from "./support/parse"
import { rawWorkbook, type RawCell } from "./support/raw-workbook"

const HEADER = STANDARD_HEADER.split(",")
const COVER = { name: "Portada", rows: [["Reporte de liquidaciones"], ["Noviembre"]] }

function row(cells: Record<string, string | RawCell> = {}): (string | RawCell)[] {
  const whole: Record<string, string | RawCell> = {
    external_reference: "payses_01",
    payment_id: "2523136",
    status: "settled",
    amount: { v: "69.90" },
    currency: "PEN",
    date_created: "2026-10-07T12:00:00",
    ...cells,
  }
  return HEADER.map((name) => whole[name] ?? "")
}

async function unreadSheets(workbook: Buffer): Promise<string[]> {
  const report = await openReport({ source: workbook, filename: "x.xlsx", now: NOW })
  await report.close()
  return report.unreadSheets
}

describe("sheets", () => {
  it("are all looked at: the report may stand on any, and the others are named", async () => {
    const workbook = rawWorkbook([
      COVER,
      { name: "Hoja vacía", rows: [] },
      { name: "Datos", rows: [HEADER, row(), row({ payment_id: "2", amount: "x" })] },
      { name: "Resumen", rows: [["Total", "69.90"]] },
    ])
    const events = await parse(workbook)
    expect(linesOf(events)).toMatchObject([{ lineNumber: 2, amountCentimos: 6990 }])
    expect(quarantineOf(events)).toMatchObject([{ lineNumber: 3, column: "amount" }])
    expect(await unreadSheets(workbook)).toEqual(["Portada", "Resumen"])
  })

  it("of one format are read one behind the other, and say where a row stands", async () => {
    const events = await parse(
      rawWorkbook([
        { name: "Enero", rows: [HEADER, row(), row()] },
        { name: "Febrero", rows: [HEADER, row({ payment_id: "3" }), row({ amount: "x" })] },
      ]),
    )
    expect(linesOf(events).map(({ lineNumber }) => lineNumber)).toEqual([2, 3, 5])
    expect(quarantineOf(events)).toMatchObject([{ lineNumber: 6, column: "Febrero › amount" }])
    expect(events).toHaveLength(6)
  })

  it("that repeat rows of another one bring no row twice", async () => {
    const events = await parse(
      rawWorkbook([
        { name: "Todo", rows: [HEADER, row(), row(), row({ payment_id: "3" })] },
        { name: "Copia", rows: [HEADER, row(), row(), row(), row({ payment_id: "4" })] },
      ]),
    )
    expect(linesOf(events).map(({ lineNumber }) => lineNumber)).toEqual([2, 3, 4, 8, 9])
    expect(ignoredOf(events).filter(([, why]) => why === "other_sheet")).toHaveLength(2)
  })

  it("of another format than the first are named, not mixed", async () => {
    const portal = ["CIP", "Nro.Ord.Comercio", "Monto", "Estado", "Fec.Cancelación"]
    const workbook = rawWorkbook([
      { name: "Liquidación", rows: [HEADER, row()] },
      { name: "Operaciones", rows: [portal, ["1", "A", "69.90", "Cancelada", "07/10/2026"]] },
    ])
    expect(linesOf(await parse(workbook))).toHaveLength(1)
    expect(await unreadSheets(workbook)).toEqual(["Operaciones"])
  })

  it("without the report are refused with the nearest mistake", async () => {
    const wrong = HEADER.filter((name) => name !== "amount")
    await expect(
      parse(rawWorkbook([COVER, { name: "Datos", rows: [wrong, row().slice(1)] }])),
    ).rejects.toMatchObject({ reason: { code: "columns_missing", values: { columns: "amount" } } })
  })

  it("are all looked at for a table of deposits as well", async () => {
    const rows = [
      ["payout_id", "currency", "amount"],
      ["PO-1", "PEN", "12.50"],
    ]
    const deposits = bankDeposits(10_000, NOW)
    const read = await readTable(rawWorkbook([COVER, { name: "BCP", rows }]), deposits)
    expect(read.rows).toMatchObject([{ payoutId: "PO-1", lineNumber: 2 }])
  })
})

describe("dates of a workbook", () => {
  const noon = "2026-10-07T17:00:00.000Z"

  it.each([
    ["a number with a date's format", { s: 1, v: "46302.5" }, ""],
    ["a number since 1904", { s: 1, v: "44840.5" }, '<workbookPr date1904="1"/>'],
    [
      "a number since 1904, said with true",
      { s: 1, v: "44840.5" },
      '<workbookPr date1904="true"/>',
    ],
    ["a number where 1904 is denied", { s: 1, v: "46302.5" }, '<workbookPr date1904="false"/>'],
    ["a date's own type", { t: "d", v: "2026-10-07T12:00:00" }, ""],
    ["a date's own type with a style", { s: 1, t: "d", v: "2026-10-07T12:00:00.000" }, ""],
    [
      "a date's own type, as some libraries write it",
      { t: "d", v: "2026-10-07T12:00:00.000Z" },
      "",
    ],
    ["a formula's text", { t: "str", v: "07/10/2026 12:00" }, ""],
    ["text", "7/10/2026 12:00", ""],
    ["text with an offset", "2026-10-07T17:00:00Z", ""],
  ] as const)("are read from %s", async (_, cell, workbookPr) => {
    const sheet = { name: "a", rows: [HEADER, row({ date_created: cell })] }
    const [line] = linesOf(await parse(rawWorkbook([sheet], workbookPr)))
    expect(line?.createdAt?.toISOString()).toBe(noon)
  })
})

describe("a file called .xls", () => {
  const cells = row().map((cell) => (typeof cell === "string" ? cell : cell.v))

  it("that is a page with a table is read", async () => {
    const tr = (tag: string, values: string[]) =>
      `<tr>${values.map((value) => `<${tag}>${value}</${tag}>`).join("")}</tr>`
    const html = `<html><head><style>td { color: red }</style></head><body>
      <table><tr><td colspan=3><b>Reporte</b> de <i>pagos</i></td></tr></table>
      <!-- <table><tr><td>no</td></tr></table> -->
      <TABLE border="1">${tr("th", HEADER)}${tr("td", [...cells.slice(0, 3), " S/&nbsp;69.90 ", ...cells.slice(4)])}
      <tr><td>payses_2<td>2<td>settled<td>1&#46;50<td>PEN<td><td><td>7/10/2026<td><td><td></table></body></html>`
    const events = await parse(Buffer.from(html), { filename: "movimientos.xls" })
    expect(linesOf(events)).toMatchObject([{ amountCentimos: 6990 }, { amountCentimos: 150 }])
  })

  it("that is text between tabs is read, in UTF-16 too", async () => {
    const text = `${HEADER.join("\t")}\r\n${cells.join("\t")}\r\n`
    for (const bytes of [Buffer.from(text), Buffer.from(`\ufeff${text}`, "utf16le")]) {
      expect(linesOf(await parse(bytes, { filename: "movimientos.xls" }))).toHaveLength(1)
    }
  })

  it("that is of Excel 97 is refused with how to save it", async () => {
    const old = parse(Buffer.from("d0cf11e0a1b11ae100000000", "hex"))
    await expect(old).rejects.toBeInstanceOf(ReportError)
    await expect(old).rejects.toMatchObject({
      code: "not_a_report",
      reason: { code: "old_excel" },
      message: expect.stringContaining(".xlsx") as string,
    })
  })

  it("that is a page to log in at is none", async () => {
    const login = "<html><body><form>Usuario <table><tr><td>Clave</td></tr></table></form></html>"
    await expect(parse(login)).rejects.toMatchObject({ reason: { code: "not_a_table" } })
    const deposits = bankDeposits(10_000, NOW)
    await expect(readTable(Buffer.from("<html></html>"), deposits)).rejects.toMatchObject({
      reason: { code: "not_a_table" },
    })
  })

  it("with more cells than the limit is refused", async () => {
    const html = `<table>${`<tr>${"<td>".repeat(500)}</tr>`.repeat(1_100)}</table>`
    await expect(parse(html)).rejects.toMatchObject({ reason: { code: "too_many_cells" } })
  })
})
