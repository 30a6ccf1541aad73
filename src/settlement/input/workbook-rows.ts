import Decimal from "decimal.js"
import { ReportError } from "../errors"
import { MAX_XLSX_BYTES } from "../limits"
import { openWorkbook } from "./open-workbook"
import type { Sheet } from "./sheet"

/** Excel shows 15 digits; what it stores beyond is the dust of binary fractions. */
const EXCEL_DIGITS = 15

type Cell = string | boolean | Date | null

/** A sheet that is a chart has no data. */
interface RawSheet {
  sheet: string
  data?: Cell[][]
}

/**
 * All sheets of a workbook as rows of texts. Dates become ISO local time (a sheet knows no
 * zone), numbers plain decimals.
 * @throws ReportError (file_too_large, not_a_report, unreadable_spreadsheet)
 */
export async function readWorkbook(chunks: AsyncIterable<Buffer>): Promise<Sheet[]> {
  const workbook = openWorkbook(await collect(chunks))
  // Loaded only when a workbook comes; its types are those of an ES module.
  const { default: readXlsxFile } = await import("read-excel-file/node")
  try {
    const options = { trim: false, parseNumber: (lexeme: string) => lexeme }
    const sheets = (await readXlsxFile(workbook, options)) as unknown as RawSheet[]
    return sheets.map(({ sheet, data = [] }) => ({
      name: sheet,
      rows: data.map((row) => row.map(textOf)),
    }))
  } catch (error) {
    const reason = { code: "workbook_damaged", values: {} } as const
    throw new ReportError("unreadable_spreadsheet", reason, error)
  }
}

export async function collect(chunks: AsyncIterable<Buffer>): Promise<Buffer> {
  const pieces: Buffer[] = []
  let total = 0
  for await (const chunk of chunks) {
    total += chunk.length
    if (total > MAX_XLSX_BYTES) {
      const reason = { code: "workbook_too_large", values: { bytes: MAX_XLSX_BYTES } } as const
      throw new ReportError("file_too_large", reason)
    }
    pieces.push(chunk)
  }
  return Buffer.concat(pieces)
}

function textOf(cell: Cell): string {
  if (cell === null) return ""
  if (cell instanceof Date) return isoWallTime(cell)
  if (typeof cell === "boolean") return String(cell)
  return NUMBER_WITH_DUST.test(cell) ? withoutDust(cell) : cell
}

const NUMBER_WITH_DUST = /^-?\d+(?:\.\d{6,}|(?:\.\d+)?E[+-]?\d{1,3})$/i

function withoutDust(lexeme: string): string {
  return new Decimal(lexeme).toSignificantDigits(EXCEL_DIGITS).toFixed()
}

/** Excel's serial numbers carry dust too: a time is rounded to the second. */
function isoWallTime(date: Date): string {
  const rounded = new Date(Math.round(date.getTime() / 1000) * 1000)
  return Number.isNaN(rounded.getTime()) ? "" : rounded.toISOString().slice(0, 19)
}
