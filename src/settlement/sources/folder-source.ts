import { constants, type Stats } from "node:fs"
import { lstat, open, readdir } from "node:fs/promises"
import { join } from "node:path"
import { SourceError } from "./errors"
import type { FolderSourceOptions } from "./schema"
import { settledFiles, type FoundFile } from "./settled-files"
import type { RemoteFile, SettlementSource, SourceDeps } from "./source"
import { sourceLimits } from "./source-limits"
import { verifiedStream } from "./verified-stream"

/** A link in place of the file is not followed, and nothing in its place keeps the store waiting. */
const AS_LISTED = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK

/**
 * A folder of this machine or a mounted one. Links and folders inside it are left alone, also those
 * that take the place of a file after it was listed.
 */
export function createFolderSource(
  options: FolderSourceOptions,
  deps: SourceDeps = {},
): SettlementSource {
  const limits = sourceLimits(deps)
  return {
    id: options.id,
    type: "folder",
    asksAnew: false,
    list: () => settledFiles(() => look(options.path), options.pattern, limits, deps.wait),
    open: async (file) => {
      if (file.problem) throw file.problem
      const path = join(options.path, plainName(file))
      const handle = await open(path, AS_LISTED).catch((error: unknown) => {
        if (codeOf(error) === "ELOOP") throw replaced(file)
        throw namedError(error)
      })
      const remote = handle.createReadStream()
      try {
        requireListed(file, await handle.stat())
      } catch (error) {
        remote.destroy()
        throw error
      }
      return verifiedStream(remote, {
        expectedBytes: file.size,
        maxBytes: limits.maxBytes,
        idleTimeoutMs: limits.idleTimeoutMs,
        toSourceError: namedError,
        verify: async () => {
          requireListed(file, await lstat(path).catch(refuse))
        },
        close: () => undefined,
      })
    },
  }
}

async function look(folder: string): Promise<FoundFile[]> {
  const names = await readdir(folder).catch(refuse)
  const files = await Promise.all(names.map((name) => found(folder, name)))
  return files.filter((file) => file !== null)
}

async function found(folder: string, name: string): Promise<FoundFile | null> {
  const path = join(folder, name)
  try {
    const stats = await lstat(path)
    if (!stats.isFile()) return null
    const { size, mtime: modifiedAt } = stats
    return { name, path, size, modifiedAt, identity: identityOf(stats) }
  } catch (error) {
    if (codeOf(error) === "ENOENT") return null
    throw namedError(error)
  }
}

function plainName(file: RemoteFile): string {
  if (!/[/\\\0]/.test(file.name) && file.name !== ".." && file.name !== ".") return file.name
  throw new SourceError("file_not_found", "The name of a file must not hold a folder.")
}

/** @throws SourceError (file_changed) when another file, or another content, is in its place. */
function requireListed(file: RemoteFile, stats: Stats): void {
  const isOther = file.identity !== undefined && identityOf(stats) !== file.identity
  if (isOther || !stats.isFile()) throw replaced(file)
  if (file.size !== null && stats.size !== file.size) throw changed(file, stats.size)
}

function identityOf({ dev, ino }: Stats): string {
  return `${dev}:${ino}`
}

function replaced(file: RemoteFile): SourceError {
  return new SourceError(
    "file_changed",
    `${file.name} is not the file that was listed: another file or a link has taken its place.`,
  )
}

function changed(file: RemoteFile, size: number): SourceError {
  return new SourceError(
    "file_changed",
    `${file.name} has ${size} bytes, expected ${file.size} as listed: it is still being written.`,
  )
}

function refuse(error: unknown): never {
  throw namedError(error)
}

function namedError(error: unknown): SourceError {
  const code = codeOf(error)
  if (code === "ENOENT" || code === "ENOTDIR") {
    return new SourceError("file_not_found", "There is no such folder or file.", error)
  }
  if (code === "EACCES" || code === "EPERM") {
    return new SourceError("credentials_refused", "The store may not read this folder.", error)
  }
  return new SourceError("source_unreachable", `The folder can't be read (${code}).`, error)
}

function codeOf(error: unknown): string {
  return String((error as NodeJS.ErrnoException | null)?.code ?? "unknown")
}
