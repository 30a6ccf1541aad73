import { plainName } from "./formats/header"
import { recogniseText, type Recognised } from "./formats/recognise"
import { recogniseSheets, type RecognisedSheet } from "./formats/recognise-sheets"
import { candidateFormats } from "./formats/registry"
import type { TableFormat } from "./formats/table-format"
import { decodeHead, decodeText } from "./input/decode-text"
import { isHtml, readHtmlTables } from "./input/html-tables"
import { peek } from "./input/peek"
import { readPage } from "./input/read-page"
import { readChunks, type ReportSource } from "./input/report-source"
import { sniffContent, type TextEncoding } from "./input/sniff-content"
import type { Sheet } from "./input/sheet"
import { TextRows } from "./input/text-rows"
import { readWorkbook } from "./input/workbook-rows"
import { HEAD_BYTES, MAX_REPORT_BYTES } from "./limits"

export interface PayerQuestion {
  /** The archived file. */
  source: ReportSource
  /** Id of the format that it was imported with. */
  format: string
  formats: readonly TableFormat[]
  lineNumber: number
}

interface FoundRow {
  recognised: Recognised
  cells: readonly string[] | undefined
}

/** Whether a format's files name payers at all. */
export function namesPayers(format: string, formats: readonly TableFormat[]): boolean {
  return candidateFormats(format, formats).some(({ payerColumns = [] }) => payerColumns.length > 0)
}

/**
 * The payer's name in one row of a report, for comparing it with those of vouchers. Nothing of it is
 * ever kept: who asks reads the archived file again.
 * @throws ReportError when the file can't be read
 */
export async function readPayer(question: PayerQuestion): Promise<string | null> {
  const bytes = readChunks(question.source, MAX_REPORT_BYTES)
  try {
    const { head, chunks } = await peek(bytes, HEAD_BYTES)
    const content = sniffContent(head)
    const { recognised, cells } =
      content.kind === "workbook"
        ? await findInSheet(question, chunks)
        : await findInText(question, head, chunks, content.encoding)
    const name = payerIndexes(recognised).map((at) => cells?.[at] ?? "")
    return name.join(" ").trim() || null
  } finally {
    await bytes.return()
  }
}

function payerIndexes({ format, header }: Recognised): number[] {
  const names = header.names.map(plainName)
  return (format.payerColumns ?? []).map((column) =>
    typeof column === "number" ? column : names.indexOf(plainName(column)),
  )
}

async function findInSheet(
  { format, formats, lineNumber }: PayerQuestion,
  chunks: AsyncIterable<Buffer>,
): Promise<FoundRow> {
  return inSheets(await readWorkbook(chunks), candidateFormats(format, formats), lineNumber)
}

function inSheets(
  sheets: readonly Sheet[],
  formats: readonly TableFormat[],
  lineNumber: number,
): FoundRow {
  const { read } = recogniseSheets(sheets, formats, true)
  const [first, ...others] = read as [RecognisedSheet, ...RecognisedSheet[]]
  const sheet = others.reduce((at, other) => (other.firstLine > lineNumber ? at : other), first)
  return { recognised: sheet.recognised, cells: sheet.rows[lineNumber - sheet.firstLine] }
}

async function findInText(
  { format, formats, lineNumber }: PayerQuestion,
  head: Buffer,
  chunks: AsyncIterable<Buffer>,
  encoding: TextEncoding,
): Promise<FoundRow> {
  const headText = decodeHead(head, encoding)
  if (isHtml(headText)) {
    const sheets = readHtmlTables(await readPage(chunks, encoding))
    return inSheets(sheets, candidateFormats(format, formats), lineNumber)
  }
  const recognised = recogniseText(headText, candidateFormats(format, formats), true)
  const endsLinesWithCr = !headText.includes("\n") && headText.includes("\r")
  const rows = new TextRows(recognised.separator)
  rows.expectedCells = recognised.header.names.length || null
  for await (const piece of decodeText(chunks, encoding)) {
    const read = rows.push(endsLinesWithCr ? piece.replaceAll("\r", "\n") : piece)
    const found = read.find((row) => row.lineNumber === lineNumber)
    if (found) return { recognised, cells: "cells" in found ? found.cells : undefined }
  }
  const found = rows.end().find((row) => row.lineNumber === lineNumber)
  return { recognised, cells: found && "cells" in found ? found.cells : undefined }
}
