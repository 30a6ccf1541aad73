import { LIMA_OFFSET_MS } from "../../peru/lima"

export type VoucherLanguage = "es" | "en"

/** Dates are also written for storefronts in Chinese. */
export type DateLanguage = VoucherLanguage | "zh"

const WEEKDAYS = {
  es: ["domingo", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado"],
  en: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
  zh: ["星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六"],
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
 * English, where day and month could be taken for each other, `Thursday 12 December 2019 at 03:10 p.m.`,
 * in Chinese `2019年12月12日（星期四）15:10`.
 * Seconds are dropped, never rounded up: a shopper must not read a later deadline than the real one.
 *
 * @throws RangeError when the date is invalid
 */
export function formatLimaDateTime(instant: Date, language: DateLanguage): string {
  const day = formatDayInLima(instant, language)
  const lima = new Date(instant.getTime() + LIMA_OFFSET_MS)
  const hour = twoDigits(lima.getUTCHours() % 12 || 12)
  const minute = twoDigits(lima.getUTCMinutes())
  const afternoon = lima.getUTCHours() >= 12
  if (language === "zh") return `${day}${twoDigits(lima.getUTCHours())}:${minute}`
  if (language === "en") return `${day} at ${hour}:${minute} ${afternoon ? "p.m." : "a.m."}`
  return `${day} a las ${hour}:${minute} ${afternoon ? "p. m." : "a. m."}`
}

/**
 * The day that an instant is on in Lima: `jueves 12/12/2019`, `Thursday 12 December 2019`,
 * `2019年12月12日（星期四）`.
 *
 * @throws RangeError when the date is invalid
 */
export function formatDayInLima(instant: Date, language: DateLanguage): string {
  if (Number.isNaN(instant.getTime())) {
    throw new RangeError("date: found an invalid Date, expected an instant")
  }
  const lima = new Date(instant.getTime() + LIMA_OFFSET_MS)
  const weekday = WEEKDAYS[language][lima.getUTCDay()] as string
  const day = lima.getUTCDate()
  const month = lima.getUTCMonth()
  const year = lima.getUTCFullYear()
  if (language === "zh") return `${year}年${month + 1}月${day}日（${weekday}）`
  if (language === "en") return `${weekday} ${day} ${ENGLISH_MONTHS[month]} ${year}`
  return `${weekday} ${twoDigits(day)}/${twoDigits(month + 1)}/${year}`
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0")
}
