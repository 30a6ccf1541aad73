import fc from "fast-check"
import { encode } from "iconv-lite"
import type { ReportEvent } from ".."
import { linesOf, parse, STANDARD_HEADER } from "./support/parse"
import { rawWorkbook } from "./support/raw-workbook"

const COLUMNS = STANDARD_HEADER.split(",")
type Row = string[]

const day = fc.integer({ min: 0, max: 300 }).map((n) => new Date(Date.UTC(2026, 0, 1 + n)))
const centimos = fc.integer({ min: 100, max: 5_000_000 })

/** Lawful rows, no two of them equal. */
const rows: fc.Arbitrary<Row[]> = fc
  .array(
    fc.record({ payment: centimos, paid: day, name: fc.constantFrom("ñandú", "O'Higgins", "SAC") }),
    { minLength: 1, maxLength: 8 },
  )
  .map((facts) =>
    facts.map(({ payment, paid, name }, n) => {
      const time = `${paid.toISOString().slice(0, 10)}T09:05:07`
      const amount = (payment / 100).toFixed(2)
      return [
        `${name} ${n}`,
        String(2_500_000 + n),
        "settled",
        amount,
        "PEN",
        "1.00",
        "",
        time,
        time,
        "payment",
        "",
      ]
    }),
  )

const cell = (text: string) => (/[",;\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
const text = (table: Row[], separator = ",") =>
  [COLUMNS, ...table].map((row) => row.map(cell).join(separator)).join("\n") + "\n"

/** As a spreadsheet in Peru saves a report again. */
function savedAgain(table: Row[]): Row[] {
  return table.map((row) =>
    row.map((value, at) => {
      if ([3, 5].includes(at))
        return `S/ ${value.replace(".", ",").replace(/\B(?=(\d{3})+,)/, "\u00a0")}`
      const date = /^(\d{4})-(\d{2})-(\d{2})T09:05:07$/.exec(value)
      return date ? `${Number(date[3])}/${Number(date[2])}/${date[1]} 9:05:07 a.\u00a0m.` : value
    }),
  )
}

type Change = (table: Row[], cut: number) => (string | Buffer)[]

/** What people and programs do to a report; several files where it is taken in as several. */
const CHANGES: Record<string, Change> = {
  "is saved again by a spreadsheet": (table) => [text(savedAgain(table), ";")],
  "is saved as a workbook with a cover": (table) => [
    rawWorkbook([
      { name: "Portada", rows: [["Reporte"]] },
      { name: "Datos", rows: [COLUMNS, ...table] },
    ]),
  ],
  "is put in another order": (table) => [text([...table].reverse())],
  "has its columns in another order": (table) => [
    [COLUMNS, ...table].map((row) => [...row].reverse().map(cell).join(",")).join("\n"),
  ],
  "is split in two": (table, cut) => [text(table.slice(0, cut)), text(table.slice(cut))],
  "comes twice": (table) => [text(table), text(table)],
  "comes cut, and then whole": (table, cut) => [
    text(table).slice(0, text(table.slice(0, cut)).length + 9),
    text(table),
  ],
  "has blank lines, and a footer": (table) => [
    `${text(table).replaceAll("\n", "\n\n")},,,,\nRegistros: ${table.length}\n\u001a`,
  ],
  "is in Windows-1252": (table) => [encode(text(table), "windows-1252")],
  "is in UTF-16": (table) => [encode(`\ufeff${text(table)}`, "utf-16le")],
  "has a mark and the line ends of Windows": (table) => [
    `\ufeff${text(table).replaceAll("\n", "\r\n")}`,
  ],
  "is separated by tabs, with more of them at the end": (table) => [
    text(table, "\t").replaceAll("\n", "\t\t\n"),
  ],
}

/** As an import counts: the same row of two files is one line. */
async function linesOfFiles(files: (string | Buffer)[]): Promise<string[]> {
  const found = new Set<string>()
  for (const file of files) {
    const events: ReportEvent[] = await parse(file, { now: new Date("2027-01-01T00:00:00Z") })
    for (const line of linesOf(events)) found.add(line.fingerprint)
  }
  return [...found].sort()
}

describe("the lines of a report are the same when it", () => {
  it.each(Object.entries(CHANGES))("%s", async (_, change) => {
    await fc.assert(
      fc.asyncProperty(rows, fc.nat(), async (table, seed) => {
        const wanted = await linesOfFiles([text(table)])
        expect(wanted).toHaveLength(table.length)
        expect(await linesOfFiles(change(table, seed % table.length))).toEqual(wanted)
      }),
      { numRuns: 60 },
    )
  })
})
