import type { ReconciliationReason } from "../reconciliation/reasons"
import type { MoneySum } from "./money"

/** How long a case has been open: up to a day, up to seven, up to thirty, or longer. */
export type CaseAge = "day" | "week" | "month" | "older"

/** The dashboard's figures. */
export interface AdminSummary {
  from: string
  to: string
  /** No code was ever issued. */
  is_empty: boolean
  /** Codes that can be paid now. */
  waiting: MoneySum[]
  /** Booked in the store, and not seen in a settlement report yet. */
  paid_not_settled: MoneySum[]
  /** Booked in the store, and held by the gateway as reports say. */
  held: MoneySum[]
  /** Payments that reports announce for days to come; they count as settled from their day on. */
  announced: MoneySum[]
  /** Refunds that a person still has to transfer. */
  to_transfer: MoneySum[]
  /** Payouts that are credited, and of which no bank deposit is entered. */
  not_banked: MoneySum[]
  /** What open cases are about. */
  at_risk: MoneySum[]
  open_cases: {
    count: number
    oldest_opened_at: string | null
    by_reason: ({ reason: ReconciliationReason } & MoneySum)[]
  }
  /** What open cases are about, by age. */
  ageing: ({ age: CaseAge } & MoneySum)[]
  last_notice_at: string | null
  /** What happened from `from` until before `to`. */
  period: {
    issued: MoneySum[]
    paid: MoneySum[]
    settled: MoneySum[]
    expired: MoneySum[]
    voided: MoneySum[]
  }
  /** Lines imported during the period, and how many of them belong to a code of this store. */
  matching: { lines: number; matched: number }
  /** Lima's days of the period on which something was paid, settled or announced, in order. */
  days: {
    day: string
    currency_code: string
    paid: string
    settled: string
    /** For a day to come. */
    announced: string
  }[]
  next_run_at: string | null
  /** What of the reports did not come in. */
  reports: AdminReportTroubles
}

export interface AdminReportTroubles {
  /** Rows that could not be read, and that nobody has brought corrected; in how many reports. */
  unread_rows: number
  /** Sources of which the last night had nothing or left a file, and those that fell silent, by id. */
  troubled_sources: string[]
}

export interface AdminSummaryResponse {
  summary: AdminSummary
}
