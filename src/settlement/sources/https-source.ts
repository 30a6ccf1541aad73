import type { IncomingMessage } from "node:http"
import type { Resolve } from "./address-guard"
import { SourceError, TruncatedDownloadError } from "./errors"
import { httpsError, requestReport } from "./https-exchange"
import { retrying } from "./retrying"
import type { HttpsSourceOptions } from "./schema"
import type { SettlementSource, SourceDeps } from "./source"
import { sourceLimits } from "./source-limits"
import { verifiedStream } from "./verified-stream"

export interface HttpsSourceDeps extends SourceDeps {
  /** Name resolution; the system's unless given. */
  resolve?: Resolve
}

/**
 * One address whose report is downloaded as it is now. Whether it is a new one, only its content
 * tells: its file has no `key`.
 */
export function createHttpsSource(
  options: HttpsSourceOptions,
  deps: HttpsSourceDeps = {},
): SettlementSource {
  const limits = sourceLimits(deps)
  const url = new URL(options.url)
  const name = options.filename ?? (url.pathname.split("/").pop() || "report")
  return {
    id: options.id,
    type: "https",
    asksAnew: false,
    list: () =>
      Promise.resolve([
        { name, path: url.origin + url.pathname, size: null, modifiedAt: null, key: null },
      ]),
    open: async () => {
      const ask = () => requestReport(options, limits, deps.resolve)
      const answer = await retrying(limits.retryDelayMs, ask)
      const expectedBytes = announcedBytes(answer)
      if (expectedBytes !== null && expectedBytes > limits.maxBytes) {
        answer.destroy()
        const message = `Found a report of ${expectedBytes} bytes, at most ${limits.maxBytes} expected.`
        throw new SourceError("file_too_large", message)
      }
      return verifiedStream(answer, {
        expectedBytes,
        maxBytes: limits.maxBytes,
        idleTimeoutMs: limits.idleTimeoutMs,
        toSourceError: (error, received) => streamError(error, received, expectedBytes),
        close: () => answer.destroy(),
      })
    },
  }
}

function announcedBytes(answer: IncomingMessage): number | null {
  const header = answer.headers["content-length"]
  return header !== undefined && /^\d{1,15}$/.test(header) ? Number(header) : null
}

function streamError(error: unknown, received: number, expected: number | null): SourceError {
  const named = httpsError(error)
  return named.code === "source_unreachable"
    ? new TruncatedDownloadError(received, expected, error)
    : named
}
