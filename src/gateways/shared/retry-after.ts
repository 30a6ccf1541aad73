const MS_PER_SECOND = 1_000

/** `Retry-After` in seconds or as an HTTP date (RFC 9110 10.2.3), in milliseconds from now. */
export function parseRetryAfter(header: string | null, now: Date): number | undefined {
  const text = header?.trim() ?? ""
  if (/^\d{1,9}$/.test(text)) {
    return Number(text) * MS_PER_SECOND
  }
  const instant = /[a-z]/i.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(instant) ? undefined : Math.max(0, instant - now.getTime())
}
