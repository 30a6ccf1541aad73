import { MAX_FOUND_CHARS, MAX_QUARANTINE_RAW_CHARS } from "./limits"
import type { ReportEvent } from "./settlement-line"

const EMAIL = /[^\s@,;"|<>]{1,64}@[^\s@,;"|<>]{1,255}/g
// Control characters other than tab: a database takes no NUL, a terminal no escapes.
// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000a-\u001f\u007f]/g

export interface RowProblem {
  lineNumber: number
  column: string | null
  found: string
  expected: string
  raw: string
}

/** Sets a row aside with its cause, shortened and without e-mail addresses. */
export function quarantined(problem: RowProblem): ReportEvent {
  return {
    kind: "quarantined",
    row: {
      lineNumber: problem.lineNumber,
      column: problem.column === null ? null : presentable(problem.column, MAX_FOUND_CHARS),
      found: presentable(problem.found, MAX_FOUND_CHARS),
      expected: problem.expected,
      raw: presentable(problem.raw, MAX_QUARANTINE_RAW_CHARS),
    },
  }
}

function presentable(text: string, maxChars: number): string {
  const short = text.length > maxChars ? `${text.slice(0, maxChars - 1)}…` : text
  return short.replace(CONTROL, "\ufffd").replace(EMAIL, "[e-mail]")
}
