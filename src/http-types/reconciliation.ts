import type { AdminCase } from "./cases"
import type { Paginated } from "./page"

export interface AdminReconciliation {
  id: string
  status: "pending" | "running" | "completed" | "failed"
  trigger: "schedule" | "manual"
  actor: string
  /** Lima's days of payment; null for whatever may have changed since the last run. */
  from: string | null
  to: string | null
  phase: string | null
  /** 0 to 1. */
  progress: number
  vouchers_count: number
  lines_count: number
  /** Cases found, and their amounts at risk as decimal texts by currency, for each reason. */
  counts: Record<string, unknown>
  sums: Record<string, unknown>
  changes: AdminRunChanges | null
  started_at: string | null
  finished_at: string | null
  duration_seconds: number | null
  lines_per_second: number | null
  error: string | null
  created_at: string
}

/** What a run did, against the run before. */
export interface AdminRunChanges {
  /** Cases by reason. */
  cases: Record<string, AdminCaseChanges>
  /** Payments that it captured. */
  captured: number
}

export interface AdminCaseChanges {
  open: number
  opened: number
  healed: number
  reopened: number
  awaitingPerson: number
}

export interface AdminReconciliationListResponse extends Paginated {
  reconciliations: AdminReconciliation[]
}

export interface AdminReconciliationResponse {
  reconciliation: AdminReconciliation
}

/** A case with what one run did to it, in order. */
export interface AdminRunCase extends AdminCase {
  changes: string[]
}

export interface AdminRunCaseListResponse extends Paginated {
  cases: AdminRunCase[]
}

export interface AdminClosedPeriod {
  id: string
  /** Lima's days, both included. */
  from_day: string
  to_day: string
  note: string | null
  closed_by: string
  closed_at: string
  reopened_by: string | null
  reopened_at: string | null
}

export interface AdminClosedPeriodListResponse extends Paginated {
  closed_periods: AdminClosedPeriod[]
}

export interface AdminClosedPeriodResponse {
  closed_period: AdminClosedPeriod
}
