import { MAX_FOUND_CHARS, MAX_QUARANTINE_RAW_CHARS } from "./limits"
import { ROW_REASONS, type RowReason } from "./reasons"
import type { RejectedRow } from "./settlement-line"
import { fill, type Values } from "../errors/fill"

const EMAIL = /[^\s@,;"|<>]{1,64}@[^\s@,;"|<>]{1,255}/g
/** What may be the beginning of one, where a text was cut. */
const BEGUN_EMAIL = /[^\s@,;"|<>]{1,64}@?$/
const MAX_EMAIL_CHARS = 64 + 1 + 255
// Control characters other than tab, and halves of a character: a database takes no NUL and no
// half, a terminal no escapes.
// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000a-\u001f\u007f\p{Cs}]/gu

export interface RowProblem {
  lineNumber: number
  column: string | null
  /** The cell in question; null when the whole row is the problem. */
  cell: string | null
  reason: RowReason
  raw: string
}

/**
 * A row as it is set aside: its cause as a code with values and as English sentences, shortened and
 * without e-mail addresses.
 */
export function quarantined({ lineNumber, column, cell, reason, raw }: RowProblem): RejectedRow {
  const { code } = reason
  const values = presentableValues({
    ...reason.values,
    ...(cell !== null && { found: cell.trim() === "" ? "" : cell }),
  })
  const wording: { found?: string; expected: string } = ROW_REASONS[code]
  return {
    lineNumber,
    column: column === null ? null : presentable(column, MAX_FOUND_CHARS),
    found: fill(wording.found ?? (values.found === "" ? "nothing" : "{found}"), values),
    expected: fill(wording.expected, values),
    reason: { code, values },
    raw: presentable(raw, MAX_QUARANTINE_RAW_CHARS),
  }
}

function presentableValues(values: Values): Values {
  const entries = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === "string" ? presentable(value, MAX_FOUND_CHARS) : value,
  ])
  return Object.fromEntries(entries) as Values
}

/** Fit to be kept and shown: short, without e-mail addresses and what a database does not take. */
export function presentable(text: string, maxChars: number): string {
  // An address is found before it is cut: half of one still tells whose it is. A long text is not
  // searched to its end: twenty thousand rows may share one.
  const isLong = text.length > maxChars + MAX_EMAIL_CHARS
  const near = isLong ? text.slice(0, maxChars + MAX_EMAIL_CHARS) : text
  const found = near.replace(EMAIL, "[e-mail]").replace(isLong ? BEGUN_EMAIL : "", "")
  const short = isLong || found.length > maxChars ? `${found.slice(0, maxChars - 1)}…` : found
  return short.replace(CONTROL, "\ufffd")
}
