import Papa from "papaparse"
import { EXPORT_COLUMNS, type ExportRow } from "./columns"

/** Tells Excel that the file is UTF-8. */
const BYTE_ORDER_MARK = "\uFEFF"

/**
 * What a spreadsheet might take for a formula, also behind blanks or as full-width signs. Such a
 * cell gets an apostrophe in front, which keeps it text.
 */
const FORMULA = /^[\s\uFEFF]*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/

const FIELDS = EXPORT_COLUMNS.map(({ name }) => name)

/** Rows as CSV (RFC 4180: commas, CRLF), batch by batch. */
export async function* writeCsv(batches: AsyncIterable<ExportRow[]>): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + line([FIELDS])
  for await (const rows of batches) yield line(rows.map((row) => FIELDS.map((name) => row[name])))
}

function line(rows: string[][]): string {
  return `${Papa.unparse(rows, { escapeFormulae: FORMULA })}\r\n`
}
