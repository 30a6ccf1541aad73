import type { CaseDecision } from "./case-lifecycle"
import type { CurrencyCode } from "./currency"
import { formatCentimos } from "../peru/centimos"
import { RECONCILIATION_REASONS, type ReconciliationReason } from "./reasons"

/** What happened to one case in a run. */
export interface DigestedCase {
  reason: ReconciliationReason
  decision: CaseDecision
  /** Decimal string. */
  amountAtRisk: string
  currencyCode: CurrencyCode
}

export interface ReasonDigest {
  /** Open after the run. */
  open: number
  opened: number
  updated: number
  healed: number
  reopened: number
  /** Changes that a closed period left to a person. */
  awaitingPerson: number
  /** Amount at risk of the cases open after the run, as decimal strings by currency. */
  atRisk: Record<CurrencyCode, string>
}

export type Digest = Partial<Record<ReconciliationReason, ReasonDigest>>

interface ReasonCounts extends Omit<ReasonDigest, "atRisk"> {
  atRisk: Map<CurrencyCode, bigint>
}

type Counter = "opened" | "updated" | "healed" | "reopened" | "awaitingPerson"

const COUNTERS: Partial<Record<CaseDecision["action"], Counter>> = {
  open: "opened",
  update: "updated",
  heal: "healed",
  reopen: "reopened",
  ask_person: "awaitingPerson",
}

function isOpenAfterwards(decision: CaseDecision): boolean {
  if (decision.action === "ask_person") {
    return decision.wanted !== "reopen"
  }
  return ["open", "keep", "update", "reopen"].includes(decision.action)
}

/** Counts a run's cases as they are decided; memory does not grow with their number. */
export class DigestBuilder {
  private readonly reasons = new Map<ReconciliationReason, ReasonCounts>()

  add({ reason, decision, amountAtRisk, currencyCode }: DigestedCase): void {
    if (decision.action === "none" || decision.action === "stay_resolved") {
      return
    }
    const counts = this.countsOf(reason)
    const counter = COUNTERS[decision.action]
    if (counter !== undefined) {
      counts[counter] += 1
    }
    if (isOpenAfterwards(decision)) {
      const currency = currencyCode.toLowerCase()
      const sum = (counts.atRisk.get(currency) ?? 0n) + parseExact(amountAtRisk)
      counts.open += 1
      counts.atRisk.set(currency, sum)
    }
  }

  /** In the order of the closed set of reasons; reasons without cases are absent. */
  build(): Digest {
    const digest: Digest = {}
    for (const reason of RECONCILIATION_REASONS) {
      const counts = this.reasons.get(reason)
      if (counts !== undefined) {
        const sums = [...counts.atRisk].map(([code, sum]) => [code, formatCentimos(sum)])
        digest[reason] = { ...counts, atRisk: Object.fromEntries(sums) }
      }
    }
    return digest
  }

  private countsOf(reason: ReconciliationReason): ReasonCounts {
    const known = this.reasons.get(reason)
    if (known !== undefined) {
      return known
    }
    const counts: ReasonCounts = {
      open: 0,
      opened: 0,
      updated: 0,
      healed: 0,
      reopened: 0,
      awaitingPerson: 0,
      atRisk: new Map(),
    }
    this.reasons.set(reason, counts)
    return counts
  }
}

export interface DigestDifference {
  reason: ReconciliationReason
  /** Open cases now less those after the previous run. */
  open: number
  /** Amount at risk now less that after the previous run, by currency; may be negative. */
  atRisk: Record<CurrencyCode, string>
}

function atRiskDifference(
  now: Record<CurrencyCode, string>,
  before: Record<CurrencyCode, string>,
): Record<CurrencyCode, string> {
  const difference: Record<CurrencyCode, string> = {}
  for (const code of new Set([...Object.keys(before), ...Object.keys(now)])) {
    const change = parseExact(now[code]) - parseExact(before[code])
    if (change !== 0n) {
      difference[code] = formatCentimos(change)
    }
  }
  return difference
}

/** Sums may be beyond the amounts that plain numbers hold. */
function parseExact(text: string | undefined): bigint {
  return BigInt((text ?? "0.00").replace(".", ""))
}

/** What changed since the previous run; reasons without a change are absent. */
export function compareDigests(now: Digest, before: Digest): DigestDifference[] {
  return RECONCILIATION_REASONS.map((reason) => ({
    reason,
    open: (now[reason]?.open ?? 0) - (before[reason]?.open ?? 0),
    atRisk: atRiskDifference(now[reason]?.atRisk ?? {}, before[reason]?.atRisk ?? {}),
  })).filter(({ open, atRisk }) => open !== 0 || Object.keys(atRisk).length > 0)
}
