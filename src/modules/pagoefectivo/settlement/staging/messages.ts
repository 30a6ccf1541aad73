import type { CustomFormatMapping, FileReason, ReportErrorCode } from "../../../../settlement"
import type { RowCounts } from "./staged-row"

/** What the reading thread is given. */
export interface StageRequest {
  /** Where the file is on this machine. */
  path: string
  filename: string
  /** A format's id, or `auto`. */
  format: string
  /** The merchant's own formats, as the options have them. */
  mappings: readonly CustomFormatMapping[]
  payoutId: string | null
  maxBytes: number
}

/** What it answers: once `opened`, any number of `rows`, and at the end `read` or `refused`. */
export type StageMessage =
  | { kind: "opened"; format: string; timeZone: string }
  | { kind: "rows"; bytes: Uint8Array }
  | { kind: "read"; counts: RowCounts }
  | { kind: "refused"; code: ReportErrorCode; reason: FileReason }

/** Pieces of some 100 kB that may wait to be taken; for each one taken the thread is told so. */
export const PIECES_AHEAD = 8
