import type { RowReason } from "../reasons"
import { explainDate, parseInstant, type DateFormat } from "./instant"
import type { ZoneClock } from "./zone"

/** `NaN` stands for "can't be read". */
const UNREADABLE = Number.NaN

/** Three letters tell a month's name, in Spanish (`set.` is Peru's) and in English. */
const MONTHS = [
  ["ene", "jan"],
  ["feb"],
  ["mar"],
  ["abr", "apr"],
  ["may"],
  ["jun"],
  ["jul"],
  ["ago", "aug"],
  ["set", "sep"],
  ["oct"],
  ["nov"],
  ["dic", "dec"],
]

const DAY = String.raw`(?<a>\d{1,4})(?<mark>[-/.])(?<b>\d{1,2})\k<mark>(?<c>\d{4}|\d{1,2})`
const NAMED_DAY = String.raw`(?<day>\d{1,2})(?:[-/ .]| de )(?<month>[a-z]{3,10})\.?(?:[-/ ]| del? )(?<year>\d{4}|\d{2})`
const TIME = String.raw`(?<hour>\d{1,2}):(?<minute>\d{2})(?<rest>(?::\d{2}(?:[.,]\d{1,9})?)?)(?: ?(?<half>[ap])\.? ?m\.?)?`
const WRITTEN = new RegExp(
  `^(?:${DAY}|${NAMED_DAY})(?:(?:,? | - |t)${TIME}(?<offset>z|[+-]\\d{2}:?\\d{2})?)?$`,
)

/** What is known about the order of day and month in the dates of one file. */
export interface DayOrder {
  /** A date was seen that exists only the other way round; then no other one is guessed. */
  contradicted: boolean
}

/**
 * Reads a date as people and their programs write it: `20/11/2026 9:05`, `5/11/2026 9:05:07 p. m.`,
 * `20-nov-26`. Of two numbers below 13 the first is the day, as in Peru, unless the format says
 * otherwise; a year of two digits is read where no other reading comes near.
 * @returns milliseconds since 1970 UTC, or `NaN`
 */
export function readReportInstant(
  cell: string,
  format: DateFormat,
  zone: ZoneClock,
  order: DayOrder,
): number {
  const exact = parseInstant(cell, format, zone)
  if (exact === exact) return exact
  const text = isoText(cell, format, order)
  return text === null || text === "ambiguous" ? UNREADABLE : parseInstant(text, "iso", zone)
}

/** What `readReportInstant` would have accepted. */
export function explainReportDate(cell: string, format: DateFormat, order: DayOrder): RowReason {
  return isoText(cell, format, order) === "ambiguous"
    ? { code: "date_ambiguous", values: { example: "2026-10-07" } }
    : explainDate(format)
}

function isoText(cell: string, format: DateFormat, order: DayOrder): string | "ambiguous" | null {
  const found = WRITTEN.exec(plainForm(cell))?.groups
  if (found === undefined) return null
  const day = dayOf(found, format, order)
  const time = timeOf(found)
  if (day === null || day === "ambiguous") return day
  return time === null ? null : `${day}${time}`
}

function plainForm(cell: string): string {
  return cell
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, "")
    .trim()
    .toLowerCase()
    .replace(/\s+/g, " ")
}

type Found = Record<string, string | undefined>

function dayOf(found: Found, format: DateFormat, order: DayOrder): string | "ambiguous" | null {
  const { a, b = "", c = "", month } = found
  if (month !== undefined) return namedDay(found)
  if (a === undefined || a.length === 3) return null
  if (a.length === 4) return c.length <= 2 ? padded(a, b, c) : null
  const [day, inMonth] = format === "MM/dd/yyyy" ? [b, a] : [a, b]
  if (Number(inMonth) > 12 && Number(day) <= 12) order.contradicted = true
  if (order.contradicted && Number(day) <= 12 && Number(inMonth) <= 12 && day !== inMonth) {
    return "ambiguous"
  }
  return withYear(day, inMonth, c, a)
}

function namedDay({ day = "", month = "", year = "" }: Found): string | "ambiguous" | null {
  const at = MONTHS.findIndex((names) => names.some((name) => month.startsWith(name)))
  return at < 0 ? null : withYear(day, String(at + 1), year, day)
}

/** Of a year in two digits, the number at the beginning may be the year instead. */
function withYear(
  day: string,
  month: string,
  year: string,
  first: string,
): string | "ambiguous" | null {
  if (year.length === 4) return padded(year, month, day)
  if (year.length !== 2) return null
  const apart = Math.abs(Number(first) - Number(year))
  return apart === 1 ? "ambiguous" : padded(`20${year}`, month, day)
}

function padded(year: string, month: string, day: string): string {
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`
}

/** As ISO 8601 has it; empty for a date alone. */
function timeOf({ hour, minute = "", rest = "", half, offset = "" }: Found): string | null {
  if (hour === undefined) return ""
  const hours = half === undefined ? Number(hour) : hourOfDay(Number(hour), half === "p")
  return hours === null ? null : `T${String(hours).padStart(2, "0")}:${minute}${rest}${offset}`
}

/** 12 a. m. is midnight; some programs write 15:30 p. m. */
function hourOfDay(hour: number, afternoon: boolean): number | null {
  if (!afternoon) return hour > 12 ? null : hour % 12
  if (hour === 0) return null
  return hour < 12 ? hour + 12 : hour
}
