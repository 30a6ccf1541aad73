import type { CliIo } from "./cli-io"

export type Mark = "ok" | "todo" | "warning" | "problem" | "unknown"

const SIGNS: Record<Mark, string> = { ok: "✓", todo: "+", warning: "!", problem: "✗", unknown: "?" }
const COLOURS: Record<Mark, number> = { ok: 32, todo: 36, warning: 33, problem: 31, unknown: 90 }

const WIDEST = 110
const INDENT = 4

/** Lines for a terminal: marks, colours where it has them, and text that breaks at its edge. */
export class Layout {
  private readonly columns: number

  constructor(private readonly io: Pick<CliIo, "print" | "columns" | "hasColours">) {
    this.columns = Math.min(io.columns, WIDEST)
  }

  blank(): void {
    this.io.print("\n")
  }

  heading(text: string): void {
    this.io.print(`${this.paint(text, 1)}\n`)
  }

  /** `✓ Name  text`, with further text below. `width` is that of the widest name. */
  item(mark: Mark, text: string, { name = "", width = 0, more = "" } = {}): void {
    const head = name ? name + " ".repeat(Math.max(0, width - widthOf(name)) + 2) : ""
    const hang = INDENT + widthOf(head)
    const sign = this.paint(SIGNS[mark], COLOURS[mark])
    this.io.print(`  ${sign} ${this.paint(head, 1)}${this.wrapped(text, hang)}\n`)
    if (more) this.io.print(`${" ".repeat(hang)}${this.wrapped(more, hang)}\n`)
  }

  /** A line that is shown as it is, such as one of a file. */
  verbatim(line: string): void {
    const colour = line.startsWith("+") ? 32 : line.startsWith("-") ? 31 : 0
    this.io.print(`${" ".repeat(INDENT + 2)}${this.paint(line, colour)}\n`)
  }

  text(text: string, indent = 0): void {
    this.io.print(`${" ".repeat(indent)}${this.wrapped(text, indent)}\n`)
  }

  /** A command or setting on a line of its own, which may be longer than the terminal's. */
  toCopy(text: string, indent: number): void {
    this.io.print(`${" ".repeat(indent)}${text}\n`)
  }

  private wrapped(text: string, hang: number): string {
    const room = Math.max(this.columns - hang, 20)
    const lines: string[] = []
    let line = ""
    for (const word of text.split(/(?<=\s)|(?=[，。：；、])/)) {
      if (line && widthOf(line) + widthOf(word.trimEnd()) > room) {
        lines.push(line.trimEnd())
        line = ""
      }
      line += word
    }
    return [...lines, line.trimEnd()].join(`\n${" ".repeat(hang)}`)
  }

  private paint(text: string, code: number): string {
    return this.io.hasColours && code && text ? `\u001b[${code}m${text}\u001b[0m` : text
  }
}

/** In a terminal a Chinese character takes two columns. */
function widthOf(text: string): number {
  let width = 0
  for (const character of text) width += /[\u1100-\u115f\u2e80-\uffdc]/.test(character) ? 2 : 1
  return width
}
