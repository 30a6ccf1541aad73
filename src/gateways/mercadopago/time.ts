import { DateTime } from "luxon"
import { LIFETIME_MARGIN_MS, MAX_LIFETIME_MS, MIN_LIFETIME_MS } from "./limits"

/** The offset of the vendor's own dates; Peru itself is at -05:00. */
const VENDOR_ZONE = "UTC-4"
const WIRE_FORMAT = "yyyy-MM-dd'T'HH:mm:ss.SSSZZ"
const DATE_AND_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/

/** An instant as the vendor's documents write it: `2026-10-12T23:59:59.000-04:00`. */
export function toWireTime(instant: Date): string {
  return DateTime.fromJSDate(instant, { zone: VENDOR_ZONE }).startOf("second").toFormat(WIRE_FORMAT)
}

/** Reads a time of the vendor's with any offset, -04:00 without one; null for anything else. */
export function parseWireTime(value: unknown): Date | null {
  if (typeof value !== "string" || !DATE_AND_TIME.test(value.trim())) {
    return null
  }
  const parsed = DateTime.fromISO(value.trim(), { zone: VENDOR_ZONE })
  return parsed.isValid ? parsed.toJSDate() : null
}

/**
 * The deadline that is sent: the one asked for, moved into the vendor's window of 1 to 30 days from
 * now (less a margin of five minutes). A store that offers 24 hours gets a day and five minutes: the
 * shopper is told what the gateway answers, so nobody is told a deadline that does not hold.
 */
export function withinWindow(expiresAt: Date, now: Date): Date {
  const earliest = now.getTime() + MIN_LIFETIME_MS + LIFETIME_MARGIN_MS
  const latest = now.getTime() + MAX_LIFETIME_MS - LIFETIME_MARGIN_MS
  return new Date(Math.min(Math.max(expiresAt.getTime(), earliest), latest))
}
