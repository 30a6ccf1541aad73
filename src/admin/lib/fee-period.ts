import { addDays } from "./dates"

export type FeeGrouping = "month" | "day"

const DAYS = 31
const MONTHS = 12
/** A report names the day of crediting some days ahead. */
const DAYS_AHEAD = 7

/** What to ask for: the last days or months, and the next few days. */
export function feePeriod(by: FeeGrouping, today: string) {
  const to = addDays(today, DAYS_AHEAD)
  return { from: by === "day" ? addDays(today, 1 - DAYS) : firstMonth(to), to, by }
}

/** The first day of the `MONTHS` that end with `day`'s. */
function firstMonth(day: string): string {
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - MONTHS
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}-01`
}
