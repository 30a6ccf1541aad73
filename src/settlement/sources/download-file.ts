import { createHash } from "node:crypto"
import { createWriteStream } from "node:fs"
import { rm } from "node:fs/promises"
import { Transform, type Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import type { SourceError } from "./errors"
import { retrying } from "./retrying"
import type { RemoteFile, SettlementSource, SourceDeps } from "./source"
import { sourceLimits } from "./source-limits"

export interface DownloadedFile {
  path: string
  size: number
  /** Hexadecimal, of the bytes as they came. */
  sha256: string
}

/**
 * Brings one file to `path` of this machine, whole or not at all. A download that breaks is begun
 * again, a bounded number of times; what came of it is removed.
 * @throws SourceError
 */
export async function downloadFile(
  source: SettlementSource,
  file: RemoteFile,
  path: string,
  deps: SourceDeps = {},
): Promise<DownloadedFile> {
  let hasBegun = false
  try {
    const attempt = async () => {
      hasBegun = false
      const remote = await source.open(file)
      hasBegun = true
      return keep(remote, path)
    }
    // Opening tries again by itself.
    const isWorthIt = ({ retryable }: SourceError) => retryable && hasBegun
    return await retrying(sourceLimits(deps).retryDelayMs, attempt, isWorthIt)
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
}

async function keep(remote: Readable, path: string): Promise<DownloadedFile> {
  const digest = createHash("sha256")
  let size = 0
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      digest.update(chunk)
      size += chunk.length
      done(null, chunk)
    },
  })
  await pipeline(remote, measure, createWriteStream(path))
  return { path, size, sha256: digest.digest("hex") }
}
