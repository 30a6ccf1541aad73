import type { Instant } from "./facts"
import { BrandedError } from "../errors/branded-error"

/** A calendar day, as the number of days since 1970-01-01. */
export type CivilDay = number

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000
/** Peru is UTC−5 all year and has no daylight saving time. */
const LIMA_OFFSET_MS = -5 * HOUR_MS

/** The day that it is in Lima at an instant. */
export function limaDay(instant: Instant): CivilDay {
  return Math.floor((instant + LIMA_OFFSET_MS) / DAY_MS)
}

/** The hour of the day in Lima, 0 to 23. */
export function limaHour(instant: Instant): number {
  return Math.floor((instant + LIMA_OFFSET_MS - limaDay(instant) * DAY_MS) / HOUR_MS)
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
  if (Number.isNaN(time) || formatDay(time / DAY_MS) !== text) {
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
