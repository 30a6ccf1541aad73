import { Readable } from "node:stream"
import { decodeText } from "./decode-text"
import type { TextEncoding } from "./sniff-content"
import { collect } from "./workbook-rows"

/**
 * A page whole, as text.
 * @throws ReportError (file_too_large) like a workbook
 */
export async function readPage(
  chunks: AsyncIterable<Buffer>,
  encoding: TextEncoding,
): Promise<string> {
  const bytes = await collect(chunks)
  let text = ""
  for await (const piece of decodeText(Readable.from([bytes]), encoding)) text += piece
  return text
}
