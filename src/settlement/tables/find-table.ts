import { Readable } from "node:stream"
import { ReportError } from "../errors"
import { matchHeader, type HeaderMatch, type NamedColumns } from "../formats/header"
import type { Separator } from "../formats/table-format"
import { TextDecoding } from "../input/decode-text"
import { readChunks, type ReportSource } from "../input/report-source"
import { isHtml, readHtmlTables } from "../input/html-tables"
import type { Sheet } from "../input/sheet"
import { refuseMarkup, sniffContent } from "../input/sniff-content"
import { TextRows, type TextRow } from "../input/text-rows"
import { readWorkbook } from "../input/workbook-rows"
import { MAX_HEADER_ROW, MAX_TABLE_BYTES, MAX_TABLE_ROWS, READ_CHUNK_BYTES } from "../limits"

/** A part of a file with a header of its own. */
export interface TablePart<Column extends string> {
  header: HeaderMatch<Column>
  /** Rows up to and including the header. */
  headerRows: number
  /** Numbered over all parts that are read, as if they stood one below the other. */
  rows: TextRow[]
  /** The sheet's name; null where the file has one part. */
  sheet: string | null
}

export interface FoundTable<Column extends string> {
  /** Not empty: of text one, of a workbook each sheet that has the columns. */
  parts: TablePart<Column>[]
  /** Names of the sheets that do not. */
  unreadSheets: string[]
}

/** One way of cutting the file into rows, begun anew each time and cut only as far as it is taken. */
interface Reading {
  sheet: string | null
  cut: () => Iterable<TextRow>
}

const SEPARATORS: readonly Separator[] = [",", ";", "\t"]

/**
 * The rows of a table, and its header among the first of them; of a workbook those of every sheet that
 * has one.
 * @throws ReportError when there is no such header, or more rows than are taken
 */
export async function findTable<Column extends string>(
  source: ReportSource,
  kind: NamedColumns<Column>,
): Promise<FoundTable<Column>> {
  const found: FoundTable<Column> = { parts: [], unreadSheets: [] }
  let nearest: HeaderMatch<Column> | null = null
  let rowsBefore = 0
  for (const { sheet, cut } of await readingsOf(source)) {
    const { at, header } = findHeader(kind, cut())
    if (at !== null && header) {
      const rows = allOf(cut(), rowsBefore)
      found.parts.push({ header, headerRows: at + 1, rows, sheet })
      if (sheet === null) return found
      rowsBefore += rows.length
    } else {
      if (sheet !== null) found.unreadSheets.push(sheet)
      if (header && isNearer(header, nearest)) nearest = header
    }
  }
  const [only] = found.parts
  if (!only) throw noHeader(kind, nearest)
  return found.parts.length === 1 ? { ...found, parts: [{ ...only, sheet: null }] } : found
}

/** The header and where it stands; without one, the row that is most like it. */
function findHeader<Column extends string>(
  kind: NamedColumns<Column>,
  rows: Iterable<TextRow>,
): { at: number | null; header: HeaderMatch<Column> | null } {
  let nearest: HeaderMatch<Column> | null = null
  for (const [at, row] of take(rows, MAX_HEADER_ROW).entries()) {
    const header = matchHeader(kind, "cells" in row ? row.cells : [])
    if (header.missing.length === 0 && header.repeated.length === 0) return { at, header }
    if (isNearer(header, nearest)) nearest = header
  }
  return { at: null, header: nearest }
}

function isNearer<Column extends string>(
  header: HeaderMatch<Column>,
  nearest: HeaderMatch<Column> | null,
): boolean {
  return !nearest || header.missing.length < nearest.missing.length
}

/** The same bytes cut by each separator, or the rows of each sheet. */
async function readingsOf(source: ReportSource): Promise<Reading[]> {
  const pieces: Buffer[] = []
  for await (const piece of readChunks(source, MAX_TABLE_BYTES)) pieces.push(piece)
  const bytes = Buffer.concat(pieces)
  const content = sniffContent(bytes)
  if (content.kind === "workbook") {
    return (await readWorkbook(Readable.from([bytes]))).map(rowsOfSheet)
  }
  const decoding = new TextDecoding(content.encoding)
  const text = (decoding.write(bytes) + decoding.end()).replace(/\r\n?/g, "\n")
  const tables = isHtml(text) ? readHtmlTables(text) : []
  if (tables.length > 0) return tables.map(rowsOfSheet)
  refuseMarkup(text)
  return SEPARATORS.map((separator) => ({ sheet: null, cut: () => textRows(text, separator) }))
}

function rowsOfSheet({ name, rows }: Sheet): Reading {
  return { sheet: name, cut: () => rows.map((cells, at) => ({ lineNumber: at + 1, cells })) }
}

function* textRows(text: string, separator: Separator): Generator<TextRow, void, undefined> {
  const rows = new TextRows(separator)
  for (let at = 0; at < text.length; at += READ_CHUNK_BYTES) {
    yield* rows.push(text.slice(at, at + READ_CHUNK_BYTES))
  }
  yield* rows.end()
}

function take(rows: Iterable<TextRow>, most: number): TextRow[] {
  const taken: TextRow[] = []
  for (const row of rows) if (taken.push(row) === most) break
  return taken
}

function allOf(rows: Iterable<TextRow>, before: number): TextRow[] {
  const most = MAX_TABLE_ROWS - before
  const taken = take(rows, most + 1)
  if (taken.length <= most) {
    return taken.map((row) => ({ ...row, lineNumber: row.lineNumber + before }))
  }
  throw new ReportError("file_too_large", {
    code: "too_many_rows",
    values: { most: MAX_TABLE_ROWS },
  })
}

function noHeader<Column extends string>(
  kind: NamedColumns<Column>,
  nearest: HeaderMatch<Column> | null,
): ReportError {
  const all = Object.values(kind.columns).join(", ")
  const repeated = nearest?.repeated ?? []
  const columns = (repeated.length > 0 ? repeated : nearest?.missing)?.join(", ") ?? all
  return new ReportError("unknown_format", {
    code: repeated.length > 0 ? "table_columns_repeated" : "table_columns_missing",
    values: { columns, all },
  })
}
