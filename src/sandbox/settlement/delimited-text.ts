/** Quotes a cell of a comma-separated file where it must be. */
function cellText(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

export function delimitedText(rows: string[][]): Buffer {
  return Buffer.from(rows.map((row) => `${row.map(cellText).join(",")}\n`).join(""), "utf8")
}
