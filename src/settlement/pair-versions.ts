import { limaDay, limaMidnight } from "../peru/lima"
import type { ReportLine } from "./settlement-line"

const MINUTE_MS = 60_000

/** What two rows are compared by. */
export interface RowVersion extends Omit<ReportLine, "lineNumber" | "cip" | "fingerprint"> {
  id: string
}

export interface VersionPair {
  poorer: string
  better: string
}

/** How one field of two rows compares: `null` where they contradict each other. */
type Comparison = "equal" | "less" | "more" | null

/**
 * Which rows of two reports are one row, told once more and better: by a program that cuts seconds
 * or the time of day off, or before a column was filled. The better one says all that the poorer
 * says, and more. Rows that contradict each other are two, and so are rows of one report.
 * Each row is in one pair at most; the first comes first.
 */
export function pairVersions(
  known: readonly RowVersion[],
  added: readonly RowVersion[],
): VersionPair[] {
  const free = [...known]
  return added.flatMap((row) => {
    const at = free.findIndex((other) => compareVersions(other, row) !== null)
    const [other] = at < 0 ? [] : free.splice(at, 1)
    if (!other) return []
    return compareVersions(other, row) === "less"
      ? { poorer: other.id, better: row.id }
      : { poorer: row.id, better: other.id }
  })
}

/**
 * Whether `a` says less or more than `b` of the same row; null when they are two rows, or each says
 * what the other does not.
 */
export function compareVersions(a: RowVersion, b: RowVersion): Comparison {
  if (!isSameMovement(a, b)) return null
  const comparisons: Comparison[] = [
    compareTold(a.externalReference, b.externalReference),
    compareTold(a.feeCentimos, b.feeCentimos),
    compareTold(a.netCentimos, b.netCentimos),
    compareTold(a.payoutId, b.payoutId),
    compareTold(a.settlementCurrency, b.settlementCurrency),
    compareTold(a.fxRate, b.fxRate),
    compareTimes(a.createdAt, b.createdAt, cutToMinute),
    compareTimes(a.creditedAt, b.creditedAt, cutToMinute, cutToDay),
  ]
  if (comparisons.includes(null)) return null
  const tellsLess = comparisons.includes("less")
  const tellsMore = comparisons.includes("more")
  if (tellsLess && tellsMore) return null
  return tellsLess ? "less" : tellsMore ? "more" : "equal"
}

function isSameMovement(a: RowVersion, b: RowVersion): boolean {
  const name = a.paymentId ?? a.externalReference
  return (
    name !== null &&
    name === (a.paymentId === null ? b.externalReference : b.paymentId) &&
    (a.paymentId === null) === (b.paymentId === null) &&
    a.type === b.type &&
    a.status === b.status &&
    a.currency === b.currency &&
    a.amountCentimos === b.amountCentimos
  )
}

function compareTold<T>(a: T | null, b: T | null): Comparison {
  if (a === b) return "equal"
  if (a === null) return "less"
  return b === null ? "more" : null
}

type Cut = (ms: number) => number

/** A time says less than another when it is what is left of it after a cut. */
function compareTimes(a: Date | null, b: Date | null, ...cuts: Cut[]): Comparison {
  if (a === null || b === null) return compareTold(a, b)
  const [one, other] = [a.getTime(), b.getTime()]
  if (one === other) return "equal"
  if (cuts.some((cut) => cut(other) === one)) return "less"
  return cuts.some((cut) => cut(one) === other) ? "more" : null
}

function cutToMinute(ms: number): number {
  return Math.floor(ms / MINUTE_MS) * MINUTE_MS
}

function cutToDay(ms: number): number {
  return limaMidnight(limaDay(ms))
}
