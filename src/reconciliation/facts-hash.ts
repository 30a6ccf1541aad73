import { createHash } from "node:crypto"
import type { ComparedFields, Finding } from "./reasons"

function sortedEntries(fields: ComparedFields): [string, string][] {
  return Object.entries(fields).sort(([one], [other]) => (one < other ? -1 : 1))
}

/**
 * SHA-256 in lower-case hex of what a finding claims. Links are left out: linking a case to an order
 * does not change its facts.
 */
export function factsHash(finding: Finding): string {
  const claim = [
    finding.reason,
    finding.detail ?? null,
    sortedEntries(finding.expected),
    sortedEntries(finding.actual),
    finding.amountAtRisk,
    finding.currencyCode,
  ]
  return createHash("sha256").update(JSON.stringify(claim)).digest("hex")
}
