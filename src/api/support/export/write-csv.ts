import Papa from "papaparse"
import type { CellKind, ExportSheet } from "./export-table"
import { limaDayText, limaMomentText } from "./lima-cell"

/** Tells Excel that the file is UTF-8. */
const BYTE_ORDER_MARK = "\uFEFF"

/**
 * What a spreadsheet might take for a formula, also behind blanks or as full-width signs. Such a
 * cell gets an apostrophe in front, which keeps it text. A plain number, also a negative one, is none.
 */
const FORMULA = /^(?!-\d+(?:\.\d+)?$)[\s\uFEFF]*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/

/** Rows as CSV (RFC 4180: commas, CRLF), batch by batch. */
export async function* writeCsv<Row>(
  { columns }: ExportSheet<Row>,
  batches: AsyncIterable<Row[]>,
): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + lines([columns.map(({ header }) => header)])
  for await (const rows of batches) {
    yield lines(rows.map((row) => columns.map(({ kind, value }) => text(kind, value(row)))))
  }
}

function text(kind: CellKind, value: string | number | null): string {
  if (value === null) return ""
  if (kind === "day") return limaDayText(String(value))
  return kind === "moment" ? limaMomentText(String(value)) : String(value)
}

function lines(rows: string[][]): string {
  return rows.length ? `${Papa.unparse(rows, { escapeFormulae: FORMULA })}\r\n` : ""
}
