import { DAY_MS, limaDay, limaMidnight } from "../../peru/lima"
import { MAX_MERCADOPAGO_REPORT_DAYS } from "../limits"

const SECOND_MS = 1_000

/** From `begin` up to, but not including, `end`. */
export interface Span {
  begin: Date
  end: Date
}

/** The last whole days in Lima before `now`: today is not over yet. */
export function lastDays(now: Date, days: number): Span {
  const today = limaMidnight(limaDay(now.getTime()))
  return { begin: new Date(today - days * DAY_MS), end: new Date(today) }
}

/**
 * What of `wanted` no report covers yet, oldest first, in pieces that Mercado Pago takes: at most 60
 * days each. Days after a downtime come out as one piece.
 */
export function missingSpans(wanted: Span, covered: Span[]): Span[] {
  return gapsIn(wanted, covered).flatMap(inPieces)
}

function gapsIn(wanted: Span, covered: Span[]): Span[] {
  const sorted = [...covered].sort((a, b) => a.begin.getTime() - b.begin.getTime())
  const gaps: Span[] = []
  let from = wanted.begin
  for (const { begin, end } of sorted) {
    if (begin > from) gaps.push({ begin: from, end: earlier(begin, wanted.end) })
    if (end > from) from = end
  }
  gaps.push({ begin: from, end: wanted.end })
  // A second or less between two reports is rounding, not a gap.
  return gaps.filter(({ begin, end }) => end.getTime() - begin.getTime() > SECOND_MS)
}

function inPieces({ begin, end }: Span): Span[] {
  const longest = MAX_MERCADOPAGO_REPORT_DAYS * DAY_MS
  const pieces: Span[] = []
  for (let from = begin.getTime(); from < end.getTime(); from += longest) {
    pieces.push({ begin: new Date(from), end: new Date(Math.min(from + longest, end.getTime())) })
  }
  return pieces
}

function earlier(a: Date, b: Date): Date {
  return a < b ? a : b
}

/** `begin_date` and `end_date` of a request: UTC, whole seconds, both included. */
export function toWireSpan({ begin, end }: Span): { begin_date: string; end_date: string } {
  return { begin_date: wireTime(begin), end_date: wireTime(new Date(end.getTime() - SECOND_MS)) }
}

/** A report in the list includes the second it ends with. */
export function fromWireSpan(begin: unknown, end: unknown): Span | null {
  const [first, last] = [begin, end].map((text) => Date.parse(typeof text === "string" ? text : ""))
  return first === undefined || last === undefined || !(first < last)
    ? null
    : { begin: new Date(first), end: new Date(last + SECOND_MS) }
}

function wireTime(instant: Date): string {
  return instant.toISOString().replace(/\.\d{3}Z$/, "Z")
}
