import { ReportError } from "./errors"
import { recogniseRows, recogniseText, type Recognised } from "./formats/recognise"
import { candidateFormats } from "./formats/registry"
import { createRowReader, type RowReader } from "./formats/row-reader"
import type { TableFormat } from "./formats/table-format"
import { decodeText, TextDecoding } from "./input/decode-text"
import { peek } from "./input/peek"
import { readChunks, type ReportSource } from "./input/report-source"
import { sniffContent, type TextEncoding } from "./input/sniff-content"
import { TextRows, type TextRow } from "./input/text-rows"
import { readWorkbookRows } from "./input/workbook-rows"
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
  /** Dates more than a day after this are quarantined. */
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
  if (content.kind === "workbook") return openSheet(input, formats, chunks)
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
  const decoding = new TextDecoding(encoding)
  const headText = decoding.write(head) + decoding.end()
  const recognised = recogniseText(headText, formats, isNamed(input))
  const rows = new TextRows(recognised.separator)
  const texts = decodeText(chunks, encoding)
  const batches = readTextBatches(texts, rows, recognised, readerOf(input, recognised), {
    endsLinesWithCr: !headText.includes("\n") && headText.includes("\r"),
  })
  return { format: recognised.format.id, timeZone: recognised.format.timeZone, batches }
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

async function openSheet(
  input: ParseReportInput,
  formats: readonly TableFormat[],
  chunks: AsyncIterable<Buffer>,
): Promise<Recognition> {
  const named = formats.filter(({ header }) => header === "named")
  if (named.length === 0) {
    const values = { format: formats[0]?.id ?? "" }
    throw new ReportError("format_mismatch", { code: "workbook_for_text", values })
  }
  const rows = await readWorkbookRows(chunks)
  const recognised = recogniseRows(rows, named, isNamed(input))
  const batches = readSheetBatches(rows, recognised, readerOf(input, recognised))
  return { format: recognised.format.id, timeZone: recognised.format.timeZone, batches }
}

async function* readSheetBatches(
  rows: string[][],
  recognised: Recognised,
  read: RowReader,
): AsyncGenerator<ReportEvent[], void, undefined> {
  const position = { headerRows: recognised.headerRows }
  for (let at = 0; at < rows.length; at += ROWS_PER_BATCH) {
    const some = rows.slice(at, at + ROWS_PER_BATCH)
    const numbered = some.map((cells, index) => ({ lineNumber: at + index + 1, cells }))
    yield readRows(numbered, position, read)
  }
}

function readerOf(input: ParseReportInput, { format, header, sample }: Recognised): RowReader {
  const payoutId = input.payoutId ?? format.payoutIdFromFilename?.(input.filename) ?? null
  return createRowReader(format, header, { ...input, payoutId, sample })
}

function isNamed(input: ParseReportInput): boolean {
  return input.format !== undefined && input.format !== "auto"
}
