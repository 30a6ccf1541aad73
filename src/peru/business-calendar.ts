import { limaDay, limaHour, parseDay, weekdayOf, yearOf, type CivilDay, type Instant } from "./lima"
import { MAX_CACHED_DUE_DAYS, MAX_DUE_BUSINESS_DAYS } from "./limits"
import { peruHolidays } from "./holidays"

export interface BusinessCalendarOptions {
  /** Further days off as `YYYY-MM-DD`: half-year decrees, bank closures, regional days. */
  extraHolidays?: readonly string[]
  /** Days that are worked although they are a weekend or a holiday, as `YYYY-MM-DD`. */
  workingDays?: readonly string[]
  /** From this hour of Lima on (0 to 23), a payment counts as the next day's. */
  cutOffHour?: number
}

/** Peru's business days: Monday to Friday without national holidays, all in Lima's civil days. */
export interface BusinessCalendar {
  isBusinessDay(day: CivilDay): boolean
  /**
   * The last day on which something of `instant` is in time at T+`businessDays`: that many business
   * days after the day of `instant` in Lima. T+0 on a day off is the next business day.
   * @throws RangeError when `businessDays` is no integer from 0 to 60.
   */
  dueDay(instant: Instant, businessDays: number): CivilDay
}

const SUNDAY = 0
const SATURDAY = 6
const HOURS_A_DAY = 24

function checkCutOffHour(hour: number | undefined): void {
  if (hour !== undefined && !(Number.isInteger(hour) && hour >= 0 && hour < HOURS_A_DAY)) {
    throw new RangeError(`cutOffHour is ${hour}: expected a whole hour from 0 to 23`)
  }
}

function checkTerm(businessDays: number): void {
  const inRange = businessDays >= 0 && businessDays <= MAX_DUE_BUSINESS_DAYS
  if (!Number.isInteger(businessDays) || !inRange) {
    throw new RangeError(
      `A term of ${businessDays} business days: expected a whole number from 0 to ${MAX_DUE_BUSINESS_DAYS}`,
    )
  }
}

/** @throws DayFormatError for a day that does not exist; RangeError for a wrong cut-off hour. */
export function createBusinessCalendar(options: BusinessCalendarOptions = {}): BusinessCalendar {
  checkCutOffHour(options.cutOffHour)
  const cutOffHour = options.cutOffHour ?? HOURS_A_DAY
  const extra = new Set((options.extraHolidays ?? []).map(parseDay))
  const worked = new Set((options.workingDays ?? []).map(parseDay))
  const holidaysOfYear = new Map<number, Set<CivilDay>>()
  const dueDays = new Map<number, CivilDay>()

  function isHoliday(day: CivilDay): boolean {
    const year = yearOf(day)
    let holidays = holidaysOfYear.get(year)
    if (holidays === undefined) {
      holidays = new Set(peruHolidays(year))
      holidaysOfYear.set(year, holidays)
    }
    return holidays.has(day)
  }

  function isBusinessDay(day: CivilDay): boolean {
    if (worked.has(day)) {
      return true
    }
    const weekday = weekdayOf(day)
    return weekday !== SUNDAY && weekday !== SATURDAY && !extra.has(day) && !isHoliday(day)
  }

  function countBusinessDays(from: CivilDay, businessDays: number): CivilDay {
    let day = from
    for (let counted = 0; counted < businessDays;) {
      day += 1
      counted += isBusinessDay(day) ? 1 : 0
    }
    while (!isBusinessDay(day)) {
      day += 1
    }
    return day
  }

  function dueDay(instant: Instant, businessDays: number): CivilDay {
    checkTerm(businessDays)
    const start = limaDay(instant) + (limaHour(instant) >= cutOffHour ? 1 : 0)
    const memoKey = start * (MAX_DUE_BUSINESS_DAYS + 1) + businessDays
    const known = dueDays.get(memoKey)
    if (known !== undefined) {
      return known
    }
    if (dueDays.size >= MAX_CACHED_DUE_DAYS) {
      dueDays.clear()
    }
    const due = countBusinessDays(start, businessDays)
    dueDays.set(memoKey, due)
    return due
  }

  return { isBusinessDay, dueDay }
}
