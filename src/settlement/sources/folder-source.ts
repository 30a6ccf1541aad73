import { lstat, open, readdir } from "node:fs/promises"
import { join } from "node:path"
import { SourceError } from "./errors"
import type { FolderSourceOptions } from "./schema"
import { settledFiles, type FoundFile } from "./settled-files"
import type { RemoteFile, SettlementSource, SourceDeps } from "./source"
import { sourceLimits } from "./source-limits"
import { verifiedStream } from "./verified-stream"

/** A folder of this machine or a mounted one. Links and folders inside it are left alone. */
export function createFolderSource(
  options: FolderSourceOptions,
  deps: SourceDeps = {},
): SettlementSource {
  const limits = sourceLimits(deps)
  return {
    id: options.id,
    type: "folder",
    list: () => settledFiles(() => look(options.path), options.pattern, limits, deps.wait),
    open: async (file) => {
      const handle = await open(join(options.path, plainName(file)), "r").catch(refuse)
      const remote = handle.createReadStream()
      const { size } = await handle.stat()
      if (file.size !== null && size !== file.size) {
        remote.destroy()
        throw changed(file, size)
      }
      return verifiedStream(remote, {
        expectedBytes: file.size,
        maxBytes: limits.maxBytes,
        idleTimeoutMs: limits.idleTimeoutMs,
        toSourceError: namedError,
        verify: async () => {
          const after = await lstat(join(options.path, plainName(file))).catch(refuse)
          if (file.size !== null && after.size !== file.size) throw changed(file, after.size)
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
    return stats.isFile() ? { name, path, size: stats.size, modifiedAt: stats.mtime } : null
  } catch (error) {
    if (codeOf(error) === "ENOENT") return null
    throw namedError(error)
  }
}

function plainName(file: RemoteFile): string {
  if (!/[/\\\0]/.test(file.name) && file.name !== ".." && file.name !== ".") return file.name
  throw new SourceError("file_not_found", "The name of a file must not hold a folder.")
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
