import { FIRST_YEAR, LAST_YEAR } from "../limits"
import type { RowReason } from "../reasons"
import type { ZoneClock } from "./zone"

/** How a format writes dates; ISO 8601 is understood beside each of the others. */
export const DATE_FORMATS = ["iso", "dd/MM/yyyy", "MM/dd/yyyy", "yyyy/MM/dd"] as const
export type DateFormat = (typeof DATE_FORMATS)[number]

/** `NaN` stands for "can't be read". */
const UNREADABLE = Number.NaN

const ZERO = 48
const NINE = 57
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/**
 * Reads a date, with or without time, into milliseconds since 1970 UTC. A date alone is midnight.
 * Without an offset it is the local time of `zone`. Fixed positions: this runs for every row.
 * @returns `NaN` for anything else, for days that don't exist, and for years outside the limits.
 */
export function parseInstant(cell: string, format: DateFormat, zone: ZoneClock): number {
  const text = cell.trim()
  if (text.length < 10) return UNREADABLE
  if (text.charCodeAt(4) === 45) return withTime(text, dayOf(text, 0, 5, 8), true, zone)
  if (format === "iso") return UNREADABLE
  const mark = text[format === "yyyy/MM/dd" ? 4 : 2]
  if (mark !== "/" && mark !== "-" && mark !== ".") return UNREADABLE
  if (text[format === "yyyy/MM/dd" ? 7 : 5] !== mark) return UNREADABLE
  if (format === "yyyy/MM/dd") return withTime(text, dayOf(text, 0, 5, 8), false, zone)
  if (format === "dd/MM/yyyy") return withTime(text, dayOf(text, 6, 3, 0), false, zone)
  return withTime(text, dayOf(text, 6, 0, 3), false, zone)
}

function dayOf(text: string, yearAt: number, monthAt: number, dayAt: number): number {
  const year = twoDigits(text, yearAt) * 100 + twoDigits(text, yearAt + 2)
  const month = twoDigits(text, monthAt)
  const day = twoDigits(text, dayAt)
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12)) return UNREADABLE
  if (!(day >= 1 && day <= daysIn(year, month))) return UNREADABLE
  return Date.UTC(year, month - 1, day)
}

function daysIn(year: number, month: number): number {
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return leap ? 29 : (DAYS[month - 1] ?? 0)
}

function withTime(text: string, day: number, iso: boolean, zone: ZoneClock): number {
  if (day !== day || (iso && text.charCodeAt(7) !== 45)) return UNREADABLE
  if (text.length === 10) return zone(day)
  const between = text[10]
  if (between !== " " && !(iso && (between === "T" || between === "t"))) return UNREADABLE
  const hour = twoDigits(text, 11)
  const minute = twoDigits(text, 14)
  if (text[13] !== ":" || !(hour <= 23) || !(minute <= 59)) return UNREADABLE
  return withSeconds(text, day + (hour * 60 + minute) * 60_000, iso, zone)
}

function withSeconds(text: string, minuteMs: number, iso: boolean, zone: ZoneClock): number {
  if (text[16] !== ":") return withOffset(text, 16, minuteMs, iso, zone)
  const second = twoDigits(text, 17)
  if (!(second <= 59)) return UNREADABLE
  let at = 19
  let ms = 0
  if (text[19] === "." || text[19] === ",") {
    at = 20
    for (let weight = 100; isDigit(text, at); at += 1, weight = Math.floor(weight / 10)) {
      ms += (text.charCodeAt(at) - ZERO) * weight
    }
    if (at === 20) return UNREADABLE
  }
  return withOffset(text, at, minuteMs + second * 1000 + ms, iso, zone)
}

function withOffset(text: string, at: number, wall: number, iso: boolean, zone: ZoneClock): number {
  if (at === text.length) return zone(wall)
  if (!iso) return UNREADABLE
  const sign = text[at]
  if (sign === "Z" || sign === "z") return at + 1 === text.length ? wall : UNREADABLE
  if (sign !== "+" && sign !== "-") return UNREADABLE
  const colon = text[at + 3] === ":" ? 1 : 0
  const hours = twoDigits(text, at + 1)
  const minutes = text.length === at + 3 ? 0 : twoDigits(text, at + 3 + colon)
  const end = text.length === at + 3 ? at + 3 : at + 5 + colon
  if (end !== text.length || !(hours <= 14) || !(minutes <= 59)) return UNREADABLE
  const offset = (hours * 60 + minutes) * 60_000
  return sign === "-" ? wall + offset : wall - offset
}

/** `NaN` unless two digits stand there. */
function twoDigits(text: string, at: number): number {
  if (!isDigit(text, at) || !isDigit(text, at + 1)) return UNREADABLE
  return (text.charCodeAt(at) - ZERO) * 10 + text.charCodeAt(at + 1) - ZERO
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= ZERO && code <= NINE
}

/** What `parseInstant` would have accepted. */
export function explainDate(format: DateFormat): RowReason {
  return format === "iso"
    ? { code: "no_date", values: { example: "2026-10-07T12:00:00-05:00" } }
    : { code: "no_date_in_format", values: { format: `${format} HH:mm:ss` } }
}
