import type { AdminKnownImport, AdminFileRow, AdminRowProblem, AdminQuarantinedRow } from "./files"
import type { IgnoredWhy, LineStatus, LineType } from "../settlement/settlement-line"
import type { Paginated } from "./page"

export interface AdminSettlementReport {
  id: string
  filename: string
  sha256: string
  size_bytes: number
  format: string | null
  /** IANA zone in which dates without an offset were read. */
  time_zone: string | null
  provider_id: string
  source: string
  imported_by: string
  /** The lines of a withdrawn one count no more. */
  status: "importing" | "imported" | "failed" | "withdrawn"
  lines_count: number
  quarantined_count: number
  /** How many of those a later upload has brought corrected. */
  fixed_count: number
  ignored_count: number
  left_out: AdminReportLeftOut
  duplicates_count: number
  /** Lines that another report tells better, and that count no more. */
  replaced_count: number
  /** Lima's days of the first and last movement. */
  first_day: string | null
  last_day: string | null
  started_at: string
  finished_at: string | null
  error: string | null
  /** What became of it since, oldest first. */
  history: AdminReportChange[]
  kept_until: string
  created_at: string
}

/** What a file holds beside its lines. */
export interface AdminReportLeftOut {
  /** How many rows were ignored for which reason. */
  ignored_rows: Partial<Record<IgnoredWhy, number>>
  /** Words for movements that the plugin does not know. */
  unknown_words: { word: string; rows_count: number }[]
  /** A workbook's sheets that are in no format, or in another one. */
  unread_sheets: string[]
}

export interface AdminReportChange {
  kind: "withdrawn" | "taken_again" | "reread" | "fixed"
  at: string
  /** An admin user's id, or `system`. */
  by: string
  note: string | null
  /** Of `reread` and `fixed`: rows that could be read now, or came corrected. */
  rows?: number
  /** Of `fixed`: the report that brought them. */
  report_id?: string
}

export interface AdminSettlementReportListResponse extends Paginated {
  settlement_reports: AdminSettlementReport[]
}

/** A report with what corrected it, and what it corrected. */
export interface AdminSettlementReportDetail extends AdminSettlementReport {
  /** Reports whose unreadable rows this one brought corrected. */
  fixes: AdminReportFix[]
  /** Reports that brought rows of this one corrected. */
  fixed_by: AdminReportFix[]
}

/** The other report, and how many rows came corrected. */
export interface AdminReportFix {
  id: string
  filename: string
  rows: number
}

export interface AdminSettlementReportDetailResponse {
  settlement_report: AdminSettlementReportDetail
}

export interface AdminSettlementReportResponse {
  settlement_report: AdminSettlementReport
}

/** What an import would make of a file, with the first rows that it could not read. */
export interface AdminReportPreview extends Pick<
  AdminSettlementReport,
  | "filename"
  | "sha256"
  | "size_bytes"
  | "format"
  | "time_zone"
  | "lines_count"
  | "quarantined_count"
  | "ignored_count"
  | "left_out"
  | "duplicates_count"
  | "replaced_count"
  | "first_day"
  | "last_day"
> {
  id: null
  quarantined_rows: AdminRowProblem[]
}

export interface AdminReportUploadResponse {
  settlement_report: AdminSettlementReport | AdminReportPreview
  dry_run?: true
  already_imported?: AdminKnownImport
}

export interface AdminQuarantinedRowListResponse extends Paginated {
  quarantined_rows: AdminQuarantinedRow[]
}

/** A movement as the report has it. */
export interface AdminSettlementLine {
  id: string
  report_id: string
  line_number: number
  external_reference: string | null
  payment_id: string | null
  type: LineType
  status: LineStatus
  /** Of a settled line: it will be credited on a day to come, and counts from that day on. */
  announced: boolean
  /** What its report tells of; only movements and releases settle a payment. */
  ledger: "movements" | "paid" | "releases"
  amount: string
  currency_code: string
  fee: string | null
  net: string | null
  paid_at: string | null
  credited_at: string | null
  payout_id: string | null
  settlement_currency: string | null
  fx_rate: string | null
  voucher_id: string | null
  matched_by: "transaction_code" | "payment_id" | "person" | null
  /** The line of another report that tells the same movement better. */
  replaced_by: string | null
}

export interface AdminSettlementLineListResponse extends Paginated {
  lines: AdminSettlementLine[]
}

/** How many rows of a merchant's table became what. */
export interface AdminTableCounts {
  rows_count: number
  new_count: number
  changed_count: number
  unchanged_count: number
  quarantined_count: number
  ignored_count: number
}

/** A table that the merchant keeps: what was read from it, and what could not be. */
export interface AdminTableUploadResponse {
  table: AdminTableCounts & {
    /** Null for a dry run. */
    id: string | null
    filename: string
    sha256: string
    size_bytes: number
    quarantined_rows: AdminRowProblem[]
    /** Names of a workbook's sheets that have not the table's columns. */
    unread_sheets: string[]
    /** Of deposits: payouts that no imported line names. */
    unknown_payouts?: string[]
  }
  dry_run?: true
  already_imported?: AdminKnownImport
}

/** A merchant's table as it was imported, with its file. */
export interface AdminImportedTable extends AdminTableCounts {
  id: string
  kind: "bank_deposits" | "exchange_rates"
  provider_id: string | null
  filename: string
  sha256: string
  size_bytes: number
  imported_by: string
  imported_at: string
  status: "importing" | "imported" | "failed"
  error: string | null
  /** The file is kept for as long as a report is. */
  archived: boolean
  kept_until: string
}

export interface AdminImportedTableListResponse extends Paginated {
  imported_tables: AdminImportedTable[]
}

export interface AdminImportedTableResponse {
  imported_table: AdminImportedTable
}

export interface AdminExchangeRate {
  /** Lima's day. */
  day: string
  from: string
  to: string
  /** Units of `to` for one unit of `from`. */
  rate: string
  entered_by: string
  entered_at: string
  file: AdminFileRow | null
}

export interface AdminExchangeRateListResponse extends Paginated {
  exchange_rates: AdminExchangeRate[]
}

/** Fees of one period: what the contract says against what was charged. */
export interface AdminFeeTotals {
  /** `YYYY-MM-DD` or `YYYY-MM` of crediting, in Lima. */
  period: string
  currency_code: string
  lines_count: number
  /** With IGV, by the rate card. */
  expected: string
  expected_base: string
  expected_igv: string
  /** On settled lines, in all. */
  charged: string
  charged_base: string
  charged_igv: string
  /** What of it no rate card says anything about: of another currency or provider. */
  unjudged: string
  /** Beside all that: on lines that are still held. */
  held_lines_count: number
  held: string
  held_base: string
  held_igv: string
  overcharged: string
  undercharged: string
  igv_source: IgvSource
}

/** Where a fee's IGV comes from: of the rate card's percentage, because no report tells it apart. */
export type IgvSource = "computed"

export interface AdminFeeTier {
  upTo?: string
  fixed?: string
  percent?: string
}

/** The contract's fees. */
export interface AdminRateCard {
  tiers: AdminFeeTier[]
  igvPercent: string
  tolerance: string
  currency: string
}

/** Without any rate card `rate_card` is null, and nothing is expected. */
export interface AdminFeeTotalsResponse {
  from: string
  to: string
  by: "day" | "month"
  fee_totals: AdminFeeTotals[]
  rate_card: AdminRateCard | null
  /** Contracts of single providers, by their ids; null where fees are not judged. */
  provider_rate_cards: Record<string, AdminRateCard | null>
}
