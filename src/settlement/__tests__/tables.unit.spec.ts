import { bankDeposits, exchangeRates, MAX_TABLE_ROWS, readTable } from ".."
import { rawWorkbook } from "./support/raw-workbook"
import { workbook } from "./support/workbook"

const NOW = new Date("2026-11-01T00:00:00Z")
const MOST = 2_147_483_647
const deposits = bankDeposits(MOST, NOW)

const table = (...lines: string[]) => Buffer.from(lines.join("\n"))

describe("a table of bank deposits", () => {
  it("is read whatever its order of columns, separator, encoding and decimal mark", async () => {
    const text = [
      "Reference;AMOUNT;currency;payout_id;deposited_at;comentario",
      "Operación 7;1.250,40;pen;PO-1;2026-10-12;x",
      "",
      ";0,00;USD;PO-1;;",
    ].join("\r\n")
    const { rows, quarantined, ignored } = await readTable(Buffer.from(text, "latin1"), deposits)
    expect(rows).toEqual([
      {
        payoutId: "PO-1",
        currencyCode: "pen",
        bankDepositCentimos: 125_040,
        bankDepositedAt: new Date("2026-10-12T05:00:00Z"),
        bankReference: "Operación 7",
        declaredTotalCentimos: null,
        lineNumber: 2,
        raw: "Operación 7 | 1.250,40 | pen | PO-1 | 2026-10-12 | x",
      },
      expect.objectContaining({ currencyCode: "usd", bankDepositCentimos: 0, lineNumber: 4 }),
    ])
    expect([quarantined, ignored]).toEqual([[], 2])
  })

  it("may be an Excel workbook", async () => {
    const sheet = await workbook([
      ["payout_id", "currency", "amount", "declared_total"],
      ["PO-1", "PEN", 78, 78.5],
    ])
    expect((await readTable(sheet, deposits)).rows).toEqual([
      expect.objectContaining({ bankDepositCentimos: 7_800, declaredTotalCentimos: 7_850 }),
    ])
  })

  it("may stand in several sheets, with a copy; what is no table is named", async () => {
    const header = ["payout_id", "currency", "amount"]
    const book = rawWorkbook([
      { name: "Portada", rows: [["Abonos de noviembre"]] },
      { name: "Semana 1", rows: [header, ["PO-1", "PEN", "78.00"], ["PO-2", "PEN", "5.00"]] },
      { name: "Semana 2", rows: [header, ["PO-3", "PEN", "x"], ["PO-2", "PEN", "6.00"]] },
      { name: "Copia", rows: [header, ["PO-1", "PEN", "78.00"]] },
    ])
    const { rows, quarantined, ignored, unreadSheets } = await readTable(book, deposits)
    expect(rows).toEqual([expect.objectContaining({ payoutId: "PO-1", lineNumber: 2 })])
    const told = quarantined.map((row) => [row.lineNumber, row.column, row.reason.code])
    expect(told).toEqual([
      [3, "Semana 1", "payout_repeated"],
      [5, "Semana 2 › amount", "no_amount"],
      [6, "Semana 2", "payout_repeated"],
    ])
    expect([ignored, unreadSheets]).toEqual([4, ["Portada"]])
  })

  it.each([
    ["PO-1,PEN,NaN,", "amount", "NaN", /1234\.56/],
    ["PO-1,PEN,,", "amount", "nothing", /an amount/],
    ["PO-1,PEN,-1.00,", "amount", "-1.00", /from 0\.00 to 21474836\.47/],
    ["PO-1,PEN,21474836.48,", "amount", "21474836.48", /to 21474836\.47/],
    ["PO-1,soles,1.00,", "currency", "soles", /three letters/],
    [",PEN,1.00,", "payout_id", "nothing", /an id/],
    ["PO-1,PEN,1.00,31/02/2026", "deposited_at", "31/02/2026", /2026/],
    ["PO-1,PEN,1.00,2026-11-03", "deposited_at", "2026-11-03", /not in the future/],
  ])("sets %s aside and goes on", async (line, column, found, expected) => {
    const content = table("payout_id,currency,amount,deposited_at", line, "PO-2,PEN,1.00,")
    const { rows, quarantined } = await readTable(content, deposits)
    expect(rows.map(({ payoutId }) => payoutId)).toEqual(["PO-2"])
    expect(quarantined).toEqual([
      expect.objectContaining({ lineNumber: 2, column, found, raw: line.replaceAll(",", " | ") }),
    ])
    expect(quarantined[0]?.expected).toMatch(expected)
  })

  it("takes none of two rows about one payout, which can't both be right", async () => {
    const content = table("payout_id,currency,amount", "PO-1,PEN,1", "PO-2,PEN,2", "PO-1,pen,3")
    const { rows, quarantined } = await readTable(content, deposits)
    expect(rows.map(({ payoutId }) => payoutId)).toEqual(["PO-2"])
    expect(quarantined).toMatchObject([
      { lineNumber: 2, found: "payout PO-1 in PEN on lines 2, 4", expected: "it once" },
      { lineNumber: 4 },
    ])
  })

  it.each([
    ["nothing", "", "empty_file", /no bytes/],
    ["a web page", "<html></html>", "not_a_report", /a web page/],
    ["other columns", "a,b\n1,2\n", "unknown_format", /without payout_id, currency, amount/],
    ["a column twice", "payout_id,currency,amount,amount\n", "unknown_format", /amount more than/],
    [
      "too many rows",
      `payout_id,currency,amount\n${"PO,PEN,1\n".repeat(MAX_TABLE_ROWS)}`,
      "file_too_large",
      /expected at most 20000/,
    ],
  ])("is refused as a whole when it is %s", async (_, content, code, message) => {
    const reading = readTable(Buffer.from(content), deposits)
    await expect(reading).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message) as string,
    })
  })
})

describe("a table of exchange rates", () => {
  it("has a rate for each day and pair", async () => {
    const content = table("day,from,to,rate", "2026-10-12,usd,PEN,3.7450", "2026-10-12,EUR,PEN,4,1")
    const { rows, quarantined } = await readTable(content, exchangeRates)
    expect(rows).toEqual([
      expect.objectContaining({
        day: "2026-10-12",
        from: "usd",
        to: "pen",
        rate: "3.745",
        lineNumber: 2,
      }),
    ])
    expect(quarantined).toMatchObject([{ lineNumber: 3, found: "5 cells", expected: "4 cells" }])
  })

  it.each([
    ["10/31/2026,USD,PEN,3.7", "day", /2026-10-12/],
    ["2026-10-12 09:00,USD,PEN,3.7", "day", /2026-10-12/],
    ["2026-02-31,USD,PEN,3.7", "day", /2026-10-12/],
    ["2026-10-12,USD,USD,1", "to", /another currency than USD/],
    ["2026-10-12,USD,PEN,0", "rate", /above zero/],
    ["2026-10-12,USD,PEN,-3.7", "rate", /above zero/],
  ])("sets %s aside", async (line, column, expected) => {
    const { rows, quarantined } = await readTable(table("day,from,to,rate", line), exchangeRates)
    expect(rows).toEqual([])
    expect(quarantined).toMatchObject([{ column }])
    expect(quarantined[0]?.expected).toMatch(expected)
  })
})
