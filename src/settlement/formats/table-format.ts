import type { IgnoredWhy, LineStatus, LineType } from "../settlement-line"
import type { DecimalMark } from "../values/amount"
import type { DateFormat } from "../values/instant"

export const TABLE_FIELDS = [
  "externalReference",
  "paymentId",
  "cip",
  "type",
  "status",
  "currency",
  "amount",
  "fee",
  "net",
  "netCredit",
  "netDebit",
  "createdAt",
  "creditedAt",
  "payoutId",
  "method",
  "settlementCurrency",
  "fxRate",
] as const

export type TableField = (typeof TABLE_FIELDS)[number]

/** What a cell of the type or status column says about its row. */
export interface CellMeaning {
  type?: LineType
  status?: LineStatus
  /** The row is no movement of an order's payment. Wins over everything else in the row. */
  ignore?: Extract<IgnoredWhy, "totals" | "other_movement">
  /** The row is a payout to the merchant's bank; it goes with `ignore`. */
  payout?: true
  /** What the word means in a row that has a date of payment. */
  whenPaid?: CellMeaning
}

/**
 * - `paid`: it tells what shoppers paid, and settles nothing.
 * - `releases`: it tells when money of payments became free to use, and of payouts. Where another
 *   report tells of the same payments, those lines are not counted a second time.
 */
export type ReportLedger = "paid" | "releases"

export type Separator = "," | ";" | "\t"

/**
 * A report as a table: which column holds what, and how it is written. Every format is one such
 * description; `row-reader.ts` reads them all.
 */
export interface TableFormat {
  readonly id: string
  /** IANA zone of dates without an offset. */
  readonly timeZone: string
  /**
   * - `named`: columns are found by the header's names, in any order.
   * - a number: there is no header, and every row has exactly so many cells.
   */
  readonly header: "named" | number
  /** Header name (compared without case and accents), or index from 0 where there is no header. */
  readonly columns: Partial<Record<TableField, string | number>>
  /**
   * Columns with the payer's name, as `columns` names them: read only when a person asks whose a line
   * may be, and never kept.
   */
  readonly payerColumns?: readonly (string | number)[]
  /** Fields whose column may be missing from a header. */
  readonly optional: readonly TableField[]
  /** Undefined: told from the content. */
  readonly separator?: Separator
  readonly decimalMark: DecimalMark
  readonly dateFormat: DateFormat
  /**
   * By the cell's text in lower case; `tax_*` stands for all words that begin so. A text that is not
   * here is quarantined.
   */
  readonly types: Readonly<Record<string, CellMeaning>>
  readonly statuses: Readonly<Record<string, CellMeaning>>
  /** For what a row does not say itself. Without `currency` here, its column must be there. */
  readonly defaults: { type?: LineType; status?: LineStatus; currency?: string }
  /** `negative`: the report books fees as money going out. */
  readonly feeSign: "positive" | "negative"
  /** `unsigned`: the report writes refunds and reversals without a minus. */
  readonly amountSign: "signed" | "unsigned"
  /**
   * Means of payment that the plugin sells by; rows of any other are other movements. So is a row
   * without one whose word nobody knows.
   */
  readonly methods?: readonly string[]
  /** Unless given, it tells what was settled. */
  readonly ledger?: ReportLedger
  /** Whether the CIP stands for the payment id too. */
  readonly cipIsPaymentId: boolean
  /** Finds the payout's id where only the file name holds it. */
  readonly payoutIdFromFilename?: (filename: string) => string | null
}
