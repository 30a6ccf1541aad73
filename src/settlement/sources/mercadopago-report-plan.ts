import { DAY_MS } from "../../peru/lima"
import { MAX_MERCADOPAGO_REPORT_DAYS } from "../limits"
import type { TakenFile } from "./source"

const SECOND_MS = 1_000
/** Mercado Pago counts its days at −04:00. */
const OFFSET_MS = 4 * 60 * 60 * SECOND_MS

/** From `begin` up to, but not including, `end`. */
export interface Span {
  begin: Date
  end: Date
}

/** The last whole days of Mercado Pago's before `now`: today is not over yet. */
export function lastDays(now: Date, days: number): Span {
  const today = dayBegin(now)
  return { begin: new Date(today - days * DAY_MS), end: new Date(today) }
}

/**
 * What of `wanted` no report covers yet, oldest first, in whole days (Mercado Pago refuses a shorter
 * span) and in pieces of at most 60. Days after a downtime come out as one piece.
 */
export function missingSpans(wanted: Span, covered: Span[]): Span[] {
  return joined(gapsIn(wanted, covered).map(widened)).flatMap(inPieces)
}

/**
 * The days that a listed report answers for. One made before its last day was over answers for the
 * days before; one that can't be read for none, nor does an empty one that was made within a day of
 * its end, because its movements may have come later.
 */
export function coveredBy(
  { begin, end, createdAt }: Span & { createdAt: Date | null },
  taken: TakenFile | undefined,
): Span[] {
  const made = createdAt?.getTime() ?? Infinity
  if (taken?.isUnusable || (taken?.isEmpty && made < end.getTime() + DAY_MS)) return []
  const last = made < end.getTime() ? new Date(dayBegin(new Date(made))) : end
  return last > begin ? [{ begin, end: last }] : []
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

function widened({ begin, end }: Span): Span {
  const last = new Date(end.getTime() - 1)
  return { begin: new Date(dayBegin(begin)), end: new Date(dayBegin(last) + DAY_MS) }
}

/** Two gaps of one day are asked for once. */
function joined(spans: Span[]): Span[] {
  const whole: Span[] = []
  for (const span of spans) {
    const before = whole.at(-1)
    if (before && span.begin <= before.end) before.end = span.end
    else whole.push({ ...span })
  }
  return whole
}

function dayBegin(instant: Date): number {
  const local = instant.getTime() - OFFSET_MS
  return local - (((local % DAY_MS) + DAY_MS) % DAY_MS) + OFFSET_MS
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
