import http, { type IncomingMessage } from "node:http"
import https from "node:https"
import { MAX_REDIRECTS } from "../limits"
import { publicLookup, refusePrivateLiteral, type Resolve } from "./address-guard"
import { SourceError } from "./errors"
import { retryAfterMs } from "./retry-after"
import type { HttpsSourceOptions } from "./schema"
import type { SourceLimits } from "./source"

const REDIRECTS = new Set([301, 302, 303, 307, 308])

/**
 * Asks for the report, following a bounded number of redirects. Headers of the options stay with
 * the origin they were meant for.
 * @throws SourceError
 */
export async function requestReport(
  options: HttpsSourceOptions,
  limits: SourceLimits,
  resolve?: Resolve,
): Promise<IncomingMessage> {
  const origin = new URL(options.url).origin
  let url = new URL(options.url)
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
    refuseAddress(url, options)
    const headers = url.origin === origin ? options.headers : {}
    const answer = await ask(url, headers, options, limits, resolve)
    const { statusCode = 0 } = answer
    if (statusCode === 200) return answer
    answer.destroy()
    if (!REDIRECTS.has(statusCode)) {
      throw statusError(statusCode, retryAfterMs(answer.headers["retry-after"]))
    }
    url = nextUrl(answer, url)
  }
  throw new SourceError("source_refused", `More than ${MAX_REDIRECTS} redirects in a row.`)
}

function refuseAddress(url: URL, options: HttpsSourceOptions): void {
  if (url.protocol !== "https:" && !(options.allowHttp && url.protocol === "http:")) {
    const message = `Found an address that begins with ${url.protocol}, expected https:.`
    throw new SourceError("address_not_allowed", message)
  }
  if (!options.allowPrivateAddresses) refusePrivateLiteral(url)
}

function ask(
  url: URL,
  headers: Record<string, string>,
  options: HttpsSourceOptions,
  limits: SourceLimits,
  resolve: Resolve | undefined,
): Promise<IncomingMessage> {
  const { request } = url.protocol === "https:" ? https : http
  return new Promise((settle, reject) => {
    const asked = request(url, {
      agent: false,
      headers: { accept: "*/*", ...headers, "accept-encoding": "identity" },
      ...(options.allowPrivateAddresses ? {} : { lookup: publicLookup(resolve) as never }),
      ...(options.caCertificate === undefined ? {} : { ca: options.caCertificate }),
    })
    const timer = setTimeout(() => asked.destroy(timedOut(limits)), limits.connectTimeoutMs)
    asked.once("close", () => clearTimeout(timer))
    // Stays on: an error after the answer reaches the reader through the answer's own stream.
    asked.on("error", (error) => reject(httpsError(error)))
    asked.once("response", (answer) => {
      clearTimeout(timer)
      settle(answer)
    })
    asked.end()
  })
}

function timedOut(limits: SourceLimits): SourceError {
  const seconds = limits.connectTimeoutMs / 1000
  return new SourceError("source_timeout", `No answer came within ${seconds} seconds.`)
}

function nextUrl(answer: IncomingMessage, from: URL): URL {
  const { location } = answer.headers
  if (location !== undefined && URL.canParse(location, from)) return new URL(location, from)
  throw new SourceError("source_refused", "The server redirects without saying where to.")
}

function statusError(status: number, pauseMs: number | null): SourceError {
  if (status === 401 || status === 403) {
    const message = `The server refused the credentials (HTTP ${status}).`
    return new SourceError("credentials_refused", message)
  }
  if (status === 404 || status === 410) {
    return new SourceError("file_not_found", `There is no report at this address (HTTP ${status}).`)
  }
  if (status === 408 || status === 429 || status >= 500) {
    const message = `The server can't answer now (HTTP ${status}).`
    return new SourceError("source_unreachable", message, undefined, pauseMs)
  }
  return new SourceError("source_refused", `Found HTTP ${status}, expected 200.`)
}

export function httpsError(error: unknown): SourceError {
  if (error instanceof SourceError) return error
  const code = String((error as NodeJS.ErrnoException | null)?.code ?? "unknown")
  if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ALTNAME/.test(code)) {
    const message = `The server's certificate is not trusted (${code}).`
    return new SourceError("source_refused", message, error)
  }
  if (code === "ETIMEDOUT") {
    return new SourceError("source_timeout", "The server did not answer in time.", error)
  }
  return new SourceError("source_unreachable", `The server can't be reached (${code}).`, error)
}
