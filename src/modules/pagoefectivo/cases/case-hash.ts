import { createHash } from "node:crypto"
import { factsHash } from "../../../reconciliation"
import type { CaseFacts } from "./case-facts"

/** Facts that both the live flow and a run report, each in its own words, under the same key. */
const SHARED = new Set(["late_payment", "orphan_payment", "duplicate_payment", "reversed"])
const AT_GATEWAY = new Set(["at_gateway", "gateway", "gateway_underpaid", "gateway_overpaid"])
const MISMATCHES = new Set(["amount_mismatch", "currency_mismatch"])

/**
 * What a case stands for: while it stays the same, a person's verdict stays. Where the live flow and
 * a run see the same payment, they must not reopen each other's cases, so there only the fact itself
 * counts and not how it was put.
 */
export function caseHash(facts: CaseFacts): string {
  if (!isShared(facts)) return factsHash(facts)
  const fact = [facts.key, facts.currencyCode, "seen live or by a run"]
  return createHash("sha256").update(JSON.stringify(fact)).digest("hex")
}

function isShared({ key, reason, detail, voucherId }: CaseFacts): boolean {
  if (!voucherId || key !== `${reason}:${voucherId}`) return false
  if (MISMATCHES.has(reason)) return AT_GATEWAY.has(detail ?? "")
  return SHARED.has(reason) && detail !== "settlement"
}
