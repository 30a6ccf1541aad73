import { Transform, type TransformCallback } from "node:stream"
import { MAX_LINE_CHARS } from "../limits"
import { SourceError } from "./errors"

const LINE_FEED = 0x0a

/** Lets a CSV report pass once its first line has shown all the columns that are needed. */
export class ColumnsCheck extends Transform {
  private head: Buffer | null = Buffer.alloc(0)

  constructor(
    private readonly fileName: string,
    private readonly needed: readonly string[],
  ) {
    super()
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    if (this.head === null) {
      done(null, chunk)
      return
    }
    this.head = Buffer.concat([this.head, chunk])
    const isWhole = this.head.includes(LINE_FEED) || this.head.length > MAX_LINE_CHARS
    if (isWhole) this.passHead(done)
    else done()
  }

  override _flush(done: TransformCallback): void {
    if (this.head === null) done()
    else this.passHead(done)
  }

  private passHead(done: TransformCallback): void {
    const head = this.head ?? Buffer.alloc(0)
    this.head = null
    const end = head.indexOf(LINE_FEED)
    const line = head.subarray(0, end === -1 ? MAX_LINE_CHARS : end).toString("utf8")
    const found = line.split(/[,;]/).map((cell) => cell.replace(/["\uFEFF\s]/g, ""))
    const missing = this.needed.filter((column) => !found.includes(column))
    if (missing.length === 0) done(null, head)
    else done(this.differs(missing))
  }

  private differs(missing: string[]): SourceError {
    return new SourceError(
      "report_columns_differ",
      `The report ${this.fileName} lacks the columns ${missing.join(", ")}. ` +
        "Somebody made it with another configuration: ask for its days again in Mercado Pago.",
    )
  }
}
