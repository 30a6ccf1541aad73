const OFFSET_MS = 4 * 60 * 60 * 1_000
const WIRE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{3})?(?:Z|[+-]\d{2}:?\d{2})$/

/** `2026-10-12T23:59:59.000-04:00`, the form of all of Mercado Pago's dates. */
export function formatPaymentDate(instant: Date): string {
  return `${new Date(instant.getTime() - OFFSET_MS).toISOString().slice(0, -1)}-04:00`
}

/** `yyyy-MM-dd'T'HH:mm:ssz`, with or without milliseconds; null for anything else. */
export function parsePaymentDate(value: unknown): Date | null {
  if (typeof value !== "string" || !WIRE_TIME.test(value)) {
    return null
  }
  const instant = new Date(value.replace(/([+-]\d{2})(\d{2})$/, "$1:$2"))
  return Number.isNaN(instant.getTime()) ? null : instant
}
