import { isAscii, isUtf8 } from "node:buffer"
import { getDecoder, type DecoderStream } from "iconv-lite"
import type { TextEncoding } from "./sniff-content"

/** Longest unfinished UTF-8 character at the end of a chunk. */
const MAX_UNFINISHED_BYTES = 3

/** Turns bytes into text piece by piece; a byte-order mark is dropped. */
export class TextDecoding {
  private decoder: DecoderStream | null
  private carried: Buffer = Buffer.alloc(0)

  constructor(encoding: TextEncoding) {
    this.decoder = encoding === "guess" ? null : getDecoder(encoding)
  }

  write(chunk: Buffer): string {
    if (this.decoder !== null) return this.decoder.write(chunk)
    return this.guess(this.carried.length === 0 ? chunk : Buffer.concat([this.carried, chunk]))
  }

  end(): string {
    const rest = this.carried.length === 0 ? "" : this.decide(this.carried, isUtf8(this.carried))
    return rest + (this.decoder?.end() ?? "")
  }

  /** As long as only ASCII came, nothing is decided: the first accent may stand far below. */
  private guess(bytes: Buffer): string {
    if (isAscii(bytes)) {
      this.carried = Buffer.alloc(0)
      return bytes.toString("latin1")
    }
    const whole = bytes.subarray(0, bytes.length - unfinishedBytes(bytes))
    if (isAscii(whole)) {
      this.carried = Buffer.from(bytes.subarray(whole.length))
      return whole.toString("latin1")
    }
    return this.decide(bytes, isUtf8(whole))
  }

  private decide(bytes: Buffer, utf8: boolean): string {
    this.carried = Buffer.alloc(0)
    // The beginning of the file is past: what looks like a byte-order mark here is text.
    this.decoder = getDecoder(utf8 ? "utf8" : "windows-1252", { stripBOM: false })
    return this.decoder.write(bytes)
  }
}

/** Bytes at the end that may begin a UTF-8 character whose rest is still to come. */
function unfinishedBytes(bytes: Buffer): number {
  for (let count = 1; count <= MAX_UNFINISHED_BYTES; count += 1) {
    const byte = bytes[bytes.length - count] ?? 0
    if (byte < 0x80) return 0
    if (byte >= 0xc0) return sequenceLength(byte) > count ? count : 0
  }
  return 0
}

function sequenceLength(lead: number): number {
  if (lead >= 0xf0) return 4
  return lead >= 0xe0 ? 3 : 2
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
