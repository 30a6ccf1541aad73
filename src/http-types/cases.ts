import type { CaseAction } from "../reconciliation/case-actions"
import type { ReconciliationReason } from "../reconciliation/reasons"
import type { AlikeCode, RuleOutcome } from "../reconciliation/why-codes"
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
  /** Lima's day on which it was claimed of the collector; null: not claimed. */
  claimed_on: string | null
  /** Lima's day by which the collector is to answer; null where nobody said. */
  answer_due: string | null
  /** The collector's number of the claim. */
  claim_reference: string | null
  /** Given back by other means than the gateway; no longer part of `amount_at_risk` while it is open. */
  returned_amount: string
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
  /** Null without an order, and for whoever may not read orders. */
  shopper: AdminCaseShopper | null
  /** The id of the payout's page. */
  payout_page_id: string | null
  history: AdminCaseEvent[]
}

export interface AdminCaseResponse {
  case: AdminCaseDetail
}

/** Whom to call about a case, by the order's addresses. */
export interface AdminCaseShopper {
  name: string | null
  phone: string | null
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

/** The same on many cases. */
export interface AdminCaseBulkResponse {
  /** Cases with which it was done, whatever it was. */
  resolved: string[]
  /** Their versions after it, by id: handed back with what takes it back. */
  versions: Record<string, number>
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

/** Something that the plugin says in short, for programs and translations. */
export interface AdminRemark {
  code: string
  values: Record<string, string>
}

/** What one rule makes of a case's subject today. */
export interface AdminRuleTrace {
  reason: ReconciliationReason
  outcome: RuleOutcome
  /** Why it found nothing; null when it did. */
  why: AdminRemark | null
  /** What it found is this very case. */
  is_this_case: boolean
}

/** A voucher that a row of unknown origin may have been taken for. */
export interface AdminConsideredVoucher {
  voucher_id: string
  cip: string
  order_id: string | null
  order_display_id: number | null
  amount: string
  currency_code: string
  /** When it was paid, or else issued. */
  at: string
  /** 0 to 1. */
  score: number
  alike: AlikeCode[]
  against: AdminRemark[]
}

/** Why there is a case: the rules run once more over what is known today. */
export interface AdminCaseWhy {
  examined_at: string
  rules: AdminRuleTrace[]
  /** Null where the case is about no row of unknown origin. */
  candidates: AdminConsideredVoucher[] | null
}

export interface AdminCaseWhyResponse {
  why: AdminCaseWhy
}
