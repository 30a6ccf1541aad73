import { strToU8, zipSync } from "fflate"

export interface RawSheet {
  name: string
  /** Cells as text, or as XML of the cell's attributes and content: `{ t: "d", v: "2026-10-07" }`. */
  rows: (string | RawCell)[][]
}

export interface RawCell {
  t?: string
  /** 1 is a date. */
  s?: number
  v: string
}

const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

/** A workbook as raw as it can be, with whatever a program may write. */
export function rawWorkbook(sheets: RawSheet[], workbookPr = ""): Buffer {
  const parts: Record<string, string> = {
    "[Content_Types].xml": "<Types/>",
    "xl/workbook.xml": `<workbook>${workbookPr}<sheets>${sheets.map(({ name }, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="styles" Type="${RELATIONSHIPS}/styles" Target="styles.xml"/>${sheets.map((_, at) => `<Relationship Id="rId${at + 1}" Type="${RELATIONSHIPS}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`).join("")}</Relationships>`,
    "xl/styles.xml": `<styleSheet><numFmts count="1"><numFmt numFmtId="164" formatCode="[$-280A]d/mm/yyyy\\ h:mm;@"/></numFmts><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>`,
  }
  for (const [at, { rows }] of sheets.entries()) {
    const xml = rows.map(
      (cells, row) =>
        `<row r="${row + 1}">${cells.map((cell, column) => cellXml(cell, column, row + 1)).join("")}</row>`,
    )
    parts[`xl/worksheets/sheet${at + 1}.xml`] =
      `<worksheet><sheetData>${xml.join("")}</sheetData></worksheet>`
  }
  const entries = Object.entries(parts).map(([name, text]) => [name, strToU8(text)] as const)
  return Buffer.from(zipSync(Object.fromEntries(entries)))
}

function cellXml(cell: string | RawCell, column: number, row: number): string {
  const address = `${String.fromCharCode(65 + column)}${row}`
  if (typeof cell === "string") {
    return cell === "" ? "" : `<c r="${address}" t="inlineStr"><is><t>${cell}</t></is></c>`
  }
  const { t, s, v } = cell
  const style = s === undefined ? "" : ` s="${s}"`
  return `<c r="${address}"${style}${t === undefined ? "" : ` t="${t}"`}><v>${v}</v></c>`
}
