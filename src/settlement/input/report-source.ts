import { createReadStream } from "node:fs"
import type { Readable } from "node:stream"
import { ReportError } from "../errors"
import { READ_CHUNK_BYTES } from "../limits"

/** A report in memory, on disk (`path`), or coming in as a stream of buffers. */
export type ReportSource = Buffer | { path: string } | Readable | AsyncIterable<Buffer>

/**
 * The bytes of a report in pieces, read only as fast as they are used.
 * @throws FileTooLargeError as soon as there are more than `maxBytes`.
 */
export async function* readChunks(
  source: ReportSource,
  maxBytes: number,
): AsyncGenerator<Buffer, void, undefined> {
  let total = 0
  for await (const piece of open(source)) {
    const chunk = Buffer.isBuffer(piece) ? piece : Buffer.from(piece)
    total += chunk.length
    if (total > maxBytes) {
      const reason = { code: "too_many_bytes", values: { bytes: maxBytes } } as const
      throw new ReportError("file_too_large", reason)
    }
    if (chunk.length > 0) yield chunk
  }
}

function open(source: ReportSource): AsyncIterable<Buffer> | Iterable<Buffer> {
  if (Buffer.isBuffer(source)) return slices(source)
  if ("path" in source && typeof source.path === "string" && !(Symbol.asyncIterator in source)) {
    return createReadStream(source.path, { highWaterMark: READ_CHUNK_BYTES })
  }
  return source as AsyncIterable<Buffer>
}

function* slices(buffer: Buffer): Generator<Buffer> {
  for (let at = 0; at < buffer.length; at += READ_CHUNK_BYTES) {
    yield buffer.subarray(at, at + READ_CHUNK_BYTES)
  }
}
