import { addDays, limaDayOf, startOfLimaDay } from "./dates"

/** Periods to choose from, in Lima's days with today. */
export const PERIOD_DAYS = ["7", "30", "90"] as const

/** The filter `from the start of that day on`, or none. */
export function since(days: string | undefined, now: Date) {
  if (!days || !/^\d{1,3}$/.test(days)) return undefined
  return { $gte: startOfLimaDay(addDays(limaDayOf(now), 1 - Number(days))) }
}
