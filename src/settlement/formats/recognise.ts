import { ReportError } from "../errors"
import type { FileReason } from "../reasons"
import {
  HEAD_BYTES,
  HEADERLESS_PROBE_ROWS,
  MAX_COLUMNS,
  MAX_HEADER_ROW,
  MAX_LINE_CHARS,
} from "../limits"
import { refuseMarkup } from "../input/sniff-content"
import { splitRecords } from "../input/text-rows"
import { readReportAmount } from "../values/amount"
import { readReportInstant } from "../values/written-date"
import { isBlank } from "./footer"
import { matchHeader, type HeaderMatch } from "./header"
import type { Separator, TableFormat } from "./table-format"

const SEPARATORS: readonly Separator[] = [",", ";", "\t"]

export interface Recognised {
  format: TableFormat
  header: HeaderMatch
  /** Rows up to and including the header; 0 where there is none. */
  headerRows: number
  /** The first rows behind the header, which show how the file writes dates. */
  sample: Rows
}

type Rows = readonly (readonly string[])[]

interface Near {
  format: TableFormat
  header: HeaderMatch
}

/** Finds the format and the separator of a text by its first rows. */
export function recogniseText(
  head: string,
  formats: readonly TableFormat[],
  named: boolean,
): Recognised & { separator: Separator } {
  refuseMarkup(head)
  refuseLongLines(head)
  const complete = head.replace(/\r\n?/g, "\n")
  const readings = SEPARATORS.map((separator) => ({
    separator,
    rows: splitRecords(complete, separator).data,
  }))
  for (const { rows } of readings) refuseManyColumns(rows)
  const nears: Near[] = []
  for (const { separator, rows } of readings) {
    const candidates = formats.filter((format) => (format.separator ?? separator) === separator)
    const found = findFormat(rows, candidates, nears)
    if (found !== null) return { ...found, separator }
  }
  for (const { separator, rows } of readings) {
    const candidates = formats.filter((format) => (format.separator ?? separator) === separator)
    const found = partlyFitting(rows, candidates, nears)
    if (found !== null) return { ...found, separator }
  }
  throw unrecognised(
    readings.map(({ rows }) => rows),
    formats,
    named,
    nears,
  )
}

/** Finds the format of a sheet by its first rows. */
export function recogniseRows(
  rows: Rows,
  formats: readonly TableFormat[],
  named: boolean,
): Recognised {
  refuseManyColumns(rows)
  const nears: Near[] = []
  const found = findFormat(rows, formats, nears)
  if (found !== null) return found
  throw unrecognised([rows], formats, named, nears)
}

function findFormat(rows: Rows, formats: readonly TableFormat[], nears: Near[]): Recognised | null {
  for (const [at, cells] of rows.slice(0, MAX_HEADER_ROW).entries()) {
    for (const format of formats) {
      if (format.header !== "named") continue
      const header = matchHeader(format, cells)
      if (header.missing.length === 0 && header.repeated.length === 0) {
        return { format, header, headerRows: at + 1, sample: rows.slice(at + 1) }
      }
      nears.push({ format, header })
    }
  }
  const headerless = formats.find((format) => fitsWithoutHeader(format, rows))
  return headerless === undefined ? null : withoutHeader(headerless, rows)
}

function withoutHeader(format: TableFormat, sample: Rows): Recognised {
  const indexes = format.columns as HeaderMatch["indexes"]
  return {
    format,
    header: { names: [], indexes, missing: [], repeated: [] },
    headerRows: 0,
    sample,
  }
}

/** One good row among the first is enough: a damaged one must not hide the format. */
function fitsWithoutHeader(format: TableFormat, rows: Rows): boolean {
  return rowsOfSize(format, rows).some((cells) =>
    partsOf(format, cells).every((fits) => fits !== false),
  )
}

/**
 * Where no header comes near either, so many columns with one part in its place are enough: then
 * each row is told its column that is wrong.
 */
function partlyFitting(
  rows: Rows,
  formats: readonly TableFormat[],
  nears: readonly Near[],
): Recognised | null {
  if (nearestOf(nears) !== null) return null
  const format = formats.find((one) =>
    rowsOfSize(one, rows).some((cells) => partsOf(one, cells).includes(true)),
  )
  return format === undefined ? null : withoutHeader(format, rows)
}

function rowsOfSize({ header }: TableFormat, rows: Rows): Rows {
  if (header === "named") return []
  return rows
    .slice(0, HEADERLESS_PROBE_ROWS)
    .filter((cells) => cells.length >= header && lastFilled(cells) < header)
}

/** Whether CIP, amount and date are what they should be; null for what the format does not read. */
function partsOf(format: TableFormat, cells: readonly string[]): (boolean | null)[] {
  const { amount, createdAt, cip } = format.columns as HeaderMatch["indexes"]
  return [
    amount === undefined ? null : isNumber(cells[amount] ?? "", format),
    createdAt === undefined ? null : isDate(cells[createdAt] ?? "", format),
    cip !== undefined && /^\s*\d{5,14}\s*$/.test(cells[cip] ?? "") ? true : null,
  ]
}

function lastFilled(cells: readonly string[]): number {
  return cells.reduce((last, cell, at) => (isBlank(cell) ? last : at), -1)
}

function isNumber(cell: string, format: TableFormat): boolean {
  return !Number.isNaN(readReportAmount(cell, format.decimalMark))
}

function isDate(cell: string, format: TableFormat): boolean {
  const order = { contradicted: false }
  return !Number.isNaN(readReportInstant(cell, format.dateFormat, (wall) => wall, order))
}

function refuseLongLines(head: string): void {
  const end = head.search(/[\r\n]/)
  const first = end < 0 ? head.length : end
  if (first <= MAX_LINE_CHARS) return
  throw new ReportError("line_too_long", {
    code: "first_line_too_long",
    values: { characters: MAX_LINE_CHARS, bytes: HEAD_BYTES },
  })
}

function refuseManyColumns(rows: Rows): void {
  const columns = Math.max(0, ...rows.slice(0, MAX_HEADER_ROW).map((cells) => cells.length))
  if (columns <= MAX_COLUMNS) return
  throw new ReportError("too_many_columns", {
    code: "too_many_columns",
    values: { columns, most: MAX_COLUMNS },
  })
}

function unrecognised(
  readings: readonly Rows[],
  formats: readonly TableFormat[],
  named: boolean,
  nears: readonly Near[],
): ReportError {
  const code = named ? "format_mismatch" : "unknown_format"
  const nearest = nearestOf(nears)
  if (nearest !== null) return new ReportError(code, headerMistake(nearest))
  const columns = Math.max(0, ...readings.map((rows) => lastFilled(rows[0] ?? []) + 1))
  const values = { columns, formats: describe(formats) }
  return new ReportError(code, { code: "no_such_columns", values })
}

function headerMistake({ format, header: { repeated, missing } }: Near): FileReason {
  return repeated.length > 0
    ? { code: "columns_repeated", values: { columns: repeated.join(", "), format: format.id } }
    : { code: "columns_missing", values: { columns: missing.join(", "), format: format.id } }
}

/** A header that has at least half of what a format needs is a header with a mistake. */
function nearestOf(nears: readonly Near[]): Near | null {
  const share = ({ header }: Near) => {
    const found = Object.keys(header.indexes).length
    return found / (found + header.missing.length)
  }
  let best: Near | null = null
  for (const near of nears)
    if (share(near) >= 0.5 && (!best || share(near) > share(best))) best = near
  return best
}

function describe(formats: readonly TableFormat[]): string {
  const each = formats.map((format) =>
    format.header === "named"
      ? `${format.id} (header with ${requiredColumns(format).join(", ")})`
      : `${format.id} (${format.header} columns without header)`,
  )
  return `${each.length > 1 ? "one of " : ""}${each.join("; ")}`
}

function requiredColumns(format: TableFormat): string[] {
  const entries = Object.entries(format.columns)
  return entries
    .filter(([field]) => !(format.optional as readonly string[]).includes(field))
    .map(([, column]) => String(column))
}
