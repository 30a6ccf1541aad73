import { bankDeposits, exchangeRates, readTable } from ".."
import { LIMA } from "../../peru/lima"
import { transferNumber } from "../formats/transfer-number"
import { readReportInstant } from "../values/written-date"
import { zoneClock } from "../values/zone"
import {
  ignoredOf,
  linesOf,
  parse,
  quarantineOf,
  STANDARD_HEADER,
  standardReport,
  standardRow,
} from "./support/parse"

const zone = zoneClock(LIMA)

function written(cell: string, contradicted = false): string | null {
  const instant = readReportInstant(cell, "iso", zone, { contradicted })
  return Number.isNaN(instant) ? null : new Date(instant - 5 * 3_600_000).toISOString().slice(0, 19)
}

describe("dates", () => {
  it.each([
    ["20/11/2026 9:05", "2026-11-20T09:05:00"],
    ["5/11/2026", "2026-11-05T00:00:00"],
    ["05/11/2026 09:05:07", "2026-11-05T09:05:07"],
    ["5-11-2026 9:05", "2026-11-05T09:05:00"],
    ["5.11.2026", "2026-11-05T00:00:00"],
    ["2026/11/5 9:05", "2026-11-05T09:05:00"],
    ["2026-1-5", "2026-01-05T00:00:00"],
    ["20/11/2026 9:05 a. m.", "2026-11-20T09:05:00"],
    ["20/11/2026, 9:05:07\u202fp.\u00a0m.", "2026-11-20T21:05:07"],
    ["20/11/2026 12:05 a.m.", "2026-11-20T00:05:00"],
    ["20/11/2026 12:05 PM", "2026-11-20T12:05:00"],
    ["20/11/2026 15:05 p. m.", "2026-11-20T15:05:00"],
    ["20/11/2026 - 09:05", "2026-11-20T09:05:00"],
    ["20/11/2026 09:05:07.250", "2026-11-20T09:05:07"],
    ["20/11/26 9:05", "2026-11-20T09:05:00"],
    ["26/11/26", "2026-11-26T00:00:00"],
    ["20-nov-2026", "2026-11-20T00:00:00"],
    ["20-nov.-26 9:05", "2026-11-20T09:05:00"],
    ["5 set. 2026", "2026-09-05T00:00:00"],
    ["5 de septiembre de 2026", "2026-09-05T00:00:00"],
    ["05-Dec-2026", "2026-12-05T00:00:00"],
  ])("%j is %s in Lima", (cell, local) => {
    expect(written(cell)).toBe(local)
  })

  it.each([
    "11/20/2026",
    "31/02/2026",
    "25/11/26",
    "27-nov-26",
    "20/11/6",
    "20/11",
    "20/11-2026",
    "20/11/2026 24:00",
    "20/11/2026 9:5",
    "20/11/2026 13:05 a. m.",
    "20/11/2026 0:05 p. m.",
    "20-foo-2026",
    "46346.378",
    "20112026",
  ])("%j is not guessed", (cell) => {
    expect(written(cell)).toBeNull()
  })

  it("are not guessed in a file whose other dates have the month first", async () => {
    const dates = ["11/5/2026", "11/20/2026", "10/10/2026"]
    const rows = dates.map((date, n) =>
      standardRow({ payment_id: String(n), date_created: date, date_credited: "" }),
    )
    const options = { now: new Date("2026-12-01T00:00:00Z") }
    const events = await parse(standardReport(...rows), options)
    expect(linesOf(events).map(({ paymentId }) => paymentId)).toEqual(["2"])
    expect(quarantineOf(events).map(({ reason }) => reason.code)).toEqual([
      "date_ambiguous",
      "no_date",
    ])
    const rates = "day,from,to,rate\n11/5/2026,USD,PEN,3.7\n11/20/2026,USD,PEN,3.7\n"
    const { rows: taken, quarantined } = await readTable(Buffer.from(rates), exchangeRates)
    expect([taken.length, quarantined.length]).toEqual([0, 2])
  })
})

describe("cells of a spreadsheet", () => {
  it("say the same as the report that was saved again with it", async () => {
    const saved = standardRow({
      payment_id: '"=""2523136"""',
      amount: '"S/ 69,90"',
      fee: '"S/ 2,89"',
      net: '" 67,01 "',
      date_created: "7/10/2026 12:00",
      date_credited: '"9/10/2026 12:00:00 p. m."',
    })
    const [again] = linesOf(await parse(standardReport(saved)))
    const [first] = linesOf(await parse(standardReport(standardRow())))
    expect(again).toEqual(first)
  })

  it.each(["'2523136", "2523136.0", '"=""2523136"""'])("%s is a number", async (cell) => {
    const [line] = linesOf(await parse(standardReport(standardRow({ payment_id: cell }))))
    expect(line?.paymentId).toBe("2523136")
  })

  it("with another currency than the row are set aside, in deposits too", async () => {
    const deposits = bankDeposits(1_000_000, new Date("2026-11-01T00:00:00Z"))
    const table = "payout_id,currency,amount\nPO-1,PEN,S/ 12.50\nPO-2,PEN,US$ 12.50\nTotal,,25.00\n"
    const { rows, quarantined, ignored } = await readTable(Buffer.from(table), deposits)
    expect(rows).toMatchObject([{ payoutId: "PO-1", bankDepositCentimos: 1250 }])
    expect(quarantined).toMatchObject([{ reason: { code: "amount_in_other_currency" } }])
    expect(ignored).toBe(2)
  })
})

describe("what stands around the rows", () => {
  it("are separators at their ends, in header, rows or both", async () => {
    const row = standardRow()
    for (const text of [
      `${STANDARD_HEADER},,\n${row},,\n`,
      `${STANDARD_HEADER},,\n${row}\n`,
      `${STANDARD_HEADER}\n${row},,,\n`,
    ]) {
      expect(linesOf(await parse(text))).toHaveLength(1)
    }
  })

  it.each([
    "Registros: 2",
    "Total de registros: 2",
    "Suma,,,139.80,,,,,,,",
    "SUBTOTAL,,,139.80,,,,,,,",
    "N° de operaciones: 2",
    "Fin del reporte",
    ",,,139.80,,5.78,134.02,,,,",
    "\u001a",
  ])("is the footer %j, which is ignored and counted", async (footer) => {
    const events = await parse(standardReport(standardRow(), footer))
    expect([linesOf(events).length, quarantineOf(events)]).toEqual([1, []])
    expect(ignoredOf(events)[1]).toEqual([3, footer === "\u001a" ? "blank" : "totals"])
  })

  it("is Ctrl-Z behind the last row, which is read", async () => {
    const text = standardReport(standardRow()).trimEnd()
    expect(linesOf(await parse(`${text}\u001a`))).toMatchObject([{ payoutId: "PO-1" }])
  })

  it.each(["Registros perdidos SAC,,,139.80,,,,,,,", "payses_1,,,139.80,,,,,,,"])(
    "is not the row %j",
    async (row) => {
      expect(quarantineOf(await parse(standardReport(row)))).toHaveLength(
        row.startsWith("Reg") ? 0 : 1,
      )
    },
  )
})

describe("the portal's file of a transfer", () => {
  const row = (cells: Partial<Record<number, string>>) =>
    "X,X,11546903,ORD-1001,X,1.83,35.50,14/01/2025 10:30:00,15/01/2025 11:02:07,X,X,X,BCP,X,AGENTE"
      .split(",")
      .map((cell, at) => cells[at + 1] ?? cell)
      .join(",")

  it("is known by its columns: what is wrong with a row is said of its column", async () => {
    const events = await parse(`${row({ 9: "ayer" })}\n${row({ 7: "1.234", 9: "hoy" })}\n`)
    expect(quarantineOf(events)).toMatchObject([
      { lineNumber: 1, column: "column 9", found: "ayer" },
      { lineNumber: 2, column: "column 7", found: "1.234" },
    ])
  })

  it("is read when a spreadsheet saved it again", async () => {
    const again = `${row({ 6: "S/ 1.83", 8: "14/1/2025 10:30", 9: "15/1/2025 11:02" })},,\n`
    const [line] = linesOf(await parse(again))
    expect(line).toMatchObject({ amountCentimos: 3550, feeCentimos: 183 })
    expect(line?.createdAt).toEqual(new Date("2025-01-15T16:02:00Z"))
  })

  it("never stands for another one of fifteen columns with a wrong header", async () => {
    const header =
      "DATE,SOURCE_ID,EXTERNAL_REF,RECORD_TYPE,DESCRIPTION,NET_CREDIT_AMOUNT,NET_DEBIT_AMOUNT,GROSS_AMOUNT,MP_FEE_AMOUNT,A,B,C,D,E,PAYMENT_METHOD"
    await expect(parse(`${header}\n${",".repeat(6)}1.00${",".repeat(8)}\n`)).rejects.toMatchObject({
      reason: { code: "columns_missing", values: { columns: "EXTERNAL_REFERENCE" } },
    })
  })

  it("takes the currency that whoever uploads it says", async () => {
    const [line] = linesOf(await parse(`${row({})}\n`, { currency: "USD" }))
    expect(line?.currency).toBe("USD")
    const own = await parse(standardReport(standardRow()), { currency: "USD" })
    expect(linesOf(own)[0]?.currency).toBe("PEN")
    const events = await parse(`${row({ 7: "S/ 35.50" })}\n`, { currency: "USD" })
    expect(quarantineOf(events)).toMatchObject([{ reason: { code: "amount_in_other_currency" } }])
  })

  it.each([
    ["transferencia_98765.txt", "98765"],
    ["Transferencia N° 98765 (1).txt", "98765"],
    ["IdTransferencia-98765.txt", "98765"],
    ["TRF-20261120-98765.txt", "98765"],
    ["liquidación_2026-11-20_98765.txt", "98765"],
    ["20261120_transferencia_98765.txt", "98765"],
    ["liquidacion_20261120_093015_98765.txt", "98765"],
    ["transferencia-123456.txt", "123456"],
    ["liquidacion_20261120.txt", null],
    ["liquidacion_20112026.txt", null],
    ["liquidacion_2026-11-20.txt", null],
    ["liquidacion_20-11-2026.txt", null],
    ["liquidacion_20261120_093015.txt", null],
    ["liquidacion_202611.txt", null],
    ["liquidacion_2026.txt", null],
    ["liquidacion_noviembre.txt", null],
    ["reporte_98765.txt", null],
  ])("called %s is of transfer %s", (filename, number) => {
    expect(transferNumber(filename)).toBe(number)
  })
})
