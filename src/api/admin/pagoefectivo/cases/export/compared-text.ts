import { limaDayText } from "../../../../support/export/lima-cell"
import type { ExportWords } from "../../../../support/export/words"

const INSTANT = /^\d{4}-\d{2}-\d{2}T/

/** One side of what a case compares, in one cell: `Amount: 69.90; Currency: PEN`. */
export function comparedText(fields: Record<string, unknown>, words: ExportWords): string {
  // A problem has a text for its code; the sentence beside it is English.
  const { problem_code, ...others } = fields
  const shown = problem_code === undefined ? others : { ...others, problem: problem_code }
  return Object.entries(shown)
    .map(([name, value]) => `${words.of("field", name)}: ${valueText(name, value, words)}`)
    .join("; ")
}

function valueText(name: string, value: unknown, words: ExportWords): string {
  if (value === null || value === undefined) return "—"
  if (typeof value === "object") return JSON.stringify(value)
  const text = String(value)
  if (INSTANT.test(text)) return limaDayText(text)
  return name.includes("currency") ? text.toUpperCase() : words.of("field_value", text)
}
