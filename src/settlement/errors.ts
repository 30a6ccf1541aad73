import { BrandedError } from "../errors/branded-error"
import { FILE_REASONS, type FileReason } from "./reasons"
import { fill } from "../errors/fill"

export const REPORT_ERROR_CODES = [
  "empty_file",
  "not_a_report",
  "unknown_format",
  "format_mismatch",
  "file_too_large",
  "line_too_long",
  "too_many_columns",
  "unreadable_spreadsheet",
] as const

export type ReportErrorCode = (typeof REPORT_ERROR_CODES)[number]

/**
 * A report (or a table of deposits or rates) that can't be read as a whole. `code` is the kind of
 * trouble, `reason` the very one with its values, for programs and translations; the message says in
 * English what was found and what was expected. It never holds a row of the report.
 */
export class ReportError extends BrandedError {
  constructor(
    readonly code: ReportErrorCode,
    readonly reason: FileReason,
    cause?: unknown,
  ) {
    const { found, expected } = FILE_REASONS[reason.code]
    const [seen, wanted] = [found, expected].map((sentence) => fill(sentence, reason.values))
    super(
      `This file can't be read: found ${seen}, expected ${wanted}.`,
      cause === undefined ? undefined : { cause },
    )
  }
}
