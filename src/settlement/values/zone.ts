import { HOUR_MS, LIMA, LIMA_OFFSET_MS } from "../../peru/lima"

/** Wall clock of a zone → instant. `wall` is the wall clock's time as if it were UTC. */
export type ZoneClock = (wall: number) => number

const MINUTE_MS = 60_000

/**
 * Turns local times of an IANA zone into instants. A time that a zone's clock shows twice is taken
 * as the first of both; one that it skips is taken as if it had not moved yet.
 * @throws RangeError for a zone that this Node does not know.
 */
export function zoneClock(timeZone: string): ZoneClock {
  if (timeZone === LIMA) return (wall) => wall - LIMA_OFFSET_MS
  const offsetAt = offsetReader(timeZone)
  // Offsets change on the hour, so one hour of wall clock has one answer.
  let cachedHour = Number.NaN
  let cachedOffset = 0
  return (wall) => {
    const hour = Math.floor(wall / HOUR_MS)
    if (hour !== cachedHour) {
      cachedOffset = offsetOfWall(wall, offsetAt)
      cachedHour = hour
    }
    return wall - cachedOffset
  }
}

function offsetOfWall(wall: number, offsetAt: (instant: number) => number): number {
  const before = offsetAt(wall - 24 * HOUR_MS)
  const after = offsetAt(wall + 24 * HOUR_MS)
  const fits = (offset: number) => offsetAt(wall - offset) === offset
  return fits(before) || !fits(after) ? before : after
}

/** Offset from UTC in milliseconds at an instant, east positive. */
function offsetReader(timeZone: string): (instant: number) => number {
  const format = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" })
  return (instant) => {
    const name = format.formatToParts(instant).find((part) => part.type === "timeZoneName")?.value
    const match = /GMT([+-])(\d{2}):(\d{2})/.exec(name ?? "")
    if (match === null) return 0
    const minutes = Number(match[2]) * 60 + Number(match[3])
    return (match[1] === "-" ? -minutes : minutes) * MINUTE_MS
  }
}
