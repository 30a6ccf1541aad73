/** Peru keeps UTC-5 all year: no daylight saving since 1994. */
const LIMA_OFFSET_MS = 5 * 60 * 60 * 1_000
const VENDOR_DATE = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}:\d{2})(Z|[+-]\d{2}:?\d{2})$/
const WEEKDAYS = ["Domingo", "Lunes", "Martes", "Miércoles", "Jueves", "Viernes", "Sábado"]

/** What the vendor's search answers where something has not happened. */
export const NEVER = "1900-01-01T00:00:00-05:00"

interface LimaParts {
  year: string
  month: string
  day: string
  time: string
}

function limaIso(instant: Date): string {
  return new Date(instant.getTime() - LIMA_OFFSET_MS).toISOString().slice(0, 19)
}

function limaParts(instant: Date): LimaParts {
  const [date = "", time = ""] = limaIso(instant).split("T")
  const [year = "", month = "", day = ""] = date.split("-")
  return { year, month, day, time }
}

/** `2025-01-15T10:30:00-05:00`, the form of all dates in the vendor's JSON. */
export function formatVendorDate(instant: Date): string {
  return `${limaIso(instant)}-05:00`
}

export function formatVendorDateOrNever(instant: Date | null): string {
  return instant ? formatVendorDate(instant) : NEVER
}

/** `15/01/2025 10:30:00`, the form of the portal's files. */
export function formatPortalDate(instant: Date): string {
  const { year, month, day, time } = limaParts(instant)
  return `${day}/${month}/${year} ${time}`
}

/** `2025-01-15`: Lima's day, used in file names and payout ids. */
export function formatLimaDay(instant: Date): string {
  return limaIso(instant).slice(0, 10)
}

/** `Jueves 12/12/2019 - 03:10 PM`, the form of the hosted page. */
export function formatPageDate(instant: Date): string {
  const { year, month, day, time } = limaParts(instant)
  const weekday = WEEKDAYS[new Date(`${year}-${month}-${day}T00:00:00Z`).getUTCDay()] ?? ""
  const hour = Number(time.slice(0, 2))
  const twelve = String(hour % 12 === 0 ? 12 : hour % 12).padStart(2, "0")
  return `${weekday} ${day}/${month}/${year} - ${twelve}:${time.slice(3, 5)} ${hour < 12 ? "AM" : "PM"}`
}

/**
 * Reads a date as clients send it: with `T` or a space, with or without a colon in the offset
 * (both seen in the vendor's own samples). Null when it is no such date or no day of the calendar.
 */
export function parseVendorDate(text: string): Date | null {
  const match = VENDOR_DATE.exec(text)
  if (!match) {
    return null
  }
  const [, day = "", time = "", offset = ""] = match
  const wall = new Date(`${day}T${time}Z`)
  if (Number.isNaN(wall.getTime()) || wall.toISOString().slice(0, 10) !== day) {
    return null
  }
  const colon = offset === "Z" ? offset : `${offset.slice(0, 3)}:${offset.slice(-2)}`
  const instant = new Date(`${day}T${time}${colon}`)
  return Number.isNaN(instant.getTime()) ? null : instant
}
