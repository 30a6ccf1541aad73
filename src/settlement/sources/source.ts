import type { Readable } from "node:stream"
import type { SourceError } from "./errors"

export interface RemoteFile {
  /** Without folders. */
  name: string
  /** Where the source finds it; for evidence. Without credentials and query. */
  path: string
  /** Bytes; null when the source does not say beforehand. */
  size: number | null
  modifiedAt: Date | null
  /**
   * Changes with the file's size or time: a listing can be resumed by skipping what has been taken.
   * Null where only the content (its SHA-256) tells whether the file is new.
   */
  key: string | null
  /** Tells a file from another one that takes its name; absent where the source has no such thing. */
  identity?: string
  /** Why it can't be opened now, known beforehand: still being written, or never made. */
  problem?: SourceError
}

/** What became of a listed file in earlier nights. */
export interface TakenFile {
  /** It can't be read as a report, or lacks columns. */
  isUnusable: boolean
  /** It held no movement. */
  isEmpty: boolean
}

/** A place where settlement reports are fetched from. Nothing on it is ever changed. */
export interface SettlementSource {
  readonly id: string
  readonly type: "folder" | "sftp" | "https" | "mercadopago"
  /** A second look in the same night may find another report for days whose first one was no use. */
  readonly asksAnew: boolean

  /**
   * Files that match, oldest first; one that is still being written, or that should be there and is
   * not, with its `problem`.
   * @throws SourceError
   */
  list(): Promise<RemoteFile[]>

  /**
   * The bytes of one file. The stream fails with a `SourceError` when it ends early, stalls, grows
   * beyond the limit, or when the file changed since it was listed.
   * @throws SourceError
   */
  open(file: RemoteFile): Promise<Readable>
}

export interface SourceDeps {
  /** What became of files, by key, for a source that asks anew for what was no use. */
  taken?: (keys: string[]) => Promise<ReadonlyMap<string, TakenFile>>
  /** Waits between two looks at a folder or a list of reports. */
  wait?: (ms: number) => Promise<void>
  now?: () => Date
  /** Milliseconds before another try; each constant of `limits.ts` can be replaced for tests. */
  limits?: Partial<SourceLimits>
}

export interface SourceLimits {
  settleMs: number
  connectTimeoutMs: number
  idleTimeoutMs: number
  retryDelayMs: number
  maxBytes: number
  maxFiles: number
  reportPollMs: number
  reportWaitMs: number
}
