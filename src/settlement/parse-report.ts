import { ReportError } from "./errors"
import { recogniseText, type Recognised } from "./formats/recognise"
import { recogniseSheets, type RecognisedSheet } from "./formats/recognise-sheets"
import { candidateFormats, sheetFormats } from "./formats/registry"
import { createRowReader, type RowReader } from "./formats/row-reader"
import type { TableFormat } from "./formats/table-format"
import { decodeHead, decodeText } from "./input/decode-text"
import { isHtml, readHtmlTables } from "./input/html-tables"
import { peek } from "./input/peek"
import { readPage } from "./input/read-page"
import { readChunks, type ReportSource } from "./input/report-source"
import type { Sheet } from "./input/sheet"
import { SheetCopies } from "./input/sheet-copies"
import { notATable, sniffContent, type TextEncoding } from "./input/sniff-content"
import { TextRows, type TextRow } from "./input/text-rows"
import { readWorkbook } from "./input/workbook-rows"
import { HEAD_BYTES, MAX_REPORT_BYTES, ROWS_PER_BATCH } from "./limits"
import { quarantined } from "./quarantine"
import type { ReportEvent } from "./settlement-line"

export interface ParseReportInput {
  source: ReportSource
  /** Only for a payout's id that stands in the name; never to tell the format. */
  filename: string
  /** A format's id, or `auto` (default): recognised by content. */
  format?: string
  /** The merchant's own formats, from `customFormat`. */
  formats?: readonly TableFormat[]
  /** Payments dated more than a day after this are quarantined; credits may be announced for later. */
  now: Date
  /** For rows that name no payout. */
  payoutId?: string | null
  /** ISO 4217, for rows that name no currency. */
  currency?: string | null
  /** Bytes; `MAX_REPORT_BYTES` unless given. */
  maxBytes?: number
}

export interface OpenedReport {
  /** The id of the format that was recognised or named. */
  format: string
  /** IANA zone in which dates without an offset were read. */
  timeZone: string
  /** Names of a workbook's sheets that are in no format, or in another one. */
  unreadSheets: string[]
  /**
   * What became of the rows, in the file's order, some hundreds at a time. Read only as fast as it
   * is taken, in flat memory (an Excel workbook is held whole). Lines + quarantined + ignored are
   * all rows of the file.
   */
  batches: AsyncGenerator<ReportEvent[], void, undefined>
  /** Lets go of the source when `batches` is not read to its end. Harmless otherwise. */
  close: () => Promise<void>
}

type Recognition = Omit<OpenedReport, "close">

/**
 * Looks at the beginning of a report and makes it ready to be read. When its rows are not wanted
 * after all, call `close()`.
 * @throws ReportError with a stable `code` when the file as a whole can't be read; later pieces may
 * still throw `file_too_large` or the source's own error while `batches` is read.
 */
export async function openReport(input: ParseReportInput): Promise<OpenedReport> {
  const formats = candidateFormats(input.format ?? "auto", input.formats ?? [])
  const bytes = readChunks(input.source, input.maxBytes ?? MAX_REPORT_BYTES)
  const close = async () => void (await bytes.return())
  try {
    return { ...(await recognise(input, formats, bytes)), close }
  } catch (error) {
    await close()
    throw error
  }
}

async function recognise(
  input: ParseReportInput,
  formats: readonly TableFormat[],
  bytes: AsyncGenerator<Buffer, void, undefined>,
): Promise<Recognition> {
  const { head, chunks } = await peek(bytes, HEAD_BYTES)
  const content = sniffContent(head)
  if (content.kind === "workbook") return openWorkbook(input, formats, chunks)
  if (isHtml(decodeHead(head, content.encoding))) {
    return openPage(input, formats, chunks, content.encoding)
  }
  return openText(input, formats, head, chunks, content.encoding)
}

/** The rows of a report one by one; see `openReport` for batches, which are faster. */
export async function* parseReport(
  input: ParseReportInput,
): AsyncGenerator<ReportEvent, void, undefined> {
  const { batches, close } = await openReport(input)
  try {
    for await (const batch of batches) yield* batch
  } finally {
    await close()
  }
}

function openText(
  input: ParseReportInput,
  formats: readonly TableFormat[],
  head: Buffer,
  chunks: AsyncIterable<Buffer>,
  encoding: TextEncoding,
): Recognition {
  const headText = decodeHead(head, encoding)
  const recognised = recogniseText(headText, formats, isNamed(input))
  const rows = new TextRows(recognised.separator)
  const texts = decodeText(chunks, encoding)
  const batches = readTextBatches(texts, rows, recognised, readerOf(input, recognised), {
    endsLinesWithCr: !headText.includes("\n") && headText.includes("\r"),
  })
  const { id, timeZone } = recognised.format
  return { format: id, timeZone, unreadSheets: [], batches }
}

async function* readTextBatches(
  texts: AsyncGenerator<string, void, undefined>,
  rows: TextRows,
  recognised: Recognised,
  read: RowReader,
  { endsLinesWithCr }: { endsLinesWithCr: boolean },
): AsyncGenerator<ReportEvent[], void, undefined> {
  const position = { headerRows: recognised.headerRows }
  rows.expectedCells = recognised.header.names.length || null
  for await (const piece of texts) {
    const text = endsLinesWithCr ? piece.replaceAll("\r", "\n") : piece
    const batch = readRows(rows.push(text), position, read)
    if (batch.length > 0) yield batch
  }
  const batch = readRows(rows.end(), position, read)
  if (batch.length > 0) yield batch
}

function readRows(
  rows: TextRow[],
  position: { headerRows: number },
  read: RowReader,
): ReportEvent[] {
  return rows.map((row) => {
    if (position.headerRows > 0) {
      position.headerRows -= 1
      return { kind: "ignored", lineNumber: row.lineNumber, why: "header" }
    }
    if ("cells" in row) return read(row.cells, row.lineNumber)
    return { kind: "quarantined", row: quarantined({ ...row, column: null, cell: null }) }
  })
}

/** @throws ReportError when none of them is in a format */
function openSheets(
  input: ParseReportInput,
  formats: readonly TableFormat[],
  sheets: readonly Sheet[],
): Recognition {
  const { read, unread } = recogniseSheets(sheets, formats, isNamed(input))
  const [{ recognised }] = read as [RecognisedSheet]
  const { id, timeZone } = recognised.format
  const batches = readSheetBatches(read, (sheet) => readerOf(input, sheet.recognised))
  return { format: id, timeZone, unreadSheets: unread, batches }
}

async function openWorkbook(
  input: ParseReportInput,
  formats: readonly TableFormat[],
  chunks: AsyncIterable<Buffer>,
): Promise<Recognition> {
  return openSheets(input, sheetFormats(formats), await readWorkbook(chunks))
}

/** A page with a table under a spreadsheet's name, or one to log in at. */
async function openPage(
  input: ParseReportInput,
  formats: readonly TableFormat[],
  chunks: AsyncIterable<Buffer>,
  encoding: TextEncoding,
): Promise<Recognition> {
  const sheets = readHtmlTables(await readPage(chunks, encoding))
  try {
    return openSheets(input, sheetFormats(formats), sheets)
  } catch (error) {
    const isOther = error instanceof ReportError && error.reason.code !== "columns_missing"
    throw isOther ? notATable("a web page (HTML)") : error
  }
}

async function* readSheetBatches(
  sheets: readonly RecognisedSheet[],
  readerFor: (sheet: RecognisedSheet) => RowReader,
): AsyncGenerator<ReportEvent[], void, undefined> {
  const copies = new SheetCopies()
  for (const sheet of sheets) {
    const position = { headerRows: sheet.recognised.headerRows }
    const read = readerFor(sheet)
    copies.nextSheet()
    for (let at = 0; at < sheet.rows.length; at += ROWS_PER_BATCH) {
      const some = sheet.rows.slice(at, at + ROWS_PER_BATCH)
      const lineNumber = sheet.firstLine + at
      const numbered = some.map((cells, index) => ({ lineNumber: lineNumber + index, cells }))
      const events = readRows(numbered, position, read)
      yield sheets.length === 1 ? events : events.map((event) => copies.seen(event, sheet.name))
    }
  }
}

function readerOf(input: ParseReportInput, { format, header, sample }: Recognised): RowReader {
  const payoutId = input.payoutId ?? format.payoutIdFromFilename?.(input.filename) ?? null
  return createRowReader(format, header, { ...input, payoutId, sample })
}

function isNamed(input: ParseReportInput): boolean {
  return input.format !== undefined && input.format !== "auto"
}
