import { gregorianEaster } from "date-easter"
import { DAY_MS } from "./lima"

/**
 * Peru's national holidays (Decreto Legislativo 713 with the laws named below). The full holiday
 * library, date-holidays, weighs more than the whole budget of this plugin, so it serves as a
 * development dependency: a test compares this table with it, year by year.
 */
const FIXED: readonly { month: number; day: number; since?: number }[] = [
  { month: 1, day: 1 },
  { month: 5, day: 1 },
  /** Ley 31788. */
  { month: 6, day: 7, since: 2024 },
  { month: 6, day: 29 },
  /** Ley 31822. */
  { month: 7, day: 23, since: 2023 },
  { month: 7, day: 28 },
  { month: 7, day: 29 },
  /** Ley 31530. */
  { month: 8, day: 6, since: 2022 },
  { month: 8, day: 30 },
  { month: 10, day: 8 },
  { month: 11, day: 1 },
  { month: 12, day: 8 },
  /** Ley 31381. */
  { month: 12, day: 9, since: 2022 },
  { month: 12, day: 25 },
]

/** Maundy Thursday, Good Friday, Easter Sunday: days after Easter Sunday. */
const EASTER_OFFSETS = [-3, -2, 0]

/** National holidays of a year as days since 1970-01-01 (see `lima.ts`). */
export function peruHolidays(year: number): number[] {
  const fixed = FIXED.filter(({ since }) => since === undefined || year >= since).map(
    ({ month, day }) => Date.UTC(year, month - 1, day) / DAY_MS,
  )
  const easter = gregorianEaster(year)
  const easterDay = Date.UTC(easter.year, easter.month - 1, easter.day) / DAY_MS
  return [...fixed, ...EASTER_OFFSETS.map((offset) => easterDay + offset)]
}
