import type { SourceErrorCode } from "../../settlement"
import type { UnreadCause, UnreadRows } from "../../modules/pagoefectivo"
import type { FailedFile } from "../settlement/failed-file"

/** One source in one night. */
export interface SourceNight {
  tries: number
  done: boolean
  /** The source asked to be left alone until then. */
  notBefore: string | null
  imported: number
  /** Files that were not taken, and why. */
  failed: FailedFile[]
  /** Names of files that earlier nights gave up and that are still there. */
  givenUp: string[]
  /** Files that are left for the next night because there were too many. */
  waiting: number
  /** Why the source as a whole gave nothing, or no more. */
  error: string | null
  code: SourceErrorCode | null
}

/** A night under way. Each step is written down when it is done, so that any process can go on. */
export interface Night {
  startedAt: string
  sources: Record<string, SourceNight>
  /** Files of earlier nights of which more could be read, and how many lines. */
  reread?: { file: string; lines: number }[]
  /** Since when each source is asked. */
  asked?: Record<string, string>
  reconciliationId: string | null
}

export interface SilentSource {
  source: string
  /** Whole days since its last report, or since it was first asked. */
  days: number
}

/** What a night tells beside its run. */
export interface NightNews extends Pick<Night, "sources" | "reread"> {
  silent: SilentSource[]
  unread: UnreadRows
  /** Of the reports that `unread` names. */
  causes: UnreadCause[]
}

export const NEW_SOURCE_NIGHT: SourceNight = {
  tries: 0,
  done: false,
  notBefore: null,
  imported: 0,
  failed: [],
  givenUp: [],
  waiting: 0,
  error: null,
  code: null,
}
