/** What the Admin API tells of a case. */
export interface FoundCase {
  reason: string
  status: string
  resolution: string | null
  expected: Record<string, string>
  actual: Record<string, string>
  amount_at_risk: string
  opened_at: string
}

/** One line a person can follow: reason, expected against found, and what became of it. */
export function explain(found: FoundCase): string {
  const outcome =
    found.resolution === "healed" ? "fixed by itself" : `S/ ${found.amount_at_risk} at risk`
  return `${found.reason}: expected ${fieldsOf(found.expected)}, found ${fieldsOf(found.actual)} (${outcome})`
}

function fieldsOf(fields: Record<string, string>): string {
  const parts = Object.entries(fields).map(([name, value]) => `${name} ${value}`)
  return parts.length ? parts.join(", ") : "nothing"
}
