const MS_PER_SECOND = 1_000

/** What a `Retry-After` header asks for, in milliseconds from now; null without a usable one. */
export function retryAfterMs(header: string | null | undefined, now = Date.now()): number | null {
  const text = header?.trim() ?? ""
  if (/^\d{1,9}$/.test(text)) return Number(text) * MS_PER_SECOND
  const at = Date.parse(text)
  return Number.isNaN(at) ? null : Math.max(0, at - now)
}
