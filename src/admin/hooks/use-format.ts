import { useMemo } from "react"
import {
  formatDate,
  formatDateTime,
  dayText,
  formatMonth,
  formatRelative,
  formatShortDay,
} from "../lib/dates"
import { useText } from "./use-text"
import { useTimeZone } from "./use-time-zone"

/** Dates in the admin's language and the chosen time zone. */
export function useFormat() {
  const { language } = useText()
  const [zone] = useTimeZone()
  return useMemo(
    () => ({
      dateTime: (iso: string) => formatDateTime(iso, { language, zone }),
      date: (iso: string) => formatDate(iso, { language, zone }),
      day: (day: string) => dayText(day, language),
      month: (month: string) => formatMonth(month, language),
      shortDay: (day: string) => formatShortDay(day, language),
      relative: (iso: string) => formatRelative(iso, language, Date.now()),
    }),
    [language, zone],
  )
}
