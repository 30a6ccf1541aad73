import { BrandedError } from "../../errors/branded-error"

export const SOURCE_ERROR_CODES = [
  "source_unreachable",
  "source_timeout",
  "source_refused",
  "credentials_refused",
  "host_key_changed",
  "address_not_allowed",
  "file_not_found",
  "file_changed",
  "file_too_large",
  "too_many_files",
  "truncated_download",
  "report_refused",
  "report_not_made",
  "report_never_ready",
  "report_columns_differ",
] as const

export type SourceErrorCode = (typeof SOURCE_ERROR_CODES)[number]

const WORTH_ANOTHER_TRY: readonly SourceErrorCode[] = [
  "source_unreachable",
  "source_timeout",
  "truncated_download",
]

/**
 * A report could not be fetched. `code` is stable and meant for programs; the message says what was
 * found and what to do. It never holds passwords, keys, headers or the query of an address.
 */
export class SourceError extends BrandedError {
  readonly code: SourceErrorCode
  /** Whether the same request may succeed a little later. */
  readonly retryable: boolean

  constructor(
    code: SourceErrorCode,
    message: string,
    cause?: unknown,
    /** How long the server wants to be left alone, in milliseconds; null when it does not say. */
    readonly retryAfterMs: number | null = null,
  ) {
    super(message, cause === undefined ? undefined : { cause })
    this.code = code
    this.retryable = WORTH_ANOTHER_TRY.includes(code)
  }
}

/** The server's key is not the pinned one: either it was renewed, or someone stands between. */
export class HostKeyChangedError extends SourceError {
  constructor(
    readonly expected: string,
    readonly found: string,
  ) {
    super(
      "host_key_changed",
      `The SFTP server shows the key ${found}, expected ${expected}. Ask its operator, and change ` +
        "hostFingerprint only if they confirm the new key.",
    )
  }
}

/** Fewer (or more) bytes than announced. */
export class TruncatedDownloadError extends SourceError {
  constructor(
    readonly receivedBytes: number,
    readonly expectedBytes: number | null,
    cause?: unknown,
  ) {
    const expected = expectedBytes === null ? "the whole file" : `${expectedBytes} bytes`
    super("truncated_download", `Received ${receivedBytes} bytes, expected ${expected}.`, cause)
  }
}
