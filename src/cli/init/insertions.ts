/** Text that is put into a file; nothing of it is ever taken out. */
export interface Insertion {
  /** Offset in the text as it was. */
  at: number
  text: string
}

/** Those at the same place follow in the order of the list. */
export function applyInsertions(text: string, insertions: readonly Insertion[]): string {
  let result = ""
  let done = 0
  for (const { at, text: added } of sorted(insertions)) {
    result += text.slice(done, at) + added
    done = at
  }
  return result + text.slice(done)
}

/** What insertions change, line by line, with a line around it: `- old`, `+ new`. */
export function describeInsertions(text: string, insertions: readonly Insertion[]): string[] {
  const shown: string[] = []
  const lines = linesOf(text)
  let last = -1
  for (const [index, line] of lines.entries()) {
    const here = insertions.filter(({ at }) => at >= line.start && at <= line.end)
    if (here.length === 0) continue
    if (index > last + 1 && index > 0) shown.push(`  ${lines[index - 1]?.text}`)
    const local = here.map(({ at, text: added }) => ({ at: at - line.start, text: added }))
    shown.push(...changed(line.text, applyInsertions(line.text, local).split(/\r?\n/)))
    last = index
  }
  return shown
}

function changed(before: string, after: string[]): string[] {
  if (after[0] === before) return [`  ${before}`, ...after.slice(1).map((line) => `+ ${line}`)]
  if (after.at(-1) === before) {
    return [...after.slice(0, -1).map((line) => `+ ${line}`), `  ${before}`]
  }
  return [`- ${before}`, ...after.map((line) => `+ ${line}`)]
}

function linesOf(text: string): { start: number; end: number; text: string }[] {
  const lines = []
  for (const match of text.matchAll(/([^\n]*?)(\r?\n|$)/g)) {
    const [, content = "", ending] = match
    lines.push({ start: match.index, end: match.index + content.length, text: content })
    if (ending === "") break
  }
  return lines
}

function sorted(insertions: readonly Insertion[]): Insertion[] {
  return [...insertions].sort((one, other) => one.at - other.at)
}
