import type { Reason, RowReasonCode } from "../settlement/reasons"

/** The row of an archived file that a value came from. */
export interface AdminFileRow {
  /** The settlement report, or the imported table. */
  id: string
  filename: string
  sha256: string
  line: number | null
}

/** Told when the very same file was imported before: nothing was done then. */
export interface AdminKnownImport {
  at: string
  by: string
}

/** A row of a file that could not be read; the other rows went on. */
export interface AdminRowProblem {
  line: number
  /** As the file names it; null when the whole row is the problem. */
  column: string | null
  found: string
  expected: string
  /**
   * The same for programs and translations; null for rows from before there were codes. `values.found`
   * is the cell in question, empty where it is blank; reasons about a whole row have none.
   */
  reason: Reason<RowReasonCode> | null
  raw: string
}

/** One that is stored. */
export interface AdminQuarantinedRow extends AdminRowProblem {
  id: string
  /** The report that has brought it corrected. */
  fixed_by: string | null
}
