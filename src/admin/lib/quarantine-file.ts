/** Formats whose first line names the columns. */
const WITH_HEADER = new Set(["standard_csv", "mercadopago_settlement", "mercadopago_release"])

/** Whether bad rows of this format can be cut out as text. */
export function isTextFormat(format: string | null): boolean {
  return format !== null && !format.endsWith("_xlsx")
}

/**
 * Cuts the rows that begin on these lines out of a report, below its header: a file to correct and
 * upload again. It comes from the archived file, because rows are kept shortened in the quarantine.
 * @param lines numbers of physical lines, the first is 1
 */
export function cutOut(report: string, lines: number[], format: string | null): string {
  const physical = report.split(/\r\n|\n|\r/)
  const hasHeader = format !== null && WITH_HEADER.has(format)
  const rows = [...lines].sort((one, other) => one - other).map((line) => rowAt(physical, line))
  return [...(hasHeader ? physical.slice(0, 1) : []), ...rows, ""].join("\r\n")
}

/** A row goes on to the next line while a quote is open. */
function rowAt(physical: string[], line: number): string {
  let row = physical[line - 1] ?? ""
  for (let next = line; hasOpenQuote(row) && next < physical.length; next += 1) {
    row += `\n${physical[next]}`
  }
  return row
}

function hasOpenQuote(row: string): boolean {
  return (row.match(/"/g)?.length ?? 0) % 2 === 1
}

/** Reports come as UTF-8 or, from older systems, as Windows-1252. */
export function decode(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder("windows-1252").decode(bytes)
  }
}
