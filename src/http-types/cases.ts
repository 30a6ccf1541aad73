import type { CaseAction } from "../reconciliation/case-actions"
import type { ReconciliationReason } from "../reconciliation/reasons"
import type { Paginated } from "./page"
import type { AdminRefusal } from "./refusal"

export interface AdminCase {
  id: string
  reason: ReconciliationReason
  /** A sub-case of the reason. */
  detail: string | null
  status: "open" | "resolved" | "ignored"
  /** The compared fields; money is decimal text. */
  expected: Record<string, unknown>
  actual: Record<string, unknown>
  amount_at_risk: string
  currency_code: string
  provider_id: string | null
  voucher_id: string | null
  cip: string | null
  order_id: string | null
  order_display_id: number | null
  notice_id: string | null
  line_id: string | null
  payout_id: string | null
  opened_at: string
  /** How it ended: an action, or `healed`. */
  resolution: string | null
  resolved_at: string | null
  resolved_by: string | null
  assigned_to: string | null
  /** Handed back with a decision: it is refused when somebody else decided meanwhile. */
  version: number
  created_at: string
  updated_at: string
}

export interface AdminCaseListResponse extends Paginated {
  cases: AdminCase[]
}

/** A case with its history and what can be done with it, the likeliest first. */
export interface AdminCaseDetail extends AdminCase {
  available_actions: readonly (CaseAction | "reopen")[]
  line: AdminCaseLine | null
  history: AdminCaseEvent[]
}

export interface AdminCaseResponse {
  case: AdminCaseDetail
}

/** The row of a report that a case is about. */
export interface AdminCaseLine {
  report_id: string
  filename: string
  line_number: number
}

export interface AdminCaseEvent {
  id: string
  kind: string
  at: string
  actor: string
  note: string | null
  data: Record<string, unknown> | null
}

/** One decision on many cases. */
export interface AdminCaseBulkResponse {
  resolved: string[]
  /** Cases that stay as they were, and why. */
  failed: AdminCaseBulkFailure[]
  count: number
}

export interface AdminCaseBulkFailure extends Pick<AdminRefusal, "code" | "message" | "values"> {
  id: string
}

/** A voucher that a line without one may belong to. */
export interface AdminLineSuggestion {
  voucher_id: string
  cip: string | null
  order_id: string | null
  amount: string | null
  /** 0 to 1. */
  score: number
  parts: { amount: number; day: number | null; payer: number | null }
}

export interface AdminLineSuggestionsResponse {
  suggestions: AdminLineSuggestion[]
}
