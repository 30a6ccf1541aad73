import { ReportError } from "../errors"
import { matchHeader, type HeaderMatch, type NamedColumns } from "../formats/header"
import type { Separator } from "../formats/table-format"
import { TextDecoding } from "../input/decode-text"
import { readChunks, type ReportSource } from "../input/report-source"
import { refuseMarkup, sniffContent } from "../input/sniff-content"
import { TextRows, type TextRow } from "../input/text-rows"
import { readWorkbookRows } from "../input/workbook-rows"
import { MAX_HEADER_ROW, MAX_TABLE_BYTES, MAX_TABLE_ROWS } from "../limits"
import { quarantined, type RowProblem } from "../quarantine"
import type { RowReason } from "../reasons"
import type { RejectedRow } from "../settlement-line"
import { TableCells, UnreadableCell } from "./table-cells"

/** A table that a merchant keeps: which columns it has, and what one of its rows says. */
export interface TableKind<Column extends string, Row> extends NamedColumns<Column> {
  /** Reads one row. @throws UnreadableCell */
  read: (cells: TableCells<Column>) => Row
  /** What a row is about, which a table says once, and the lines on which it says it. */
  repeated: (row: Row, lines: string) => RowReason
}

export interface TableContent<Row> {
  /** Each with its line of the file, and the line itself. */
  rows: (Row & { lineNumber: number; raw: string })[]
  /** Rows that can't be read, and all rows about a subject that the table has more than once. */
  quarantined: RejectedRow[]
  /** The header, whatever stands above it, and blank rows. */
  ignored: number
}

interface NumberedRow<Row> {
  lineNumber: number
  row: Row
  raw: string
}

const SEPARATORS: readonly Separator[] = [",", ";", "\t"]

/**
 * Reads a small table whole, from text or from an Excel workbook. Every row is read, set aside with
 * its cause, or ignored.
 * @throws ReportError when the file as a whole can't be read.
 */
export async function readTable<Column extends string, Row>(
  source: ReportSource,
  kind: TableKind<Column, Row>,
): Promise<TableContent<Row>> {
  const { header, rows, headerRows } = findHeader(await readingsOf(source), kind)
  if (rows.length > MAX_TABLE_ROWS) {
    const values = { rows: rows.length, most: MAX_TABLE_ROWS }
    throw new ReportError("file_too_large", { code: "too_many_rows", values })
  }
  const content: TableContent<Row> = { rows: [], quarantined: [], ignored: headerRows }
  const good: NumberedRow<Row>[] = []
  for (const row of rows.slice(headerRows)) {
    if (!("cells" in row)) setAside(content, { ...row, column: null, cell: null })
    else if (row.cells.every((cell) => cell.trim() === "")) content.ignored += 1
    else readRow(kind, header, row, content, good)
  }
  keepSingle(kind, good, content)
  content.quarantined.sort((one, other) => one.lineNumber - other.lineNumber)
  return content
}

/** The same bytes cut by each separator, or the rows of a sheet. */
async function readingsOf(source: ReportSource): Promise<TextRow[][]> {
  const pieces: Buffer[] = []
  for await (const piece of readChunks(source, MAX_TABLE_BYTES)) pieces.push(piece)
  const bytes = Buffer.concat(pieces)
  const content = sniffContent(bytes)
  if (content.kind === "workbook") {
    const sheet = await readWorkbookRows(
      (async function* () {
        yield bytes
      })(),
    )
    return [sheet.map((cells, at) => ({ lineNumber: at + 1, cells }))]
  }
  const decoding = new TextDecoding(content.encoding)
  const text = (decoding.write(bytes) + decoding.end()).replace(/\r\n?/g, "\n")
  refuseMarkup(text)
  return SEPARATORS.map((separator) => {
    const rows = new TextRows(separator)
    return [...rows.push(text), ...rows.end()]
  })
}

function findHeader<Column extends string>(readings: TextRow[][], kind: NamedColumns<Column>) {
  let nearest: HeaderMatch<Column> | null = null
  for (const rows of readings) {
    for (const [at, row] of rows.slice(0, MAX_HEADER_ROW).entries()) {
      const header = matchHeader(kind, "cells" in row ? row.cells : [])
      if (header.missing.length === 0 && header.repeated.length === 0) {
        return { header, rows, headerRows: at + 1 }
      }
      if (!nearest || header.missing.length < nearest.missing.length) nearest = header
    }
  }
  const all = Object.values(kind.columns).join(", ")
  const repeated = nearest?.repeated ?? []
  const columns = (repeated.length > 0 ? repeated : nearest?.missing)?.join(", ") ?? all
  throw new ReportError("unknown_format", {
    code: repeated.length > 0 ? "table_columns_repeated" : "table_columns_missing",
    values: { columns, all },
  })
}

function readRow<Column extends string, Row>(
  kind: TableKind<Column, Row>,
  header: HeaderMatch<Column>,
  { lineNumber, cells }: Extract<TextRow, { cells: unknown }>,
  content: TableContent<Row>,
  good: NumberedRow<Row>[],
): void {
  const raw = cells.join(" | ")
  const columns = header.names.length
  if (cells.length < columns || cells.slice(columns).some((cell) => cell.trim() !== "")) {
    const values = { cells: cells.length, columns }
    const reason: RowReason = { code: "cell_count", values }
    setAside(content, { lineNumber, raw, column: null, cell: null, reason })
    return
  }
  try {
    good.push({ lineNumber, raw, row: kind.read(new TableCells(header, cells)) })
  } catch (error) {
    if (!(error instanceof UnreadableCell)) throw error
    const { column, cell, reason } = error
    setAside(content, { lineNumber, raw, column, cell, reason })
  }
}

/** Which of two rows about one subject is right can't be told: none of them is taken. */
function keepSingle<Column extends string, Row>(
  kind: TableKind<Column, Row>,
  good: NumberedRow<Row>[],
  content: TableContent<Row>,
): void {
  const bySubject = new Map<string, NumberedRow<Row>[]>()
  for (const one of good) {
    const subject = JSON.stringify(kind.repeated(one.row, ""))
    bySubject.set(subject, [...(bySubject.get(subject) ?? []), one])
  }
  for (const same of bySubject.values()) {
    const [first] = same
    if (!first) continue
    if (same.length === 1) {
      content.rows.push({ ...first.row, lineNumber: first.lineNumber, raw: first.raw })
    } else {
      const lines = same.map(({ lineNumber }) => lineNumber).join(", ")
      const reason = kind.repeated(first.row, lines)
      for (const { lineNumber, raw } of same) {
        setAside(content, { lineNumber, raw, column: null, cell: null, reason })
      }
    }
  }
}

function setAside<Row>(content: TableContent<Row>, problem: RowProblem): void {
  content.quarantined.push(quarantined(problem))
}
