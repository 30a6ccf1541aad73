import type { decideCase } from "../../../reconciliation"
import { roundToCentimos } from "../../../peru/rounding"
import { caseHash } from "./case-hash"
import type { CaseFacts } from "./case-facts"
import { IN_CLOSED_PERIOD } from "./closed-period"
import { MODULE_LIMITS as LIMITS } from "../limits"
import type { CaseRow } from "../types"

/** A case with what the decision about it needs beside its own row. */
export type KnownCase = CaseRow & { in_closed_period: boolean }

/** For `knex.select` from the table of cases called `c`. */
export const KNOWN_CASE = `c.*, (${IN_CLOSED_PERIOD}) AS in_closed_period`

export function asExisting(row: KnownCase): NonNullable<Parameters<typeof decideCase>[0]> {
  const healed = row.resolution === "healed"
  return {
    status: row.status,
    factsHash: row.facts_hash,
    closedBy: row.status === "open" ? null : healed ? "system" : "person",
    inClosedPeriod: row.in_closed_period,
  }
}

/**
 * What is still at risk of what was found, in céntimos: what was given back by other means counts no
 * more, unless the finding has taken it off itself.
 */
export function stillAtRisk({ amountAtRisk, afterRefunds }: CaseFacts, returned: number): number {
  const found = roundToCentimos(amountAtRisk)
  return afterRefunds ? found : Math.max(found - returned, 0)
}

/** The columns that say what a case is about. `returned`: what of it was given back by other means. */
export function factColumns(facts: CaseFacts, returned = 0) {
  return {
    reason: facts.reason,
    detail: facts.detail ?? null,
    expected: JSON.stringify(facts.expected),
    actual: JSON.stringify(facts.actual),
    // What a whole payout is short of may be more than one code can cost; the texts stay exact.
    amount_at_risk_centimos: Math.min(stillAtRisk(facts, returned), LIMITS.maxCentimos),
    currency_code: facts.currencyCode,
    provider_id: facts.providerId ?? null,
    voucher_id: facts.voucherId ?? null,
    order_id: facts.orderId ?? null,
    notice_id: facts.noticeId ?? null,
    line_id: facts.lineId ?? null,
    payout_id: facts.payoutId ?? null,
    facts_hash: caseHash(facts),
  }
}

/** What an open case has instead of an end. */
export const OPEN = {
  status: "open",
  resolution: null,
  resolved_at: null,
  resolved_by: null,
} as const

export function healedColumns(at: Date) {
  return {
    status: "resolved",
    resolution: "healed",
    resolved_at: at,
    resolved_by: "system",
  } as const
}
