import type { DateLanguage } from "./deadline"

const DAYS = { es: ["día", "días"], en: ["day", "days"], zh: ["天", "天"] } as const

/**
 * A remaining time in words short enough to stand beside a code: `1 día 3 h 20 min`, and with seconds
 * in the last day, `3 h 20 min 05 s`. Never negative.
 */
export function formatTimeLeft(milliseconds: number, dayNames: readonly [string, string]): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000))
  const days = Math.floor(seconds / 86_400)
  const hours = Math.floor(seconds / 3_600) % 24
  const minutes = Math.floor(seconds / 60) % 60
  if (days > 0) return `${days} ${dayNames[days === 1 ? 0 : 1]} ${hours} h ${minutes} min`
  const rest = `${minutes} min ${String(seconds % 60).padStart(2, "0")} s`
  return hours > 0 ? `${hours} h ${rest}` : rest
}

/** The words for one day and for several. */
export function dayNames(language: DateLanguage): readonly [string, string] {
  return DAYS[language]
}
