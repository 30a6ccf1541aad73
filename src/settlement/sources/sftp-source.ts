import { posix } from "node:path"
import { SourceError, TruncatedDownloadError } from "./errors"
import { retrying } from "./retrying"
import type { SftpSourceOptions } from "./schema"
import { settledFiles, type FoundFile } from "./settled-files"
import { sftpError, SftpSession } from "./sftp-session"
import type { RemoteFile, SettlementSource, SourceDeps } from "./source"
import { sourceLimits } from "./source-limits"
import { verifiedStream } from "./verified-stream"
import type { Readable } from "node:stream"

/**
 * A folder on an SFTP server whose key is pinned: password and private key go to no other server.
 * A file counts as whole when its size is the same before, during and after.
 */
export function createSftpSource(
  options: SftpSourceOptions,
  deps: SourceDeps = {},
): SettlementSource {
  const limits = sourceLimits(deps)
  const connect = () => SftpSession.open(options, limits)

  async function listOnce(): Promise<RemoteFile[]> {
    const session = await connect()
    try {
      const look = () => lookInto(session, options.directory)
      return await settledFiles(look, options.pattern, limits, deps.wait)
    } finally {
      session.close()
    }
  }

  async function openOnce(file: RemoteFile): Promise<Readable> {
    const session = await connect()
    try {
      await expectSize(session, file)
      return verifiedStream(session.read(file.path) as unknown as Readable, {
        expectedBytes: file.size,
        maxBytes: limits.maxBytes,
        idleTimeoutMs: limits.idleTimeoutMs,
        toSourceError: (error, received) => streamError(error, received, file),
        verify: () => expectSize(session, file),
        close: () => session.close(),
      })
    } catch (error) {
      session.close()
      throw error
    }
  }

  return {
    id: options.id,
    type: "sftp",
    asksAnew: false,
    list: () => retrying(limits.retryDelayMs, listOnce),
    open: async (file) => {
      if (file.problem) throw file.problem
      return retrying(limits.retryDelayMs, () => openOnce(file))
    },
  }
}

async function lookInto(session: SftpSession, directory: string): Promise<FoundFile[]> {
  const entries = await session.ask((client) => client.list(directory))
  return entries
    .filter((entry) => entry.type === "-")
    .map((entry) => ({
      name: entry.name,
      path: posix.join(directory, entry.name),
      size: entry.size,
      modifiedAt: new Date(entry.modifyTime),
    }))
}

async function expectSize(session: SftpSession, file: RemoteFile): Promise<void> {
  const { size } = await session.ask((client) => client.stat(file.path))
  if (file.size === null || size === file.size) return
  throw new SourceError(
    "file_changed",
    `${file.name} has ${size} bytes, expected ${file.size} as listed: it is still being written.`,
  )
}

function streamError(error: unknown, received: number, file: RemoteFile): SourceError {
  const named = sftpError(error)
  return named.code === "source_unreachable"
    ? new TruncatedDownloadError(received, file.size, error)
    : named
}
