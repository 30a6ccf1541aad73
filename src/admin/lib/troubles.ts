import type { AdminHealth, AdminSummary, MoneySum } from "../../http-types"

/** One thing that somebody has to look at, and where. */
export type Trouble =
  | { kind: "health"; count: number }
  | { kind: "sources"; names: string[] }
  | { kind: "unread_rows"; count: number }
  | { kind: "to_transfer"; count: number; sums: MoneySum[] }
  | { kind: "cases"; count: number; sums: MoneySum[] }

/** An answer of the store that may still be on its way, or not be had. */
export interface Asked<Answer> {
  answer: Answer | undefined
  hasFailed: boolean
}

/** What is told of the store as a whole. */
export interface Verdict {
  /** `unknown` when a part could not be had: what is known of the others is told all the same. */
  state: "loading" | "unknown" | "troubled" | "empty" | "whole"
  troubles: Trouble[]
}

/** All adds up only when everything was looked at, and nothing of it is wrong. */
export function verdictOf(summary: Asked<AdminSummary>, health: Asked<AdminHealth>): Verdict {
  const parts = [summary, health]
  if (parts.some(({ answer, hasFailed }) => !answer && !hasFailed)) {
    return { state: "loading", troubles: [] }
  }
  const troubles = [...troublesOfHealth(health.answer), ...troublesOfSummary(summary.answer)]
  if (parts.some(({ hasFailed }) => hasFailed)) return { state: "unknown", troubles }
  if (troubles.length > 0) return { state: "troubled", troubles }
  return { state: summary.answer?.is_empty ? "empty" : "whole", troubles }
}

function troublesOfHealth(health: AdminHealth | undefined): Trouble[] {
  const count = health?.checks.filter(({ state }) => state === "problem").length ?? 0
  return count > 0 ? [{ kind: "health", count }] : []
}

function troublesOfSummary(summary: AdminSummary | undefined): Trouble[] {
  if (!summary) return []
  const { reports, to_transfer, open_cases, at_risk } = summary
  const names = reports.troubled_sources
  const transfers = to_transfer.reduce((total, { count }) => total + count, 0)
  const found: (Trouble & { count?: number })[] = [
    { kind: "cases", count: open_cases.count, sums: at_risk },
    { kind: "to_transfer", count: transfers, sums: to_transfer },
    { kind: "unread_rows", count: reports.unread_rows },
  ]
  const counted = found.filter(({ count = 0 }) => count > 0)
  return names.length > 0 ? [...counted, { kind: "sources", names }] : counted
}
