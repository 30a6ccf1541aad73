/** An instant as ISO 8601 in UTC. */
export function iso(instant: Date | string): string
export function iso(instant: Date | string | null): string | null
export function iso(instant: Date | string | null): string | null {
  return instant === null ? null : new Date(instant).toISOString()
}
