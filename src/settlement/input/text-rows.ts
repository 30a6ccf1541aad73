import Papa from "papaparse"
import { MAX_LINE_CHARS, MAX_LINES_PER_RECORD } from "../limits"
import type { RowReason } from "../reasons"
import type { Separator } from "../formats/table-format"
import { splitBareJson } from "./bare-json"
import { scanLine, type LineScan } from "./scan-line"

/** A row of a text file, or why it is none. `lineNumber` is the physical line where it begins. */
export type TextRow =
  | { lineNumber: number; cells: readonly string[] }
  | { lineNumber: number; reason: RowReason; raw: string }

interface OpenLine {
  text: string
  /** Read as the first line of a record, and as one inside a quoted cell. */
  alone: LineScan
  within: LineScan
}

/** Old systems end a file with Ctrl-Z. */
const END_OF_FILE = "\u001a"

const LONGER: RowReason = { code: "line_too_long", values: { characters: MAX_LINE_CHARS } }
const UNCLOSED: RowReason = { code: "quotation_open", values: {} }

/** Splits text into records, leaving the quoting rules to the CSV library. */
export function splitRecords(text: string, separator: Separator): Papa.ParseResult<string[]> {
  return Papa.parse<string[]>(text, { delimiter: separator, newline: "\n", quoteChar: '"' })
}

/**
 * Cuts text that comes in pieces into rows, with flat memory.
 *
 * A broken quotation mark must not swallow the rest of the file: a record may span several lines
 * only if it is well formed as a whole; otherwise its first line alone is set aside and reading
 * goes on with the second.
 */
export class TextRows {
  private rest = ""
  private nextLine = 1
  private skipping = false
  /** Lines of a quoted record that is still open. */
  private open: OpenLine[] = []

  /** Cells of a row, once known: a record over several lines with another number is broken. */
  expectedCells: number | null = null

  constructor(private readonly separator: Separator) {}

  /** Rows that are complete with this piece of text. */
  push(text: string): TextRow[] {
    const cut = text.lastIndexOf("\n")
    if (cut < 0) {
      this.keep(this.rest + text)
      return []
    }
    const block = this.rest + text.slice(0, cut)
    this.rest = ""
    const rows = this.readBlock(block)
    this.keep(text.slice(cut + 1))
    return rows
  }

  /** What is left at the end of the file. */
  end(): TextRow[] {
    if (!this.skipping && this.rest.length > 1 && this.rest.endsWith(END_OF_FILE)) {
      this.rest = this.rest.slice(0, -1)
    }
    const rows = this.rest === "" && !this.skipping ? [] : this.readBlock(this.rest)
    this.rest = ""
    this.giveUpOpenLines(rows)
    return rows
  }

  /** Of a line that exceeds the limit only the beginning is kept. */
  private keep(rest: string): void {
    this.skipping ||= rest.length > MAX_LINE_CHARS
    this.rest = this.skipping ? rest.slice(0, MAX_LINE_CHARS) : rest
  }

  private readBlock(raw: string): TextRow[] {
    const rows: TextRow[] = []
    let block = raw
    if (this.skipping) {
      this.giveUpOpenLines(rows)
      const end = block.indexOf("\n")
      rows.push({
        lineNumber: this.nextLine,
        raw: end < 0 ? block : block.slice(0, end),
        reason: LONGER,
      })
      this.nextLine += 1
      this.skipping = false
      if (end < 0) return rows
      block = block.slice(end + 1)
    }
    // The mark at the beginning of an export that was put behind another one.
    if (block.includes("\ufeff")) block = block.replaceAll("\ufeff", "")
    if (block.includes("\r")) block = block.replace(/\r(?=\n|$)/g, "")
    if (this.open.length > 0 || !this.readSimpleBlock(block, rows)) this.readLines(block, rows)
    return rows
  }

  /** The fast way: as many records as lines means that every line is one record. */
  private readSimpleBlock(block: string, rows: TextRow[]): boolean {
    const { data, errors } = splitRecords(block, this.separator)
    if (block === "") data.push([""])
    if (errors.length > 0 || data.length !== countLines(block)) return false
    if (block.length > MAX_LINE_CHARS && hasLongLine(block)) return false
    const { expectedCells } = this
    const lines =
      expectedCells !== null && data.some((cells) => cells.length > expectedCells)
        ? block.split("\n")
        : []
    for (const [at, cells] of data.entries()) {
      const whole = lines[at] === undefined ? null : this.withBareJson(lines[at])
      rows.push({ lineNumber: this.nextLine, cells: whole ?? cells })
      this.nextLine += 1
    }
    return true
  }

  private readLines(block: string, rows: TextRow[]): void {
    for (const line of block.split("\n")) this.readLine(line, rows)
  }

  private readLine(line: string, rows: TextRow[]): void {
    if (line.length > MAX_LINE_CHARS) {
      this.giveUpOpenLines(rows)
      rows.push({ lineNumber: this.nextLine, raw: line, reason: LONGER })
      this.nextLine += 1
      return
    }
    const alone = scanLine(line, this.separator, false)
    const within = scanLine(line, this.separator, true)
    this.open.push({ text: line, alone, within })
    this.readOpenLines(rows)
  }

  /** Takes every record and every broken line off the beginning of the open ones. */
  private readOpenLines(rows: TextRow[]): void {
    while (this.open.length > 0) {
      const lines = this.linesOfRecord()
      if (lines === "waiting") return
      const cells = lines === "broken" ? null : this.cellsOf(lines)
      if (lines === "broken" || cells === null) this.giveUpFirstLine(rows)
      else this.take(rows, cells, lines)
    }
  }

  /** How many of the open lines are one whole record. Each line was scanned once, when it came. */
  private linesOfRecord(): number | "waiting" | "broken" {
    let cells = 1
    let chars = 0
    for (const [at, { text, alone, within }] of this.open.entries()) {
      const { separators, end } = at === 0 ? alone : within
      cells += separators
      chars += text.length + 1
      if (end === "broken") return "broken"
      if (end === "closed") return at === 0 || this.isWhole(cells) ? at + 1 : "broken"
      if (at + 1 >= MAX_LINES_PER_RECORD || chars > MAX_LINE_CHARS) return "broken"
    }
    return "waiting"
  }

  private isWhole(cells: number): boolean {
    return this.expectedCells === null || cells === this.expectedCells
  }

  /** The library has the last word on what the cells are. */
  private cellsOf(lines: number): string[] | null {
    const text = this.open.slice(0, lines).map((line) => `${line.text}\n`)
    const { data, errors } = splitRecords(text.join(""), this.separator)
    return errors.length === 0 && data.length === 2 ? (data[0] ?? null) : null
  }

  private take(rows: TextRow[], cells: readonly string[], lines: number): void {
    rows.push({ lineNumber: this.nextLine, cells })
    this.nextLine += lines
    this.open.splice(0, lines)
  }

  /** The cells of a line in which JSON stands without quotation marks around it, or null. */
  private withBareJson(line: string): string[] | null {
    if (this.expectedCells === null) return null
    const cells = splitBareJson(line, this.separator)
    return cells?.length === this.expectedCells ? cells : null
  }

  private giveUpFirstLine(rows: TextRow[]): void {
    const raw = this.open[0]?.text ?? ""
    const cells = this.withBareJson(raw)
    if (cells !== null) {
      this.take(rows, cells, 1)
      return
    }
    this.open.shift()
    rows.push({ lineNumber: this.nextLine, raw, reason: UNCLOSED })
    this.nextLine += 1
  }

  private giveUpOpenLines(rows: TextRow[]): void {
    while (this.open.length > 0) {
      this.giveUpFirstLine(rows)
      this.readOpenLines(rows)
    }
  }
}

function countLines(text: string): number {
  let count = 1
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count += 1
  return count
}

function hasLongLine(text: string): boolean {
  let start = 0
  for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", start)) {
    if (end - start > MAX_LINE_CHARS) return true
    start = end + 1
  }
  return text.length - start > MAX_LINE_CHARS
}
