import picomatch from "picomatch"
import { setTimeout as sleep } from "node:timers/promises"
import { SourceError } from "./errors"
import type { RemoteFile, SourceDeps, SourceLimits } from "./source"

/** Names that transfer programs use while a file is still coming in. */
const UNFINISHED = /\.(?:part|partial|filepart|tmp|temp|crdownload|upload|swp)$/i

export interface FoundFile {
  name: string
  path: string
  size: number
  modifiedAt: Date
  identity?: string
}

/**
 * Looks twice: a file that changed in between is still being written, and is left for the next run. A
 * name may be written with composed or with combining accents; the pattern means both.
 */
export async function settledFiles(
  look: () => Promise<FoundFile[]>,
  pattern: string,
  limits: SourceLimits,
  wait: SourceDeps["wait"] = sleep,
): Promise<RemoteFile[]> {
  const matches = picomatch(pattern.normalize("NFC"), { nocase: true })
  const wanted = ({ name }: FoundFile) => matches(name.normalize("NFC")) && !UNFINISHED.test(name)
  const before = (await look()).filter(wanted)
  if (before.length > limits.maxFiles) {
    throw new SourceError(
      "too_many_files",
      `Found ${before.length} files that match ${pattern}, expected at most ${limits.maxFiles}: ` +
        "use a narrower pattern, or move old reports away.",
    )
  }
  if (before.length === 0) return []
  await wait(limits.settleMs)
  const after = new Set((await look()).map(keyOf))
  return before
    .sort((a, b) => a.modifiedAt.getTime() - b.modifiedAt.getTime() || compare(a.name, b.name))
    .map((file) => {
      const key = keyOf(file)
      return { ...file, key, ...(!after.has(key) && { problem: stillWritten(file) }) }
    })
}

function stillWritten({ name }: FoundFile): SourceError {
  return new SourceError("file_changed", `${name} is still being written.`)
}

function keyOf(file: FoundFile): string {
  return `${file.path}:${file.size}:${file.modifiedAt.getTime()}`
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
