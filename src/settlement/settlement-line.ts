import type { Reason, RowReasonCode } from "./reasons"

export const LINE_TYPES = ["payment", "refund", "reversal"] as const
export type LineType = (typeof LINE_TYPES)[number]

export const LINE_STATUSES = ["settled", "held", "reversed"] as const
export type LineStatus = (typeof LINE_STATUSES)[number]

/**
 * One movement of a settlement report, the same for every format.
 *
 * Money is in céntimos: whole numbers that JavaScript holds exactly, never above
 * `MAX_AMOUNT_CENTIMOS`. Add up many of them with `bigint` or in the database.
 * Names, e-mail addresses, documents and phones of payers are never kept.
 */
export interface ReportLine {
  /** Physical line of the file where the row begins, or the row of the sheet; the first is 1. */
  lineNumber: number
  /** The merchant's reference (the voucher's transaction code), trimmed, letters as they came. */
  externalReference: string | null
  /** The gateway's id of the payment; in PagoEfectivo's own files it is the CIP. */
  paymentId: string | null
  cip: string | null
  type: LineType
  status: LineStatus
  /** ISO 4217, upper case. */
  currency: string
  /** Gross, in céntimos. Above zero for payments, below zero for refunds and reversals. */
  amountCentimos: number
  /** Positive, with IGV; negative where a fee is given back. Null where the report has none. */
  feeCentimos: number | null
  /** As the report states it; null where it does not. Meant to be amount − fee. */
  netCentimos: number | null
  /** When the payment (or refund, or reversal) was made. */
  createdAt: Date | null
  /** When the money was credited to the merchant. */
  creditedAt: Date | null
  payoutId: string | null
  /** ISO 4217, where the payout is in another currency. */
  settlementCurrency: string | null
  /** Decimal string with a point, units of `settlementCurrency` for one unit of `currency`. */
  fxRate: string | null
  /** See `fingerprint.ts`. */
  fingerprint: string
}

/** A row that could not be read. `found` and `raw` are shortened and free of e-mail addresses. */
export interface RejectedRow {
  lineNumber: number
  /** The column as the file names it (or `column 7`); null when the whole row is the problem. */
  column: string | null
  found: string
  expected: string
  /**
   * The same for programs and translations. `values.found` is the cell in question, empty where it is
   * blank; reasons about a whole row have none.
   */
  reason: Reason<RowReasonCode>
  /** The cells that the format reads, in the file's order, joined by ` | `; or the whole line. */
  raw: string
}

/**
 * - `totals`: a row of sums.
 * - `blank`: no cell has anything in it.
 * - `header`: the header, anything above it, or the header again.
 * - `other_movement`: a movement that concerns no payment of an order (a withdrawal, a voucher that
 *   was never paid).
 * - `other_sheet`: the same row stands in an earlier sheet.
 * - `unknown_word`: a movement without a means of payment, under a word that nobody knows.
 */
export const IGNORED_WHYS = [
  "totals",
  "blank",
  "header",
  "other_movement",
  "unknown_word",
  "other_sheet",
] as const
export type IgnoredWhy = (typeof IGNORED_WHYS)[number]

/** Money that was sent to the merchant's bank, as a report tells of it. */
export interface ReportedPayout {
  payoutId: string
  /** Above zero. */
  amountCentimos: number
  /** ISO 4217, upper case. */
  currency: string
  at: Date | null
}

export interface IgnoredRow {
  kind: "ignored"
  lineNumber: number
  why: IgnoredWhy
  /** Of `other_movement`. */
  payout?: ReportedPayout
  /** Of `unknown_word`. */
  word?: string
}

/** What became of one row. Every row of a file gives exactly one event. */
export type ReportEvent =
  { kind: "line"; line: ReportLine } | { kind: "quarantined"; row: RejectedRow } | IgnoredRow
