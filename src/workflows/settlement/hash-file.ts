import { createHash } from "node:crypto"
import { createReadStream } from "node:fs"
import { pipeline } from "node:stream/promises"

export interface FileDigest {
  /** Lower-case hexadecimal. */
  sha256: string
  size: number
}

/** SHA-256 and size of a file, read as a stream. */
export async function hashFile(path: string): Promise<FileDigest> {
  const digest = createHash("sha256")
  let size = 0
  await pipeline(createReadStream(path), async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) {
      digest.update(chunk)
      size += chunk.length
    }
  })
  return { sha256: digest.digest("hex"), size }
}
