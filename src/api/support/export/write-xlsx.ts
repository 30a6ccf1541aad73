import type { Readable } from "node:stream"
import type { CellKind, ExportSheet } from "./export-table"
import { limaWallClock, limaDayText } from "./lima-cell"

type Cell =
  | { value: string; type: StringConstructor; fontWeight?: "bold" }
  | { value: number; type: NumberConstructor; format: string }
  | { value: Date; type: DateConstructor; format: string }
  | null

/** Excel's own limit of a cell. */
const MAX_CELL_CHARACTERS = 32_767

/** Rows as a workbook. Text is written as text, which a spreadsheet never takes for a formula. */
export async function writeXlsx<Row>(
  { name, columns }: ExportSheet<Row>,
  batches: AsyncIterable<Row[]>,
): Promise<Readable> {
  const { default: writeExcelFile } = await import("write-excel-file/node")
  const cells: Cell[][] = [
    columns.map(({ header }) => ({ value: header, type: String, fontWeight: "bold" })),
  ]
  for await (const rows of batches) {
    for (const row of rows) cells.push(columns.map(({ kind, value }) => cell(kind, value(row))))
  }
  const file = writeExcelFile(cells, {
    sheet: name,
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
  })
  return (file.toStream as () => Promise<Readable>)()
}

function cell(kind: CellKind, value: string | number | null): Cell {
  if (value === null || value === "") return null
  switch (kind) {
    // Excel itself knows only floats; two digits survive there unharmed.
    case "money":
      return { value: Number(value), type: Number, format: "#,##0.00" }
    case "count":
      return { value: Number(value), type: Number, format: "0" }
    case "day":
      return { value: limaWallClock(limaDayText(String(value))), type: Date, format: "yyyy-mm-dd" }
    case "moment":
      return { value: limaWallClock(String(value)), type: Date, format: "yyyy-mm-dd hh:mm" }
    case "text":
      return { value: String(value).slice(0, MAX_CELL_CHARACTERS), type: String }
  }
}
