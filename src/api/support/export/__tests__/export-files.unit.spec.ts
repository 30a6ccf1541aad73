import fc from "fast-check"
import Papa from "papaparse"
import { CASE_TABLE } from "../../../admin/pagoefectivo/cases/export/case-table"
import { FEE_TABLE } from "../../../admin/pagoefectivo/fee-totals/export/fee-table"
import { PAYOUT_TABLE } from "../../../admin/pagoefectivo/payouts/export/payout-table"
import { RUN_TABLE } from "../../../admin/pagoefectivo/reconciliations/export/run-table"
import { REFUND_TABLE } from "../../../admin/pagoefectivo/refunds/export/refund-table"
import { LINE_TABLE } from "../../../admin/pagoefectivo/settlement-reports/line-table"
import { VOUCHER_TABLE } from "../../../admin/pagoefectivo/vouchers/export/voucher-table"
import { sheetFor, type CellKind, type ExportSheet } from "../export-table"
import { inBatches, inPages } from "../in-batches"
import { API_LIMITS as LIMITS } from "../../limits"
import { WORD_LANGUAGES } from "../words"
import { writeCsv } from "../write-csv"
import { writeXlsx } from "../write-xlsx"

type Row = (string | number | null)[]

/** A sheet whose rows are just their cells. */
function sheetOf(...kinds: CellKind[]): ExportSheet<Row> {
  const columns = kinds.map((kind, at) => ({
    header: `${kind} ${at}`,
    kind,
    width: 10,
    value: (row: Row) => row[at] ?? null,
  }))
  return { name: "Casos", columns }
}

async function* inOne<Item>(rows: Item[]): AsyncGenerator<Item[]> {
  yield await Promise.resolve(rows)
}

async function csvOf(sheet: ExportSheet<Row>, rows: Row[]): Promise<string> {
  let text = ""
  for await (const piece of writeCsv(sheet, inOne(rows))) text += piece
  return text
}

async function xlsxOf(sheet: ExportSheet<Row>, rows: Row[]) {
  const pieces: Buffer[] = []
  for await (const piece of await writeXlsx(sheet, inOne(rows))) pieces.push(piece as Buffer)
  const { readSheet } = await import("read-excel-file/node")
  return readSheet(Buffer.concat(pieces))
}

/** 20:30 on the first in Lima, the second in UTC. */
const EVENING = "2026-12-02T01:30:00.000Z"

describe("a CSV", () => {
  it("begins with UTF-8's mark, ends lines as RFC 4180 has it, and writes Lima's days", async () => {
    const text = await csvOf(sheetOf("text", "money", "day", "moment", "count", "day"), [
      ["Señal, «ñ»", "-1234.50", EVENING, EVENING, 7, "2026-12-01"],
      [null, null, null, null, null, null],
    ])
    expect(text).toBe(
      "\uFEFFtext 0,money 1,day 2,moment 3,count 4,day 5\r\n" +
        '"Señal, «ñ»",-1234.50,2026-12-01,2026-12-01 20:30,7,2026-12-01\r\n' +
        ",,,,,\r\n",
    )
  })

  it("holds no formula, whatever somebody wrote, and loses no character of it", async () => {
    const sheet = sheetOf("text", "text")
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.tuple(
            fc.string({ unit: "binary" }),
            fc.stringMatching(/^[ \t\uFEFF]?[=+\-@\uFF1D].{0,8}$/),
          ),
          { minLength: 1 },
        ),
        async (rows) => {
          const { data } = Papa.parse<string[]>((await csvOf(sheet, rows)).slice(1), {
            newline: "\r\n",
          })
          const read = data.slice(1, 1 + rows.length).flat()
          for (const [at, written] of rows.flat().entries()) {
            const found = read[at] ?? ""
            expect(found.replace(/^'/, "")).toBe(written.replace(/^'/, ""))
            expect(/^-\d+(\.\d+)?$/.test(found) || !/^[=+\-@\uFF1D]/.test(found)).toBe(true)
          }
        },
      ),
    )
  })
})

describe("a workbook", () => {
  it("holds numbers as numbers and days as dates, and text as text", async () => {
    const [header, first, second] = await xlsxOf(
      sheetOf("text", "money", "day", "moment", "count"),
      [
        ["=1+1", "1234.50", EVENING, EVENING, 7],
        ["00123", null, null, null, null],
      ],
    )
    expect(header).toEqual(["text 0", "money 1", "day 2", "moment 3", "count 4"])
    expect(first).toEqual([
      "=1+1",
      1234.5,
      new Date("2026-12-01T00:00:00Z"),
      new Date("2026-12-01T20:30:00Z"),
      7,
    ])
    expect(second).toEqual(["00123", null, null, null, null])
  })
})

describe("the columns of every export", () => {
  const TABLES = [
    CASE_TABLE,
    VOUCHER_TABLE,
    PAYOUT_TABLE,
    LINE_TABLE,
    FEE_TABLE,
    RUN_TABLE,
    REFUND_TABLE,
  ].map((table) => [table.subject, table] as const)

  it.each(TABLES)("%s: have headers of their own in each language", (_subject, table) => {
    for (const language of [...WORD_LANGUAGES, "none"] as const) {
      const { columns, name } = sheetFor(table as typeof CASE_TABLE, language)
      const headers = columns.map(({ header }) => header)
      expect(new Set(headers).size).toBe(headers.length)
      // Excel's own limit.
      expect(name.length).toBeLessThanOrEqual(31)
    }
  })

  it.each(TABLES)("%s: name the currency beside every amount", (_subject, table) => {
    const hasMoney = table.inWords.some(({ kind }) => kind === "money")
    expect(table.inWords.some(({ name }) => name === "currency")).toBe(hasMoney)
  })
})

describe("rows in batches", () => {
  const all = Array.from({ length: 2 * LIMITS.exportBatch + 1 }, (_, at) => ({
    id: `id_${String(at).padStart(5, "0")}`,
  }))

  it("come once each, however many there are", async () => {
    const asked: string[] = []
    const found: { id: string }[] = []
    const read = (where: Record<string, unknown>, { take }: { take: number }) => {
      const [, { id }] = where.$and as [unknown, { id: { $gt: string } }]
      asked.push(id.$gt)
      return Promise.resolve(all.filter((row) => row.id > id.$gt).slice(0, take))
    }
    for await (const rows of inBatches(read, {})) found.push(...rows)
    expect(found).toEqual(all)
    expect(asked).toEqual(["", "id_00999", "id_01999"])
  })

  it("end with the last page, also a full one", async () => {
    for (const length of [0, 1, LIMITS.exportBatch, LIMITS.exportBatch + 1]) {
      const rows = all.slice(0, length)
      const found: unknown[] = []
      const read = ({ take, skip }: { take: number; skip: number }) =>
        Promise.resolve(rows.slice(skip, skip + take))
      for await (const page of inPages(read)) found.push(...page)
      expect(found).toEqual(rows)
    }
  })
})
