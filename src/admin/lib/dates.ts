export const TIME_ZONES = ["America/Lima", "browser", "Asia/Shanghai"] as const
export type TimeZoneChoice = (typeof TIME_ZONES)[number]

export const LIMA_ZONE: TimeZoneChoice = "America/Lima"

const LOCALES: Record<string, string> = { es: "es-PE", en: "en", zhCN: "zh-CN" }

/** The locale by which an admin language writes dates; other languages as English does. */
export function localeOf(language: string): string {
  return LOCALES[language] ?? "en"
}

/** The IANA name of a choice. */
export function zoneName(choice: TimeZoneChoice): string {
  return choice === "browser" ? Intl.DateTimeFormat().resolvedOptions().timeZone : choice
}

export interface DateStyle {
  language: string
  zone: TimeZoneChoice
}

export function formatDateTime(iso: string, { language, zone }: DateStyle): string {
  return new Intl.DateTimeFormat(localeOf(language), {
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone: zoneName(zone),
  }).format(new Date(iso))
}

export function formatDate(iso: string, { language, zone }: DateStyle): string {
  return new Intl.DateTimeFormat(localeOf(language), {
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: zoneName(zone),
  }).format(new Date(iso))
}

/** A day that is no instant, `2026-10-12`: the same day in every zone. */
export function dayText(day: string, language: string): string {
  return formatDate(`${day}T12:00:00Z`, { language, zone: "America/Lima" })
}

/** A month, `2026-10`. */
export function formatMonth(month: string, language: string): string {
  return new Intl.DateTimeFormat(localeOf(language), {
    month: "long",
    year: "numeric",
    timeZone: LIMA_ZONE,
  }).format(new Date(`${month}-15T12:00:00Z`))
}

/** The same without its year, for the axis of a chart. */
export function formatShortDay(day: string, language: string): string {
  return new Intl.DateTimeFormat(localeOf(language), {
    day: "numeric",
    month: "short",
    timeZone: LIMA_ZONE,
  }).format(new Date(`${day}T12:00:00Z`))
}

const STEPS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
]

/** `in 3 hours`, `2 days ago`. */
export function formatRelative(iso: string, language: string, now: number): string {
  const seconds = Math.round((new Date(iso).getTime() - now) / 1000)
  const format = new Intl.RelativeTimeFormat(localeOf(language), { numeric: "auto" })
  for (const [unit, size] of STEPS) {
    if (Math.abs(seconds) >= size) return format.format(Math.trunc(seconds / size), unit)
  }
  return format.format(0, "minute")
}

/** The first moment of a civil day in Lima (UTC−5 all year). */
export function startOfLimaDay(day: string): string {
  return `${day}T05:00:00.000Z`
}

/** Lima's civil day of an instant. */
export function limaDayOf(instant: Date): string {
  return new Date(instant.getTime() - 5 * 3_600_000).toISOString().slice(0, 10)
}

/** First and last day of the month before `day`'s. */
export function monthBefore(day: string): { from: string; to: string } {
  const to = addDays(`${day.slice(0, 7)}-01`, -1)
  return { from: `${to.slice(0, 7)}-01`, to }
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
