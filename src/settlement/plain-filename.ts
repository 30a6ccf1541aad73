import { MAX_FILENAME_CHARS } from "./limits"

/** Control characters, halves of a surrogate pair, and what reverses the direction of text. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

/**
 * A file's name as its owner sees it, fit to be stored, shown and put into a header: without
 * folders, control characters and halves of characters, and not longer than `MAX_FILENAME_CHARS`
 * (of a longer name its end stays, which holds the extension). Never empty.
 */
export function plainFilename(name: string): string {
  const own = (name.normalize("NFC").split(/[/\\]/).pop() ?? "").replace(UNPRINTABLE, "").trim()
  const short = [...own].slice(-MAX_FILENAME_CHARS).join("")
  return /^\.*$/.test(short) ? "report" : short
}
