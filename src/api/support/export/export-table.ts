import type { ExportParams } from "./export-params"
import { ExportWords, type ColumnName, type Subject } from "./words"

/**
 * `money`: decimal text; `day` and `moment`: an ISO instant or a day, shown as Lima's; `count`: a
 * whole number. All else is text.
 */
export type CellKind = "text" | "money" | "day" | "moment" | "count"

export type CellValue = string | number | null

export interface SheetColumn<Row> {
  header: string
  kind: CellKind
  width: number
  value: (row: Row) => CellValue
}

/** What a file holds, whatever its format. */
export interface ExportSheet<Row> {
  name: string
  columns: SheetColumn<Row>[]
}

/** A field as the routes answer it. */
interface RawColumn<Raw> {
  name: keyof Raw & string
  width: number
  kind?: "money"
}

/** A column for people. */
interface WordColumn<Row> {
  name: ColumnName
  width?: number
  kind?: CellKind
  value: (row: Row, words: ExportWords) => CellValue
}

/** The columns of one subject's exports, in their order. */
export interface ExportTable<Row, Raw extends object = object> {
  subject: Subject
  raw: RawColumn<Raw>[]
  rawOf: (row: Row) => Raw
  inWords: WordColumn<Row>[]
}

const WIDTHS: Record<CellKind, number> = { text: 24, money: 14, day: 12, moment: 17, count: 10 }

/** The sheet that a request asks for, with its name for the file. */
export function sheetFor<Row, Raw extends object>(
  table: ExportTable<Row, Raw>,
  language: ExportParams["words"],
  hidden: ColumnName[] = [],
): ExportSheet<Row> & { fileName: string } {
  if (language === "none") {
    const fileName = new ExportWords("en").of("files", table.subject)
    return {
      name: fileName,
      fileName,
      columns: table.raw.map((column) => rawColumn(table, column)),
    }
  }
  const words = new ExportWords(language)
  const shown = table.inWords.filter(({ name }) => !hidden.includes(name))
  return {
    name: words.of("sheets", table.subject),
    fileName: words.of("files", table.subject),
    columns: shown.map(({ name, kind = "text", width = WIDTHS[kind], value }) => ({
      header: words.column(name),
      kind,
      width,
      value: (row) => value(row, words),
    })),
  }
}

function rawColumn<Row, Raw extends object>(
  { rawOf }: ExportTable<Row, Raw>,
  { name, width, kind }: RawColumn<Raw>,
): SheetColumn<Row> {
  return { header: name, kind: kind ?? "text", width, value: (row) => plain(rawOf(row)[name]) }
}

function plain(value: unknown): CellValue {
  if (value === null || value === undefined) return null
  return typeof value === "object" ? JSON.stringify(value) : String(value)
}
