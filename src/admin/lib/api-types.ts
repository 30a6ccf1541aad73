import type { CaseAction } from "../../reconciliation/case-actions"
import type { ReconciliationReason } from "../../reconciliation/reasons"
import type { Age } from "./ageing"

/** What the plugin's admin routes answer. Money is decimal text, times are ISO 8601 in UTC. */
export interface Page {
  count: number
  limit: number
  offset: number
}

export type VoucherStatus = "waiting" | "paid" | "expired" | "voided" | "reversed"

export interface Voucher {
  id: string
  cip: string
  transaction_code: string
  status: VoucherStatus
  amount: string
  currency_code: string
  order_id: string | null
  order_display_id: number | null
  attempt: number
  payer_first_name: string | null
  url: string | null
  page_url: string
  issued_at: string
  expires_at: string
  paid_at: string | null
  paid_amount: string | null
  paid_currency_code: string | null
  captured_at: string | null
  closed_at: string | null
  reversed_at: string | null
  gateway_status: string | null
  checked_at: string | null
  closing_task: {
    reason: string
    since: string
    tries: number
    next_try_at: string | null
    last_error: string | null
  } | null
}

export interface TimelineEvent {
  id: string
  kind: string
  at: string
  actor: string
  data: Record<string, unknown> | null
}

export interface VoucherDetail extends Voucher {
  events: TimelineEvent[]
  notices: Notice[]
  refunds: { id: string; amount: string; currency_code: string; status: string }[]
  cases: Case[]
  settlement: VoucherSettlement
}

export interface Notice {
  id: string
  verdict: "authentic" | "unreadable"
  status: "received" | "processed" | "ignored" | "failed"
  outcome: string | null
  event_type: string | null
  gateway_id: string | null
  transaction_code: string | null
  operation_number: string | null
  claimed_amount: string | null
  claimed_currency_code: string | null
  claimed_paid_at: string | null
  voucher_id: string | null
  received_at: string
  last_received_at: string
  deliveries: number
  tries: number
  next_try_at: string | null
  processed_at: string | null
  last_error: string | null
  replayed_by: string | null
  replayed_at: string | null
}

export interface NoticeDetail extends Notice {
  raw_body: string
  body_sha256: string
  headers: Record<string, unknown>
}

export type CaseStatus = "open" | "resolved" | "ignored"

export interface Case {
  id: string
  reason: ReconciliationReason
  detail: string | null
  status: CaseStatus
  expected: Record<string, unknown>
  actual: Record<string, unknown>
  amount_at_risk: string
  currency_code: string
  voucher_id: string | null
  cip: string | null
  order_id: string | null
  order_display_id: number | null
  line_id: string | null
  payout_id: string | null
  opened_at: string
  resolution: string | null
  resolved_at: string | null
  resolved_by: string | null
  assigned_to: string | null
  version: number
}

export interface CaseDetail extends Case {
  available_actions: (CaseAction | "reopen")[]
  /** The row of a report that it is about. */
  line: { report_id: string; filename: string; line_number: number } | null
  history: {
    id: string
    kind: string
    at: string
    actor: string
    note: string | null
    data: Record<string, unknown> | null
  }[]
}

export interface BulkResult {
  resolved: string[]
  failed: { id: string; message: string }[]
  count: number
}

export interface MoneySum {
  currency_code: string
  count: number
  amount: string
}

export interface Summary {
  from: string
  to: string
  waiting: MoneySum[]
  paid_not_settled: MoneySum[]
  at_risk: MoneySum[]
  open_cases: {
    count: number
    oldest_opened_at: string | null
    by_reason: ({ reason: ReconciliationReason } & MoneySum)[]
  }
  last_notice_at: string | null
  period: {
    issued: MoneySum[]
    paid: MoneySum[]
    settled: MoneySum[]
    expired: MoneySum[]
    voided: MoneySum[]
  }
  /** Lines of the period's reports, and how many of them belong to a code of this store. */
  matching: { lines: number; matched: number }
  /** Lima's days of the period on which something happened. */
  days: { day: string; currency_code: string; paid: string; settled: string }[]
  /** Open cases by how long they have been open. */
  ageing: ({ age: Age } & MoneySum)[]
  next_run_at: string | null
}

export type HealthState = "ok" | "warning" | "problem" | "unknown"

export interface HealthCheck {
  id: string
  /** Whose check it is, where each payment provider has one of its own. */
  provider_id: string | null
  state: HealthState
  message: string
  what_to_do: string | null
  data: Record<string, unknown> & { finding?: string }
}

export interface Health {
  state: HealthState
  checked_at: string
  checks: HealthCheck[]
}

export interface SettlementReport {
  id: string
  filename: string
  sha256: string
  size_bytes: number
  format: string | null
  time_zone: string | null
  source: string
  imported_by: string
  status: "importing" | "imported" | "failed"
  lines_count: number
  quarantined_count: number
  ignored_count: number
  duplicates_count: number
  first_day: string | null
  last_day: string | null
  started_at: string
  finished_at: string | null
  error: string | null
}

export interface SettlementLine {
  id: string
  report_id: string
  line_number: number
  external_reference: string | null
  payment_id: string | null
  type: "payment" | "refund" | "reversal"
  status: "settled" | "held" | "reversed"
  amount: string
  currency_code: string
  fee: string | null
  net: string | null
  paid_at: string | null
  credited_at: string | null
  payout_id: string | null
  voucher_id: string | null
  matched_by: "transaction_code" | "payment_id" | "person" | null
}

export interface QuarantinedRow {
  line: number
  column: string | null
  found: string
  expected: string
  raw: string
}

export interface UploadAnswer {
  settlement_report: Partial<SettlementReport> & {
    id: string | null
    format: string | null
    lines_count: number
    quarantined_count: number
    duplicates_count: number
    quarantined_rows?: QuarantinedRow[]
  }
  dry_run?: boolean
  already_imported?: { at: string; by: string }
}

/** A table that the merchant keeps: what was taken, and what could not be read. */
export interface TableAnswer {
  table: {
    filename: string
    /** What they say: something new, another value than before, or what is known already. */
    new_count: number
    changed_count: number
    unchanged_count: number
    rows_count: number
    quarantined_count: number
    ignored_count: number
    quarantined_rows: QuarantinedRow[]
    /** Of deposits: payouts that no imported line names. */
    unknown_payouts?: string[]
  }
  dry_run?: boolean
  already_imported?: { at: string; by: string }
}

/** A table that was taken in, with its file. */
export interface ImportedTable {
  id: string
  filename: string
  imported_by: string
  imported_at: string
  status: "importing" | "imported" | "failed"
  /** The file is kept for as long as a report is. */
  archived: boolean
  rows_count: number
  quarantined_count: number
}

/** The row of a file that a value came from. */
export interface FileRow {
  id: string
  filename: string
  sha256: string
  line: number | null
}

export interface FeeTotals {
  /** `YYYY-MM-DD` or `YYYY-MM` of crediting, in Lima. */
  period: string
  currency_code: string
  lines_count: number
  /** With IGV, by the rate card. */
  expected: string
  charged: string
  overcharged: string
  undercharged: string
}

export interface FeeTier {
  upTo?: string
  fixed?: string
  percent?: string
}

/** The contract's fees. */
export interface RateCard {
  tiers: FeeTier[]
  igvPercent: string
  tolerance: string
  currency: string
}

/** Without any rate card the first two are null. */
export interface FeeAnswer {
  fee_totals: FeeTotals[] | null
  rate_card: RateCard | null
  /** Contracts of single providers, by their ids; null where fees are not judged. */
  provider_rate_cards: Record<string, RateCard | null>
}

export interface ExchangeRate {
  /** Lima's day. */
  day: string
  from: string
  to: string
  /** Units of `to` for one unit of `from`. */
  rate: string
  entered_by: string
  entered_at: string
  file: FileRow | null
}

export interface Payout {
  payout_id: string
  provider_id: string
  currency_code: string
  lines_count: number
  gross: string
  /** With IGV. */
  fees: string
  net: string
  last_credited_at: string | null
  declared_total: string | null
  bank_deposit: string | null
  bank_deposited_at: string | null
  bank_reference: string | null
  /** A deposit for a payout that no report names yet. */
  unmatched: {
    since: string
    /** Lima's day; after it a case opens. */
    case_after: string
  } | null
  deposit_changes_count: number
  /** The newest first, and not all of many. */
  deposit_changes: DepositChange[]
}

export type DepositValues = Pick<
  Payout,
  "bank_deposit" | "bank_deposited_at" | "bank_reference" | "declared_total"
>

export interface DepositChange {
  at: string
  by: string
  source: "manual" | "file" | "report"
  note: string | null
  file: FileRow | null
  /** Null for the first value. */
  from: DepositValues | null
  to: DepositValues
}

export interface Reconciliation {
  id: string
  status: "pending" | "running" | "completed" | "failed"
  trigger: "schedule" | "manual"
  progress: number
  phase: string | null
  vouchers_count: number
  lines_count: number
  counts: Record<string, unknown> | null
  changes: RunChanges | null
  started_at: string | null
  finished_at: string | null
  error: string | null
}

/** What a run did. */
export interface RunChanges {
  /** Cases by reason. */
  cases: Record<
    string,
    { open: number; opened: number; healed: number; reopened: number; awaitingPerson: number }
  >
  /** Payments that it captured. */
  captured: number
}

export interface ClosedPeriod {
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

/** What the reports say about one code. */
export interface VoucherSettlement {
  lines: Pick<
    SettlementLine,
    "id" | "type" | "status" | "amount" | "currency_code" | "fee" | "net" | "credited_at"
  >[]
  payouts: Pick<
    Payout,
    "payout_id" | "gross" | "fees" | "net" | "declared_total" | "bank_deposit" | "bank_deposited_at"
  >[]
}
