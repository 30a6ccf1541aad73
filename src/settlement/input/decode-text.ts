import { isAscii, isUtf8 } from "node:buffer"
import { decode, getDecoder, type DecoderStream } from "iconv-lite"
import { MAX_LINE_CHARS } from "../limits"
import type { TextEncoding } from "./sniff-content"

const LINE_FEED = 10
const CARRIAGE_RETURN = 13

/** A line of more bytes exceeds `MAX_LINE_CHARS` in every encoding: no need to wait for its end. */
const MAX_WAITING_BYTES = MAX_LINE_CHARS * 4

/**
 * Turns bytes into text piece by piece; a byte-order mark is dropped.
 *
 * Without a mark each line is UTF-8 if it can be, and Windows-1252 otherwise. So the first accent
 * may stand far below, and the result never depends on how the bytes were cut into pieces.
 */
export class TextDecoding {
  private readonly decoder: DecoderStream | null
  /** The beginning of a line whose end is still to come. */
  private waiting: Buffer = Buffer.alloc(0)

  constructor(encoding: TextEncoding) {
    this.decoder = encoding === "guess" ? null : getDecoder(encoding)
  }

  write(chunk: Buffer): string {
    if (this.decoder !== null) return this.decoder.write(chunk)
    const bytes = this.waiting.length === 0 ? chunk : Buffer.concat([this.waiting, chunk])
    const end = endOfLastLine(bytes)
    const cut = end === 0 && bytes.length > MAX_WAITING_BYTES ? bytes.length : end
    this.waiting = Buffer.from(bytes.subarray(cut))
    return decodeLines(bytes.subarray(0, cut))
  }

  end(): string {
    return this.decoder === null ? decodeLines(this.waiting) : (this.decoder.end() ?? "")
  }
}

function endOfLastLine(bytes: Buffer): number {
  return Math.max(bytes.lastIndexOf(LINE_FEED), bytes.lastIndexOf(CARRIAGE_RETURN)) + 1
}

function decodeLines(bytes: Buffer): string {
  if (isAscii(bytes)) return bytes.toString("latin1")
  if (isUtf8(bytes)) return bytes.toString("utf8")
  let text = ""
  for (let start = 0; start < bytes.length;) {
    const end = endOfLine(bytes, start)
    const line = bytes.subarray(start, end)
    text += isUtf8(line) ? line.toString("utf8") : decode(line, "windows-1252")
    start = end
  }
  return text
}

function endOfLine(bytes: Buffer, start: number): number {
  let end = start
  while (end < bytes.length && bytes[end] !== LINE_FEED && bytes[end] !== CARRIAGE_RETURN) end += 1
  return Math.min(end + 1, bytes.length)
}

/** The beginning of a text, as far as its bytes go. */
export function decodeHead(head: Buffer, encoding: TextEncoding): string {
  const decoding = new TextDecoding(encoding)
  return decoding.write(head) + decoding.end()
}

export async function* decodeText(
  chunks: AsyncIterable<Buffer>,
  encoding: TextEncoding,
): AsyncGenerator<string, void, undefined> {
  const decoding = new TextDecoding(encoding)
  for await (const chunk of chunks) yield decoding.write(chunk)
  const rest = decoding.end()
  if (rest !== "") yield rest
}
