import { BrandedError } from "../errors/branded-error"

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number

/** A calendar day, as the number of days since 1970-01-01. */
export type CivilDay = number

export const HOUR_MS = 3_600_000
export const DAY_MS = 24 * HOUR_MS

/** The IANA zone. */
export const LIMA = "America/Lima"
/** Peru has not moved its clocks since 1994: UTC−05:00 all year. */
export const LIMA_OFFSET_MS = -5 * HOUR_MS

/** The day that it is in Lima at an instant. */
export function limaDay(instant: Instant): CivilDay {
  return Math.floor((instant + LIMA_OFFSET_MS) / DAY_MS)
}

/** The hour of the day in Lima, 0 to 23. */
export function limaHour(instant: Instant): number {
  return Math.floor((instant + LIMA_OFFSET_MS - limaDay(instant) * DAY_MS) / HOUR_MS)
}

/** The instant at which a day begins in Lima. */
export function limaMidnight(day: CivilDay): Instant {
  return day * DAY_MS - LIMA_OFFSET_MS
}

/** Noon of a day in Lima: an instant that is on that day whatever the cut-off hour. */
export function limaNoon(day: CivilDay): Instant {
  return limaMidnight(day) + 12 * HOUR_MS
}

/** Lima's day of an instant as `YYYY-MM-DD`. */
export function limaDate(instant: Instant): string {
  return formatDay(limaDay(instant))
}

/** `YYYY-MM-DD`. */
export function formatDay(day: CivilDay): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10)
}

/** A text that is not a day of the calendar. */
export class DayFormatError extends BrandedError {
  constructor(found: string) {
    super(`Day ${JSON.stringify(found)} cannot be read: expected a calendar day as YYYY-MM-DD`)
  }
}

/** @throws DayFormatError for other forms and for days that do not exist, such as 2026-02-31. */
export function parseDay(text: string): CivilDay {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN
  // PostgreSQL knows no year 0.
  if (Number.isNaN(time) || formatDay(time / DAY_MS) !== text || text.startsWith("0000")) {
    throw new DayFormatError(text)
  }
  return time / DAY_MS
}

/** Year of a day. */
export function yearOf(day: CivilDay): number {
  return new Date(day * DAY_MS).getUTCFullYear()
}

/** 0 is Sunday. */
export function weekdayOf(day: CivilDay): number {
  return (((day + 4) % 7) + 7) % 7
}
