import type { Readable } from "node:stream"
import { EXPORT_COLUMNS, type ExportRow } from "./columns"

type Cell =
  | { value: string; type: StringConstructor; fontWeight?: "bold" }
  | { value: number; type: NumberConstructor; format: string }
  | null

const AMOUNT_FORMAT = "#,##0.00"

/** Rows as a workbook. Text is written as text, which a spreadsheet never takes for a formula. */
export async function writeXlsx(batches: AsyncIterable<ExportRow[]>): Promise<Readable> {
  const { default: writeExcelFile } = await import("write-excel-file/node")
  const sheet: Cell[][] = [
    EXPORT_COLUMNS.map(({ name }) => ({ value: name, type: String, fontWeight: "bold" })),
  ]
  for await (const rows of batches) sheet.push(...rows.map(toCells))
  const file = writeExcelFile(sheet, {
    sheet: "cases",
    columns: EXPORT_COLUMNS.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
  })
  return (file.toStream as () => Promise<Readable>)()
}

function toCells(row: ExportRow): Cell[] {
  return EXPORT_COLUMNS.map((column) => {
    const value = row[column.name]
    if (value === "") return null
    // Excel itself knows only floats; two digits survive there unharmed.
    return "number" in column
      ? { value: Number(value), type: Number, format: AMOUNT_FORMAT }
      : { value, type: String }
  })
}
