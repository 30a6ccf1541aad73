import { HOUR_MS, limaDay, limaMidnight, type Instant } from "./lima"

/** `hours`: to the second; `end-of-day`: the last second of the day in Lima on which the hours end. */
export type DeadlineKind = "hours" | "end-of-day"

const SECOND_MS = 1_000

/**
 * Until when a code that is issued now can be paid. With `end-of-day` it is 23:59:59 in Lima, never
 * earlier than `hours` from now and less than a day later; a gateway may still cut it short.
 * @param hours from issue, 1 or more
 */
export function paymentDeadline(now: Instant, hours: number, kind: DeadlineKind): Instant {
  const end = now + hours * HOUR_MS
  return kind === "hours" ? end : limaMidnight(limaDay(end) + 1) - SECOND_MS
}

/** The longest that a code may be payable, in hours. */
export function longestDeadlineHours(hours: number, kind: DeadlineKind): number {
  return kind === "hours" ? hours : hours + 24
}
