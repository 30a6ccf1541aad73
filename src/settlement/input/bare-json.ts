/**
 * Cells of a line in which one or more cells are JSON without quotation marks around it, as some
 * reports write it (`…,[{"id":1,"kind":"x"}],…`). The other cells follow the rules of CSV.
 * @returns null when there is no such cell, or the line is broken in another way
 */
export function splitBareJson(line: string, separator: string): string[] | null {
  const cells: string[] = []
  let found = false
  let at = 0
  for (;;) {
    const json = line[at] === "[" || line[at] === "{" ? endOfJson(line, at) : null
    const end = json ?? endOfCell(line, at, separator)
    if (end === null || (end < line.length && line[end] !== separator)) return null
    const text = line.slice(at, end)
    found ||= json !== null
    cells.push(line[at] === '"' ? text.slice(1, -1).replaceAll('""', '"') : text)
    if (end === line.length) return found ? cells : null
    at = end + 1
  }
}

function endOfCell(line: string, from: number, separator: string): number | null {
  if (line[from] !== '"') {
    const next = line.indexOf(separator, from)
    return next < 0 ? line.length : next
  }
  let at = line.indexOf('"', from + 1)
  while (at >= 0 && line[at + 1] === '"') at = line.indexOf('"', at + 2)
  return at < 0 ? null : at + 1
}

/** Behind the bracket that closes the one at `from`; null where JSON goes wrong or has no end. */
function endOfJson(line: string, from: number): number | null {
  let depth = 0
  let quoted = false
  for (let at = from; at < line.length; at += 1) {
    const character = line[at]
    if (quoted) {
      if (character === "\\") at += 1
      else if (character === '"') quoted = false
    } else if (character === '"') quoted = true
    else if (character === "[" || character === "{") depth += 1
    else if (character === "]" || character === "}") depth -= 1
    if (depth === 0) return isJson(line.slice(from, at + 1)) ? at + 1 : null
  }
  return null
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
