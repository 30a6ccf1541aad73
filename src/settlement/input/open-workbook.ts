import { strFromU8, strToU8, unzipSync, zipSync, type Unzipped } from "fflate"
import { ReportError } from "../errors"
import { MAX_XLSX_CELLS, MAX_XLSX_PARTS, MAX_XLSX_UNPACKED_BYTES } from "../limits"
import { notATable } from "./sniff-content"

const XML_PART = /\.(?:xml|rels)$/i
const SHEET_PART = /^xl\/worksheets\/[^/]+\.xml$/i
const DATE_CELL = /(<(?:\w+:)?c\s(?:[^>]*?\s)?t=)(["'])d\2([^>]*(?<!\/)>[^]*?<\/(?:\w+:)?c>)/g
const CELL_ADDRESS = /\br=["']([A-Z]{1,3})?(\d{1,7})["']/g

/**
 * Unpacks a workbook within bounds and packs it again without compression, so that the library
 * behind never meets a zip bomb, sizes that lie, or one cell a million rows away.
 * @throws ReportError (not_a_report, file_too_large, unreadable_spreadsheet)
 */
export function openWorkbook(packed: Buffer): Buffer {
  const parts = unpack(packed)
  if (parts["xl/workbook.xml"] === undefined) {
    throw notATable("a zip archive that is no Excel workbook")
  }
  const sheets = Object.keys(parts).filter((name) => SHEET_PART.test(name))
  boundSheets(sheets.flatMap((name) => parts[name] ?? []))
  for (const name of sheets) rewrite(parts, name, plainDateCells)
  rewrite(parts, "xl/workbook.xml", plainDateSystem)
  return Buffer.from(zipSync(parts, { level: 0 }))
}

function unpack(packed: Buffer): Unzipped {
  let total = 0
  let parts = 0
  try {
    return unzipSync(packed, {
      filter: (part) => {
        parts += 1
        if (parts > MAX_XLSX_PARTS) throw tooManyParts()
        if (!XML_PART.test(part.name)) return false
        total += part.originalSize
        if (total > MAX_XLSX_UNPACKED_BYTES) throw tooLarge()
        return true
      },
    })
  } catch (error) {
    if (error instanceof ReportError) throw error
    const reason = { code: "archive_damaged", values: {} } as const
    throw new ReportError("unreadable_spreadsheet", reason, error)
  }
}

function tooManyParts(): ReportError {
  return new ReportError("file_too_large", {
    code: "workbook_has_too_many_parts",
    values: { most: MAX_XLSX_PARTS },
  })
}

function tooLarge(): ReportError {
  return new ReportError("file_too_large", {
    code: "workbook_unpacks_too_large",
    values: { bytes: MAX_XLSX_UNPACKED_BYTES },
  })
}

/** All sheets are read, so they share the limit. */
function boundSheets(sheets: Uint8Array[]): void {
  let cells = 0
  for (const sheet of sheets) {
    const { rows, columns } = sizeOf(sheet)
    cells += rows * columns
    if (cells <= MAX_XLSX_CELLS) continue
    throw new ReportError("file_too_large", {
      code: "sheet_too_large",
      values: { rows, columns, cells: MAX_XLSX_CELLS },
    })
  }
}

function sizeOf(part: Uint8Array): { rows: number; columns: number } {
  let rows = 1
  let columns = 1
  for (const [, letters, row] of strFromU8(part, true).matchAll(CELL_ADDRESS)) {
    rows = Math.max(rows, Number(row))
    columns = Math.max(columns, columnNumber(letters ?? "A"))
  }
  return { rows, columns }
}

function rewrite(parts: Unzipped, name: string, change: (xml: string) => string): void {
  const part = parts[name]
  if (part === undefined) return
  const xml = strFromU8(part)
  const changed = change(xml)
  if (changed !== xml) parts[name] = strToU8(changed)
}

/**
 * A cell of type "date" holds ISO 8601 text, of the wall clock as all dates of a sheet: it is read as
 * that text, and not moved by the time zone of whoever reads it.
 */
function plainDateCells(xml: string): string {
  return xml.replace(
    DATE_CELL,
    (_, start: string, quote: string, rest: string) =>
      `${start}${quote}str${quote}${rest.replace(/Z(?=<)/, "")}`,
  )
}

/** "true" is as good as "1". */
function plainDateSystem(xml: string): string {
  return xml.replace(/(\sdate1904=)(["'])(?:true|on)\2/gi, "$1$21$2")
}

function columnNumber(letters: string): number {
  let number = 0
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64
  return number
}
