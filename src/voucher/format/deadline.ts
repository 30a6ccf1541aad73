import { LIMA_OFFSET_MS } from "../../peru/lima"

export type VoucherLanguage = "es" | "en"

const WEEKDAYS = {
  es: ["domingo", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado"],
  en: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
} as const

const ENGLISH_MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const

/**
 * An instant in Lima's time, as a voucher says it: `jueves 12/12/2019 a las 03:10 p. m.`, and in
 * English, where day and month could be taken for each other, `Thursday 12 December 2019 at 03:10 p.m.`
 * Seconds are dropped, never rounded up: a shopper must not read a later deadline than the real one.
 *
 * @throws RangeError when the date is invalid
 */
export function formatLimaDateTime(instant: Date, language: VoucherLanguage): string {
  if (Number.isNaN(instant.getTime())) {
    throw new RangeError("date: found an invalid Date, expected an instant")
  }
  const lima = new Date(instant.getTime() + LIMA_OFFSET_MS)
  const weekday = WEEKDAYS[language][lima.getUTCDay()] as string
  const hour = twoDigits(lima.getUTCHours() % 12 || 12)
  const minute = twoDigits(lima.getUTCMinutes())
  const afternoon = lima.getUTCHours() >= 12
  const day = lima.getUTCDate()
  const month = lima.getUTCMonth()
  const year = lima.getUTCFullYear()
  if (language === "en") {
    return `${weekday} ${day} ${ENGLISH_MONTHS[month]} ${year} at ${hour}:${minute} ${afternoon ? "p.m." : "a.m."}`
  }
  return `${weekday} ${twoDigits(day)}/${twoDigits(month + 1)}/${year} a las ${hour}:${minute} ${afternoon ? "p. m." : "a. m."}`
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0")
}
