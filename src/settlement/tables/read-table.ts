import type { HeaderMatch, NamedColumns } from "../formats/header"
import type { ReportSource } from "../input/report-source"
import type { TextRow } from "../input/text-rows"
import { quarantined, type RowProblem } from "../quarantine"
import type { RowReason } from "../reasons"
import type { RejectedRow } from "../settlement-line"
import { findTable } from "./find-table"
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

/**
 * Reads a small table whole, from text or from an Excel workbook. Every row is read, set aside with
 * its cause, or ignored.
 * @throws ReportError when the file as a whole can't be read.
 */
export async function readTable<Column extends string, Row>(
  source: ReportSource,
  kind: TableKind<Column, Row>,
): Promise<TableContent<Row>> {
  const { header, rows, headerRows } = await findTable(source, kind)
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
    const same = bySubject.get(subject)
    if (same) same.push(one)
    else bySubject.set(subject, [one])
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
