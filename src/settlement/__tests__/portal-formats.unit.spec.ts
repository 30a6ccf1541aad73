import { strToU8, zipSync } from "fflate"
import {
  MAX_XLSX_BYTES,
  MAX_XLSX_CELLS,
  MAX_XLSX_PARTS,
  MAX_XLSX_UNPACKED_BYTES,
  openReport,
  parseReport,
} from ".."
import { ignoredOf, linesOf, NOW, parse, quarantineOf } from "./support/parse"
import { portalRow, portalWorkbook } from "./support/portal"
import { workbook } from "./support/workbook"

const TXT = [
  "X,X,11546903,ORD-1001,X,1.83,35.50,14/01/2025 10:30:00,15/01/2025 11:02:07,X,X,X,BCP,X,AGENTE",
  "X,X,11546902,ORD-1000,X,6.20,150.00,14/01/2025 09:00:00,14/01/2025 18:45:10,X,X,X,INTERBANK,X,BANCA MOVIL",
  "",
].join("\n")

function inline(cells: string[], row: number): string {
  return cells
    .map((text, at) => `<c r="${"ABCDEFG"[at]}${row}" t="inlineStr"><is><t>${text}</t></is></c>`)
    .join("")
}

/** A workbook with the standard header and these rows, as raw as it can be. */
function sheetOf(rows: string): Buffer {
  const columns =
    "external_reference,payment_id,status,amount,currency,date_created,date_credited".split(",")
  const relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  return Buffer.from(
    zipSync({
      "[Content_Types].xml": strToU8("<Types/>"),
      "xl/workbook.xml": strToU8(
        '<workbook><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>',
      ),
      "xl/_rels/workbook.xml.rels": strToU8(
        `<Relationships><Relationship Id="rId1" Type="${relationships}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      ),
      "xl/worksheets/sheet1.xml": strToU8(
        `<worksheet><sheetData><row r="1">${inline(columns, 1)}</row>${rows}</sheetData></worksheet>`,
      ),
    }),
  )
}

describe("pagoefectivo_txt", () => {
  it("reads the portal's 15 columns; payment time is Lima's", async () => {
    expect(linesOf(await parse(TXT))).toMatchObject([
      {
        lineNumber: 1,
        cip: "11546903",
        paymentId: "11546903",
        externalReference: "ORD-1001",
        type: "payment",
        status: "settled",
        currency: "PEN",
        amountCentimos: 3550,
        feeCentimos: 183,
        netCentimos: null,
        createdAt: new Date("2025-01-15T16:02:07Z"),
        creditedAt: null,
        payoutId: null,
      },
      { lineNumber: 2, amountCentimos: 15000, feeCentimos: 620 },
    ])
  })

  it("is recognised although its first row is damaged", async () => {
    const events = await parse(`X,X,115\n${TXT}`)
    expect(linesOf(events)).toHaveLength(2)
    expect(quarantineOf(events)).toMatchObject([{ lineNumber: 1, expected: "15 cells" }])
  })

  it.each([
    ["Transferencia_48213.txt", "48213"],
    ["transferencia 48213 (1).txt", "48213"],
    ["reporte-20250115.txt", null],
  ])("takes the payout from the name %s when it says one", async (filename, payoutId) => {
    expect(linesOf(await parse(TXT, { filename }))[0]).toMatchObject({ payoutId })
  })

  it("gives renamed files and named payouts the same fingerprints", async () => {
    const [plain, renamed, named] = await Promise.all([
      parse(TXT),
      parse(TXT, { filename: "Transferencia_1.txt" }),
      parse(TXT, { payoutId: "PO-9" }),
    ])
    const prints = [plain, renamed, named].map((it) => linesOf(it).map((line) => line.fingerprint))
    expect(prints[1]).toEqual(prints[0])
    expect(prints[2]).toEqual(prints[0])
    expect(linesOf(named)[0]?.payoutId).toBe("PO-9")
  })

  it("ignores a row of totals and names columns by number", async () => {
    const events = await parse(
      `${TXT}TOTAL,,,,,8.03,185.50,,,,,,,,\nX,X,1,O,X,1.83,nada,14/01/2025 10:30:00,15/01/2025 11:02:07,X,X,X,BCP,X,AGENTE\n`,
    )
    expect(ignoredOf(events)).toEqual([[3, "totals"]])
    expect(quarantineOf(events)).toMatchObject([{ column: "column 7", found: "nada" }])
  })

  it("quarantines 31/02/2026", async () => {
    const events = await parse(TXT.replace("15/01/2025 11:02:07", "31/02/2026 11:02:07"))
    expect(quarantineOf(events)).toMatchObject([
      {
        column: "column 9",
        found: "31/02/2026 11:02:07",
        expected: expect.stringMatching(/exists/),
      },
    ])
    expect(linesOf(events)).toHaveLength(1)
  })
})

describe("pagoefectivo_xlsx", () => {
  it("finds the header on row 11 and reads paid and reversed codes without any payer data", async () => {
    const book = await portalWorkbook(
      portalRow({}),
      portalRow({
        CIP: 11546904,
        Monto: 0.1 + 0.2,
        "Fec.Cancelación": new Date("2025-01-15T11:02:07Z"),
      }),
      portalRow({ CIP: "3", Estado: "Expirada", "Fec.Cancelación": null }),
      portalRow({ CIP: "4", Estado: "Extornada" }),
      portalRow({ CIP: "5", Estado: "Desconocida" }),
      ["TOTAL", null, 71.3],
    )
    const events = await parse(book, { filename: "Reporte.xls" })
    expect(linesOf(events)).toMatchObject([
      {
        lineNumber: 12,
        cip: "11546903",
        externalReference: "ORD-1001",
        amountCentimos: 3550,
        status: "settled",
        type: "payment",
        createdAt: new Date("2025-01-15T16:02:07Z"),
      },
      { cip: "11546904", amountCentimos: 30, createdAt: new Date("2025-01-15T16:02:07Z") },
      { cip: "4", type: "reversal", status: "reversed", amountCentimos: -3550 },
    ])
    expect(quarantineOf(events)).toMatchObject([{ lineNumber: 16, column: "Estado" }])
    expect(
      ignoredOf(events)
        .slice(0, 11)
        .every(([, why]) => why === "header"),
    ).toBe(true)
    expect(ignoredOf(events).slice(11)).toEqual([
      [14, "other_movement"],
      [17, "totals"],
    ])
    expect(JSON.stringify(events)).not.toMatch(/Ana|Quispe|example\.com|45678912|987654321/)
  })

  it("reads the standard columns from a sheet as well", async () => {
    const book = await workbook([
      [
        "external_reference",
        "payment_id",
        "status",
        "amount",
        "currency",
        "date_created",
        "date_credited",
      ],
      ["ref", "1", "settled", 69.9, "PEN", "2026-10-07", null],
    ])
    const report = await openReport({ source: book, filename: "x", now: NOW })
    expect(report.format).toBe("standard_csv")
    const batches = []
    for await (const batch of report.batches) batches.push(...batch)
    expect(linesOf(batches)).toMatchObject([{ amountCentimos: 6990 }])
  })

  it("refuses a zip that is no workbook, a damaged one, and a text format by name", async () => {
    const zip = Buffer.from(zipSync({ "a.txt": strToU8("hello") }))
    await expect(parse(zip)).rejects.toMatchObject({ code: "not_a_report" })
    const book = await portalWorkbook(portalRow({}))
    await expect(parse(book.subarray(0, book.length / 2))).rejects.toMatchObject({
      code: "unreadable_spreadsheet",
    })
    await expect(parse(book, { format: "pagoefectivo_txt" })).rejects.toMatchObject({
      code: "format_mismatch",
    })
    const broken = zipSync({
      "xl/workbook.xml": strToU8("<workbook"),
      "xl/worksheets/sheet1.xml": strToU8("<nothing>"),
    })
    await expect(parse(Buffer.from(broken))).rejects.toMatchObject({
      code: "unreadable_spreadsheet",
    })
  })

  it("refuses a zip bomb, and one cell a million rows away, before they unfold", async () => {
    const bomb = zipSync({
      "xl/workbook.xml": strToU8("<workbook/>"),
      "xl/worksheets/sheet1.xml": new Uint8Array(MAX_XLSX_UNPACKED_BYTES),
    })
    expect(bomb.length).toBeLessThan(1024 * 1024)
    await expect(parse(Buffer.from(bomb))).rejects.toMatchObject({ code: "file_too_large" })
    const sparse = zipSync({
      "xl/workbook.xml": strToU8("<workbook/>"),
      "xl/worksheets/sheet1.xml": strToU8(
        '<worksheet><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>',
      ),
    })
    await expect(parse(Buffer.from(sparse))).rejects.toMatchObject({
      code: "file_too_large",
      reason: { code: "sheet_too_large", values: { rows: 1_048_576, columns: 16_384 } },
    })
  })

  it("reads a sheet of as many cells as the limit, and none with one more row", async () => {
    const atLimit = MAX_XLSX_CELLS / 100
    expect(linesOf(await parse(sheetOf(`<row r="${atLimit}"><c r="CV2"/></row>`)))).toEqual([])
    await expect(
      parse(sheetOf(`<row r="${atLimit + 1}"><c r="CV2"/></row>`)),
    ).rejects.toMatchObject({ code: "file_too_large" })
  })

  it("counts rows that the sheet leaves out, so that line numbers are Excel's", async () => {
    const cells = ["ref", "1", "settled", "69.9", "PEN", "2026-10-07", ""]
    const events = await parse(sheetOf(`<row r="5">${inline(cells, 5)}</row>`))
    expect(linesOf(events)).toMatchObject([{ lineNumber: 5, amountCentimos: 6990 }])
  })

  it("refuses a workbook of more parts than the limit, and none of fewer", async () => {
    const parts = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, n) => [`p${n}.xml`, strToU8("")]))
    const read = (count: number) =>
      parse(Buffer.from(zipSync({ "xl/workbook.xml": strToU8("<workbook"), ...parts(count) })))
    await expect(read(MAX_XLSX_PARTS - 1)).rejects.toMatchObject({
      reason: { code: "workbook_damaged" },
    })
    await expect(read(MAX_XLSX_PARTS)).rejects.toMatchObject({
      code: "file_too_large",
      reason: { code: "workbook_has_too_many_parts" },
    })
  })

  it("refuses a workbook above the packed limit", async () => {
    const head = await portalWorkbook(portalRow({}))
    const source = Buffer.concat([head, Buffer.alloc(MAX_XLSX_BYTES)])
    const all = async () => {
      for await (const event of parseReport({ source, filename: "x", now: NOW })) void event
    }
    await expect(all()).rejects.toMatchObject({ code: "file_too_large" })
  })
})
