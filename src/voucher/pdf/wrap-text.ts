import type { EmbeddedFont } from "./embedded-font"

/**
 * Text as the fonts can draw it: composed characters, ordinary spaces, and nothing without a glyph
 * (emoji, other scripts), for an empty box would tell a reader less than nothing.
 */
export function printableText(text: string, font: EmbeddedFont): string {
  return Array.from(text.normalize("NFC").replace(/\s+/gu, " "))
    .filter((character) => font.has(character.codePointAt(0) as number))
    .join("")
    .replace(/ {2,}/g, " ")
    .trim()
}

/**
 * Lines no wider than `width` points. Breaks at spaces, and inside a word only when the word alone is
 * too wide.
 */
export function wrapText(text: string, font: EmbeddedFont, size: number, width: number): string[] {
  const fits = (line: string) => font.widthOf(line) * size <= width
  const lines: string[] = []
  let line = ""
  for (const word of text.split(" ").flatMap((whole) => splitWord(whole, fits))) {
    const longer = line ? `${line} ${word}` : word
    if (fits(longer) || !line) {
      line = longer
      continue
    }
    lines.push(line)
    line = word
  }
  return line ? [...lines, line] : lines
}

function splitWord(word: string, fits: (line: string) => boolean): string[] {
  if (fits(word)) return [word]
  const pieces: string[] = []
  let piece = ""
  for (const character of word) {
    if (piece && !fits(piece + character)) {
      pieces.push(piece)
      piece = ""
    }
    piece += character
  }
  return [...pieces, piece]
}
