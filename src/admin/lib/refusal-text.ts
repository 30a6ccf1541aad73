/**
 * Why the store refused a file as a whole, by the sentence of `src/settlement/errors.ts`; the first
 * pattern that fits names the text, with the values that it captures.
 */
const PATTERNS: [RegExp, string][] = [
  [/: found (no bytes at all|nothing but blanks),/, "empty"],
  [/ expected a CSV or text file, or an Excel workbook/, "not_a_table"],
  [/ found (the )?column (?<columns>.+) more than once, expected /, "repeated_columns"],
  [/ found a header (like that of \S+ )?without (?<columns>.+?), expected /, "missing_columns"],
  [/ found an? (damaged|damaged or truncated) /, "damaged"],
  [/ found .*(bytes|rows|columns|characters).*, expected (at most|a smaller one)/, "too_large"],
]

/** @returns null for a refusal that it has no words for, such as a missing permission. */
export function refusalText(
  message: string,
): { key: string; values: Record<string, string> } | null {
  if (!message.startsWith("This file can't be read: ")) return null
  for (const [pattern, key] of PATTERNS) {
    const match = pattern.exec(message)
    if (match) return { key, values: { ...match.groups } }
  }
  return { key: "unknown_format", values: {} }
}
