/** Invisible characters that can reorder or hide text: controls, bidi overrides, zero-width marks. */
const CONTROL_CHARACTERS = /[\p{Cc}\u2028\u2029]+/gu
const DECEPTIVE_CHARACTERS = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu
const LONE_SURROGATES = /\p{Cs}/gu

/**
 * Text from outside as one line that cannot reorder or break what stands around it. Whole
 * user-perceived characters are kept when it is cut, so an emoji is never halved.
 *
 * @param maxCharacters the longest result, counted in user-perceived characters
 */
export function plainText(value: string, maxCharacters: number): string {
  const line = value
    .replace(CONTROL_CHARACTERS, " ")
    .replace(DECEPTIVE_CHARACTERS, "")
    .replace(LONE_SURROGATES, "")
    .replace(/\s+/gu, " ")
    .trim()
  if (line.length <= maxCharacters) return line
  const characters = Array.from(graphemes.segment(line), ({ segment }) => segment)
  if (characters.length <= maxCharacters) return line
  return `${characters
    .slice(0, maxCharacters - 1)
    .join("")
    .trimEnd()}…`
}

const graphemes = new Intl.Segmenter("es", { granularity: "grapheme" })
