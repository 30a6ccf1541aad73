import { messageOf } from "../../errors/message-of"
import { ReportError, SourceError, type FileReason, type SourceErrorCode } from "../../settlement"
import { SETTLEMENT_LIMITS as LIMITS } from "./limits"

/** A file of a source that could not be taken, as a night keeps it. */
export interface FailedFile {
  file: string
  /** In English, with all that is known. */
  error: string
  /** For texts in other languages: why it can't be read … */
  reason: FileReason | null
  /** … or could not be fetched. Both null for what went wrong in the store. */
  code: SourceErrorCode | null
  /** Its content is what can't be read: it is left until it changes, or is read anew. */
  isFinal: boolean
  /** It may work a minute later. */
  isWorthWaiting: boolean
}

/** What no other night makes better. */
const FINAL: readonly SourceErrorCode[] = ["report_columns_differ", "file_too_large"]

export function failedFile(file: string, failure: unknown): FailedFile {
  const error = messageOf(failure).slice(0, LIMITS.maxErrorCharacters)
  if (failure instanceof ReportError) {
    const { reason } = failure
    return { file, error, reason, code: null, isFinal: true, isWorthWaiting: false }
  }
  if (failure instanceof SourceError) {
    const { code, retryable: isWorthWaiting } = failure
    const isFinal = FINAL.includes(code)
    return { file, error, reason: null, code, isFinal, isWorthWaiting }
  }
  return { file, error, reason: null, code: null, isFinal: false, isWorthWaiting: true }
}
