/** What one line does to the record that it belongs to. */
export interface LineScan {
  /** Separators outside quotation marks. */
  separators: number
  /**
   * - `closed`: the record may end with this line.
   * - `open`: a quoted cell goes on in the next line.
   * - `broken`: text stands behind a closing quotation mark.
   */
  end: "closed" | "open" | "broken"
}

/**
 * Reads a line's quotation marks once, from its beginning to its end, by the rules of the CSV library.
 * @param within whether the line begins inside a quoted cell
 */
export function scanLine(line: string, separator: string, within: boolean): LineScan {
  let at = 0
  let separators = 0
  let quoted = within
  for (;;) {
    if (quoted) {
      const behind = closingQuote(line, at)
      if (behind === null) return { separators, end: "open" }
      const next = skipBlanks(line, behind, separator)
      if (next === line.length) return { separators, end: "closed" }
      if (line[next] !== separator) return { separators, end: "broken" }
      at = next + 1
      separators += 1
      quoted = false
    } else if (line[at] === '"') {
      quoted = true
      at += 1
    } else {
      const next = line.indexOf(separator, at)
      if (next < 0) return { separators, end: "closed" }
      at = next + 1
      separators += 1
    }
  }
}

/** Where it goes on behind the quotation mark that ends a cell; a doubled one is part of the cell. */
function closingQuote(line: string, from: number): number | null {
  let at = line.indexOf('"', from)
  while (at >= 0 && line[at + 1] === '"') at = line.indexOf('"', at + 2)
  return at < 0 ? null : at + 1
}

function skipBlanks(line: string, from: number, separator: string): number {
  let at = from
  while (at < line.length && line[at] !== separator && /\s/.test(line[at] ?? "")) at += 1
  return at
}
