import { LIMA_OFFSET_MS } from "../../../peru/lima"

const DAY = /^\d{4}-\d{2}-\d{2}$/

/**
 * What Lima's calendar and clock show at an instant, as if they were UTC's: files know no zones. A
 * day without an hour is itself.
 */
export function limaWallClock(value: string): Date {
  return DAY.test(value)
    ? new Date(`${value}T00:00:00Z`)
    : new Date(Date.parse(value) + LIMA_OFFSET_MS)
}

/** `2026-12-01`. */
export function limaDayText(value: string): string {
  return limaWallClock(value).toISOString().slice(0, 10)
}

/** `2026-12-01 03:00`. */
export function limaMomentText(value: string): string {
  return limaWallClock(value).toISOString().slice(0, 16).replace("T", " ")
}
