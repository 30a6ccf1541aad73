import { beginsLikeFooter, isBlank } from "../formats/footer"
import type { NamedColumns } from "../formats/header"
import type { ReportSource } from "../input/report-source"
import { placeInSheet } from "../input/sheet"
import type { TextRow } from "../input/text-rows"
import { quarantined, type RowProblem } from "../quarantine"
import type { RowReason } from "../reasons"
import type { RejectedRow } from "../settlement-line"
import type { DayOrder } from "../values/written-date"
import { findTable, type FoundTable } from "./find-table"
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
  /** Headers, whatever stands above them, blank rows, and rows that another sheet has already. */
  ignored: number
  /** Names of a workbook's sheets that have not the columns. */
  unreadSheets: string[]
}

interface NumberedRow<Row> {
  lineNumber: number
  row: Row
  raw: string
  sheet: string | null
}

/**
 * Reads a small table whole, from text or from an Excel workbook. Every row is read, set aside with
 * its cause, or ignored.
 * @throws ReportError when the file as a whole can't be read.
 */
export async function readTable<Column extends string, Row>(
  source: ReportSource,
  kind: TableKind<Column, Row>,
): Promise<TableContent<Row>> {
  const table = await findTable(source, kind)
  const order: DayOrder = { contradicted: false }
  const content = readRows(kind, table, order)
  // Only at the end is known what all of its dates show.
  return order.contradicted ? readRows(kind, table, order) : content
}

function readRows<Column extends string, Row>(
  kind: TableKind<Column, Row>,
  { parts, unreadSheets }: FoundTable<Column>,
  order: DayOrder,
): TableContent<Row> {
  const content: TableContent<Row> = { rows: [], quarantined: [], ignored: 0, unreadSheets }
  const good: NumberedRow<Row>[] = []
  for (const { header, headerRows, rows, sheet } of parts) {
    content.ignored += headerRows
    for (const row of rows.slice(headerRows)) {
      if (!("cells" in row)) setAside(content, { ...row, sheet, column: null, cell: null })
      else if (row.cells.every(isBlank) || isFooter(row.cells)) content.ignored += 1
      else readRow(kind, new TableCells(header, row.cells, order), { ...row, sheet }, content, good)
    }
  }
  keepSingle(kind, good, content)
  content.quarantined.sort((one, other) => one.lineNumber - other.lineNumber)
  return content
}

/** A payout may be called "Registro 5"; a row of sums has less in it, or a word alone. */
function isFooter(cells: readonly string[]): boolean {
  const [first = "", ...others] = cells.filter((cell) => !isBlank(cell))
  return beginsLikeFooter(cells) && (others.length < 2 || !/\d/.test(first))
}

function readRow<Column extends string, Row>(
  kind: TableKind<Column, Row>,
  cellsOf: TableCells<Column>,
  {
    lineNumber,
    cells,
    sheet,
  }: Extract<TextRow, { cells: unknown }> & Pick<NumberedRow<Row>, "sheet">,
  content: TableContent<Row>,
  good: NumberedRow<Row>[],
): void {
  const raw = cells.join(" | ")
  const { columns } = cellsOf
  if (cells.length < columns || !cells.slice(columns).every(isBlank)) {
    const values = { cells: cells.length, columns }
    const reason: RowReason = { code: "cell_count", values }
    setAside(content, { lineNumber, raw, sheet, column: null, cell: null, reason })
    return
  }
  try {
    good.push({ lineNumber, raw, sheet, row: kind.read(cellsOf) })
  } catch (error) {
    if (!(error instanceof UnreadableCell)) throw error
    const { column, cell, reason } = error
    setAside(content, { lineNumber, raw, sheet, column, cell, reason })
  }
}

/**
 * Which of two rows about one subject is right can't be told: none of them is taken. The same row in
 * another sheet is its copy: people keep copies and selections beside their data.
 */
function keepSingle<Column extends string, Row>(
  kind: TableKind<Column, Row>,
  good: NumberedRow<Row>[],
  content: TableContent<Row>,
): void {
  const bySubject = new Map<string, NumberedRow<Row>[]>()
  for (const one of good) {
    const subject = JSON.stringify(kind.repeated(one.row, ""))
    const same = bySubject.get(subject)
    if (same) same.push(one)
    else bySubject.set(subject, [one])
  }
  for (const same of bySubject.values()) {
    const [first] = same
    if (!first) continue
    if (areCopies(same)) {
      content.rows.push({ ...first.row, lineNumber: first.lineNumber, raw: first.raw })
      content.ignored += same.length - 1
    } else {
      const lines = same.map(({ lineNumber }) => lineNumber).join(", ")
      const reason = kind.repeated(first.row, lines)
      for (const { lineNumber, raw, sheet } of same) {
        setAside(content, { lineNumber, raw, sheet, column: null, cell: null, reason })
      }
    }
  }
}

function areCopies<Row>(same: NumberedRow<Row>[]): boolean {
  if (same.length === 1) return true
  const sheets = new Set(same.map(({ sheet }) => sheet))
  if (sheets.size < same.length) return false
  return new Set(same.map(({ row }) => JSON.stringify(row))).size === 1
}

function setAside<Row>(
  content: TableContent<Row>,
  { sheet, column, ...problem }: RowProblem & { sheet: string | null },
): void {
  const place = sheet === null ? column : placeInSheet(sheet, column)
  content.quarantined.push(quarantined({ ...problem, column: place }))
}
