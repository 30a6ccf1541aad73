import type { Readable } from "node:stream"

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
}

/** A place where settlement reports are fetched from. Nothing on it is ever changed. */
export interface SettlementSource {
  readonly id: string
  readonly type: "folder" | "sftp" | "https" | "mercadopago"

  /**
   * Files that match and are not being written any more, oldest first.
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
