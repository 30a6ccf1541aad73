import { ReportError } from "../errors"
import { MAX_XLSX_CELLS } from "../limits"
import type { Sheet } from "./sheet"

const TAG = /<(\/?)([a-z][a-z0-9]*)((?:\s[^<>]*)?)\/?>|<!--|<[!?][^>]*>/gi
const COLSPAN = /\scolspan\s*=\s*["']?(\d{1,3})/i
const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));?/gi
const NAMED: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  aacute: "á",
  eacute: "é",
  iacute: "í",
  oacute: "ó",
  uacute: "ú",
  ntilde: "ñ",
  deg: "°",
  ordm: "º",
}
const LAST_CODE_POINT = 0x10ffff

/** What many programs call `.xls`: a page with a table. So is a page to log in at. */
export function isHtml(text: string): boolean {
  return /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]{0,2000}?-->\s*)?<(?:!doctype html|html|head|body|table|script|meta|style|div)\b/i.test(
    text.slice(0, 4_096),
  )
}

/**
 * The tables of a page as sheets, each cell as its text.
 * @throws ReportError (file_too_large)
 */
export function readHtmlTables(html: string): Sheet[] {
  const reader = new TableReader()
  let end = 0
  TAG.lastIndex = 0
  for (let tag = TAG.exec(html); tag !== null; tag = TAG.exec(html)) {
    reader.text(html.slice(end, tag.index))
    end = TAG.lastIndex
    const [all, closing, name, attributes = ""] = tag
    if (all === "<!--") {
      const close = html.indexOf("-->", end)
      end = close < 0 ? html.length : close + 3
      TAG.lastIndex = end
    } else if (name !== undefined) reader.tag(name.toLowerCase(), closing === "/", attributes)
  }
  return reader.sheets
}

class TableReader {
  readonly sheets: Sheet[] = []
  private row: string[] | null = null
  private cell: { text: string; columns: number } | null = null
  private silent = false
  private cells = 0

  text(piece: string): void {
    if (this.cell !== null && !this.silent) this.cell.text += piece
  }

  tag(name: string, closes: boolean, attributes: string): void {
    if (name === "script" || name === "style") this.silent = !closes
    else if (name === "table" && !closes) this.begin()
    else if (name === "tr" || name === "table") this.endRow(name === "tr" && !closes)
    else if (name === "td" || name === "th") this.endCell(closes ? null : attributes)
    else if (name === "br" || name === "p" || name === "div") this.text(" ")
  }

  private begin(): void {
    this.endRow(false)
    this.sheets.push({ name: `table ${this.sheets.length + 1}`, rows: [] })
  }

  private endRow(another: boolean): void {
    this.endCell(null)
    if (this.row !== null) this.sheets.at(-1)?.rows.push(this.row)
    this.row = another && this.sheets.length > 0 ? [] : null
  }

  /** @param next attributes of the cell that begins */
  private endCell(next: string | null): void {
    if (this.cell !== null && this.row !== null) {
      this.row.push(plainText(this.cell.text))
      for (let more = 1; more < this.cell.columns; more += 1) this.row.push("")
      this.count(this.cell.columns)
    }
    this.cell = null
    if (next === null) return
    if (this.row === null && this.sheets.length > 0) this.row = []
    this.cell = { text: "", columns: Math.max(1, Number(COLSPAN.exec(next)?.[1] ?? 1)) }
  }

  private count(columns: number): void {
    this.cells += columns
    if (this.cells <= MAX_XLSX_CELLS) return
    throw new ReportError("file_too_large", {
      code: "too_many_cells",
      values: { cells: MAX_XLSX_CELLS },
    })
  }
}

function plainText(html: string): string {
  const text = html.replace(ENTITY, (all, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? all
    const code = decimal === undefined ? parseInt(hex ?? "", 16) : Number(decimal)
    return code > 0 && code <= LAST_CODE_POINT ? String.fromCodePoint(code) : all
  })
  return text.replace(/\s+/g, " ").trim()
}
