import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { buffer } from "node:stream/consumers"
import type { RemoteFile, SettlementSource, SourceDeps } from "../.."

/** No pause between looks or tries, and all the time in the world for an answer. */
export const QUICK: SourceDeps = {
  wait: () => Promise.resolve(),
  limits: { retryDelayMs: 1 },
}

/** For a server that never says what is waited for: whoever waits briefly learns as much. */
export function impatient(what: "connectTimeoutMs" | "idleTimeoutMs"): SourceDeps {
  return { ...QUICK, limits: { ...QUICK.limits, [what]: 400 } }
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
