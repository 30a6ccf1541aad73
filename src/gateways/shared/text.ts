const LONE_SURROGATES = /[\uD800-\uDFFF]/gu
const CONTROLS_AND_SPACES = /[\p{Cc}\s]+/gu

/** Length as the vendor counts: code points, so that an emoji is one. */
export function codePoints(text: string): number {
  return [...text].length
}

/** The first `limit` code points. Never leaves half a surrogate pair. */
export function cut(text: string, limit: number): string {
  return [...text].slice(0, limit).join("")
}

/**
 * One line of clean text: composed (NFC), without control characters or broken surrogates, spaces
 * collapsed. Undefined when nothing is left, so that the field is left out.
 */
export function cleanText(text: string | undefined | null): string | undefined {
  const clean = (text ?? "")
    .normalize("NFC")
    .replace(LONE_SURROGATES, "")
    .replace(CONTROLS_AND_SPACES, " ")
    .trim()
  return clean === "" ? undefined : clean
}

/** Clean text, cut to its limit. */
export function fitText(text: string | undefined | null, limit: number): string | undefined {
  const clean = cleanText(text)
  return clean === undefined ? undefined : cut(clean, limit).trimEnd()
}
