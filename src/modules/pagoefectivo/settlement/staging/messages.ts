import type {
  BankDepositRow,
  CustomFormatMapping,
  ExchangeRateRow,
  FileReason,
  ReportErrorCode,
  TableContent,
} from "../../../../settlement"
import type { RowCounts } from "./staged-row"

export interface StageRequest {
  kind: "report"
  /** Where the file is on this machine. */
  path: string
  filename: string
  /** A format's id, or `auto`. */
  format: string
  /** The merchant's own formats, as the options have them. */
  mappings: readonly CustomFormatMapping[]
  payoutId: string | null
  /** ISO 4217, for rows that name no currency. */
  currency: string | null
  maxBytes: number
}

/** Merchants' tables, and what one row of each says. */
export interface TableRowKinds {
  bank_deposits: BankDepositRow
  exchange_rates: ExchangeRateRow
}

export interface TableRequest {
  kind: keyof TableRowKinds
  path: string
}

/** Who paid what stands on one line of a report that was imported before. */
export interface PayerRequest {
  kind: "payer"
  path: string
  format: string
  mappings: readonly CustomFormatMapping[]
  lineNumber: number
}

/** What the reading thread is given. */
export type ReadingRequest = StageRequest | TableRequest | PayerRequest

type AnyRow = TableRowKinds[keyof TableRowKinds]

/**
 * What it answers: of a report, once `opened`, any number of `rows`, and at the end `read`; of a table
 * any number of `some` of its rows, and at the end `table`; of a payer `payer`. At any time `refused`.
 */
export type ReadingMessage =
  | { kind: "opened"; format: string; timeZone: string; unreadSheets: string[] }
  | { kind: "rows"; bytes: Uint8Array }
  | { kind: "read"; counts: RowCounts }
  | ({ kind: "some" } & Pick<TableContent<AnyRow>, "rows" | "quarantined">)
  | ({ kind: "table" } & Pick<TableContent<AnyRow>, "ignored" | "unreadSheets">)
  | { kind: "payer"; name: string | null }
  | { kind: "refused"; code: ReportErrorCode; reason: FileReason }

/** Pieces of a file's rows that may wait to be taken; for each one taken the thread is told so. */
export const PIECES_AHEAD = 8
