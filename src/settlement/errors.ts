import { BrandedError } from "../errors/branded-error"

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
 * A report (or a table of deposits or rates) that can't be read as a whole. `code` is stable and meant for programs; the message
 * says what was found and what was expected. It never holds a row of the report.
 */
export class ReportError extends BrandedError {
  readonly code: ReportErrorCode
  readonly found: string
  readonly expected: string

  constructor(code: ReportErrorCode, found: string, expected: string, cause?: unknown) {
    super(
      `This file can't be read: found ${found}, expected ${expected}.`,
      cause === undefined ? undefined : { cause },
    )
    this.code = code
    this.found = found
    this.expected = expected
  }
}

/** No byte, or nothing but blanks. A file with a header and no rows is not empty. */
export class EmptyFileError extends ReportError {
  constructor(found: string) {
    super("empty_file", found, "a report with at least a header")
  }
}

/** Something else under a report's name: a web page, a PDF, an archive, a picture. */
export class NotAReportError extends ReportError {
  constructor(found: string, cause?: unknown) {
    super("not_a_report", found, "a CSV or text file, or an Excel workbook (.xlsx)", cause)
  }
}

/** A text or a workbook whose columns belong to no known format. */
export class UnknownFormatError extends ReportError {
  constructor(found: string, expected: string) {
    super("unknown_format", found, expected)
  }
}

/** A format was named, and the file is not in it. */
export class FormatMismatchError extends ReportError {
  constructor(found: string, expected: string) {
    super("format_mismatch", found, expected)
  }
}

export class FileTooLargeError extends ReportError {
  constructor(found: string, expected: string) {
    super("file_too_large", found, expected)
  }
}

/** The very first lines already exceed the limit. A long line further down is quarantined instead. */
export class LineTooLongError extends ReportError {
  constructor(found: string, expected: string) {
    super("line_too_long", found, expected)
  }
}

export class TooManyColumnsError extends ReportError {
  constructor(found: string, expected: string) {
    super("too_many_columns", found, expected)
  }
}

/** An Excel workbook that is damaged, encrypted or unpacks to more than is allowed. */
export class UnreadableSpreadsheetError extends ReportError {
  constructor(found: string, expected: string, cause?: unknown) {
    super("unreadable_spreadsheet", found, expected, cause)
  }
}
