import fc from "fast-check"
import Papa from "papaparse"
import { exchangeRates, readTable } from ".."
import { TextRows, type TextRow } from "../input/text-rows"

function rowsOf(text: string, expectedCells: number | null = null): TextRow[] {
  const rows = new TextRows(",")
  rows.expectedCells = expectedCells
  return [...rows.push(text), ...rows.end()]
}

describe("rows of a text", () => {
  it("are what a CSV writer wrote, whatever stands in the cells", () => {
    const cell = fc.string({ maxLength: 6, unit: fc.constantFrom('"', ",", "\n", "a", " ") })
    const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(table, fc.boolean(), (cells, quotes) => {
        const text = Papa.unparse(cells, { quotes, newline: "\n" })
        const read = rowsOf(text, 3).map((row) => ("cells" in row ? row.cells : row.raw))
        expect(read).toEqual(cells)
      }),
      { numRuns: 1_000 },
    )
  })

  it.each([
    ["opens a cell that never closes", '"a'],
    ["closes the cell before it and opens the next", 'a","'],
    ["holds marks in pairs", '"a ""b""'],
    ["closes with too few cells", '",""x,"'],
  ])("cost about the same where every line %s", (_, line) => {
    const parse = jest.spyOn(Papa, "parse")
    const text = `${line.padEnd(1_000, "x")}${line}\n`.repeat(500)
    try {
      const rows = rowsOf(text, 11)
      expect(rows).toHaveLength(500)
      const parsed = parse.mock.calls.reduce((sum, [piece]) => sum + String(piece).length, 0)
      expect(parsed).toBeLessThan(text.length * 3)
    } finally {
      parse.mockRestore()
    }
  })

  it("may have blanks behind a closing mark, also in the last line", () => {
    expect(rowsOf('"a\nb" ,"c" \n"d","e"  ', 2)).toEqual([
      { lineNumber: 1, cells: ["a\nb", "c"] },
      { lineNumber: 3, cells: ["d", "e"] },
    ])
  })
})

describe("a table", () => {
  it("is not read beyond the rows that are taken, nor once for every separator", async () => {
    const push = jest.spyOn(TextRows.prototype, "push")
    try {
      const text = `day,from,to,rate\n${"\n".repeat(4_000_000)}`
      const reading = readTable(Buffer.from(text), exchangeRates)
      await expect(reading).rejects.toMatchObject({
        reason: { code: "too_many_rows", values: { most: 20_000 } },
      })
      expect(push.mock.calls.length).toBeLessThan(5)
    } finally {
      push.mockRestore()
    }
  })
})
