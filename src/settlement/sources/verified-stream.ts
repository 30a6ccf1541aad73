import { Transform, type Readable, type TransformCallback } from "node:stream"
import { SourceError, TruncatedDownloadError } from "./errors"

export interface Verification {
  /** Bytes announced; null when unknown. */
  expectedBytes: number | null
  maxBytes: number
  idleTimeoutMs: number
  /** Turns an error of the transport into a named one. */
  toSourceError: (error: unknown, receivedBytes: number) => SourceError
  /** Asked once all bytes are there; throws when the file is not what was announced. */
  verify?: () => Promise<void>
  /** Closes connections, whatever happened. */
  close: () => void
}

/** Lets bytes pass, and fails by name when they stall, stop early or never stop. */
export function verifiedStream(remote: Readable, checks: Verification): Readable {
  const stream = new VerifiedStream(checks)
  remote.on("error", (error) => stream.failBy(error))
  // A connection that breaks may close the stream without an error and without an end.
  remote.once("close", () => {
    if (!remote.readableEnded)
      stream.failBy(new TruncatedDownloadError(stream.received, checks.expectedBytes))
  })
  stream.once("close", () => {
    remote.destroy()
    checks.close()
  })
  return remote.pipe(stream)
}

class VerifiedStream extends Transform {
  received = 0
  private readonly idle: NodeJS.Timeout

  constructor(private readonly checks: Verification) {
    super()
    const { idleTimeoutMs } = checks
    this.idle = setTimeout(() => this.onIdle(), idleTimeoutMs)
    this.once("close", () => clearTimeout(this.idle))
  }

  failBy(error: unknown): void {
    if (this.destroyed || this.writableFinished) return
    const named =
      error instanceof SourceError ? error : this.checks.toSourceError(error, this.received)
    this.destroy(named)
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.idle.refresh()
    this.received += chunk.length
    const { maxBytes } = this.checks
    if (this.received > maxBytes) {
      done(new SourceError("file_too_large", `Received more than ${maxBytes} bytes.`))
      return
    }
    done(null, chunk)
  }

  override _flush(done: TransformCallback): void {
    const { expectedBytes, verify } = this.checks
    if (expectedBytes !== null && expectedBytes !== this.received) {
      done(new TruncatedDownloadError(this.received, expectedBytes))
      return
    }
    if (verify === undefined) done()
    else verify().then(() => done(), done)
  }

  /** A reader that takes its time is no stalled source: only an empty buffer counts. */
  private onIdle(): void {
    if (this.readableLength > 0 || this.writableNeedDrain) {
      this.idle.refresh()
      return
    }
    const seconds = this.checks.idleTimeoutMs / 1000
    this.failBy(new SourceError("source_timeout", `No byte came for ${seconds} seconds.`))
  }
}
