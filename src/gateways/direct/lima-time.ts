import { DateTime, FixedOffsetZone } from "luxon"
import { LIMA_OFFSET_MS } from "../../peru/lima"

const LIMA = FixedOffsetZone.instance(LIMA_OFFSET_MS / 60_000)
const WIRE_FORMAT = "yyyy-MM-dd'T'HH:mm:ssZZ"
const DATE_AND_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/

/** The vendor writes 1900-01-01 for "did not happen"; .NET's own empty date is the year 1. */
const LAST_SENTINEL_YEAR = 1900
const LAST_WIRE_YEAR = 9999

/**
 * An instant as the vendor wants it: `2025-01-15T10:30:00-05:00`, whole seconds (cut, not rounded).
 * @throws RangeError for an invalid date or one beyond the year 9999.
 */
export function toLimaTimestamp(instant: Date): string {
  if (!isWireTime(instant)) {
    throw new RangeError("A time between the years 1901 and 9999 was expected.")
  }
  return DateTime.fromJSDate(instant, { zone: LIMA }).toFormat(WIRE_FORMAT)
}

/** Whether an instant can be told to the vendor. */
export function isWireTime(instant: Date): boolean {
  const { isValid, year } = DateTime.fromJSDate(instant, { zone: LIMA })
  return isValid && year > LAST_SENTINEL_YEAR && year <= LAST_WIRE_YEAR
}

/**
 * Reads a time of the vendor's: with `-05:00`, `-0500` or any other offset, Lima's without one, with
 * `T` or a space. Null for the 1900 sentinel and for anything that is no time.
 */
export function parseGatewayTime(value: unknown): Date | null {
  if (typeof value !== "string") {
    return null
  }
  const text = value.trim().replace(" ", "T")
  if (!DATE_AND_TIME.test(text)) {
    return null
  }
  const parsed = DateTime.fromISO(text, { zone: LIMA })
  return parsed.isValid && parsed.year > LAST_SENTINEL_YEAR ? parsed.toJSDate() : null
}
