import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { buffer } from "node:stream/consumers"
import type { RemoteFile, SettlementSource, SourceDeps } from "../.."

/** Short waits, so that a server that hangs is given up quickly. */
export const QUICK: SourceDeps = {
  wait: () => Promise.resolve(),
  limits: { connectTimeoutMs: 1_500, idleTimeoutMs: 400, retryDelayMs: 1 },
}

export async function contentOf(source: SettlementSource, file: RemoteFile): Promise<Buffer> {
  return await buffer(await source.open(file))
}

export function temporaryFolder(): {
  path: string
  file: (name: string) => string
  remove: () => void
} {
  const path = mkdtempSync(join(tmpdir(), "settlement-source-"))
  return {
    path,
    file: (name) => join(path, name),
    remove: () => rmSync(path, { recursive: true, force: true }),
  }
}
