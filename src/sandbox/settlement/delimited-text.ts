/** Quotes a cell where the separator, a quotation mark or a line break would be misread. */
function cellText(cell: string, separator: string): string {
  const needsQuotes = cell.includes(separator) || /["\r\n]/.test(cell)
  return needsQuotes ? `"${cell.replaceAll('"', '""')}"` : cell
}

export function delimitedText(rows: string[][], separator = ","): Buffer {
  const lines = rows.map((row) => row.map((cell) => cellText(cell, separator)).join(separator))
  return Buffer.from(lines.map((line) => `${line}\n`).join(""), "utf8")
}
