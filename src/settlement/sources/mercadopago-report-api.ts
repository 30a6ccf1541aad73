import { MAX_MERCADOPAGO_ANSWER_BYTES } from "../limits"
import { SourceError } from "./errors"
import type { MercadoPagoReport, ReportConfig } from "./mercadopago-report-config"
import { fromWireSpan, toWireSpan, type Span } from "./mercadopago-report-plan"
import { retryAfterMs } from "./retry-after"
import { retrying } from "./retrying"
import type { MercadoPagoSourceOptions } from "./schema"
import type { SourceLimits } from "./source"

/** A report that can be downloaded. */
export interface ListedReport extends Span {
  id: string
  fileName: string
  createdAt: Date | null
}

/** What stands in the list. */
export interface ReportList {
  ready: ListedReport[]
  /** Ids of reports that will never be there. */
  failed: ReadonlySet<string>
}

export type ReportRequest =
  | { outcome: "made"; id: string | null }
  | { outcome: "nothing_made" }
  /** In Mercado Pago's words. */
  | { outcome: "refused"; why: string }

interface JsonAnswer {
  status: number
  body: unknown
}

const ACCEPTED = 202
/** With the merchant's own prefix, which may hold spaces and accents, but no folder. */
const FILE_NAME = /^(?!\.)[^/\\\p{Cc}]{1,200}\.(?:csv|xlsx)$/iu
/** Words for a report that is not there (yet); the documents do not list them. */
const NOT_READY = /pending|process(?!ed)|creat|generating|wait|queue|schedul/i
const FAILED = /delet|error|fail|cancel|reject|expire/i
const MAX_WHY_CHARACTERS = 200
const MS_PER_SECOND = 1_000

/** The vendor's calls around reports (reference 2.6). Every method throws SourceError. */
export class MercadoPagoReportApi {
  readonly baseUrl: string

  constructor(
    private readonly options: MercadoPagoSourceOptions,
    private readonly limits: SourceLimits,
  ) {
    const root = options.baseUrl.replace(/\/+$/, "").replace(/\/v1$/, "")
    this.baseUrl = `${root}/v1/account/${pathOf(options.report)}`
  }

  /** Null when the account has none yet. */
  async config(): Promise<ReportConfig | null> {
    const { status, body } = await this.send("GET", "/config")
    if (status === 404) return null
    return asObject(expectOk(status, body, "its configuration"))
  }

  async createConfig(config: ReportConfig): Promise<void> {
    const { status, body } = await this.send("POST", "/config", config)
    expectOk(status, body, "a configuration to be created")
  }

  async changeConfig(config: ReportConfig): Promise<void> {
    const { status, body } = await this.send("PUT", "/config", config)
    expectOk(status, body, "its configuration to be changed")
  }

  /** 202: it will come. 203: accepted, and nothing made. Asking twice only makes two reports. */
  async request(span: Span): Promise<ReportRequest> {
    const { status, body } = await this.send("POST", "", toWireSpan(span))
    if (status >= 400) return { outcome: "refused", why: whyOf(status, body) }
    const id = idOf(asObject(expectOk(status, body, "a report to be made"))?.id)
    return status === ACCEPTED ? { outcome: "made", id } : { outcome: "nothing_made" }
  }

  /** Reports that are ready, also those that the account makes by itself. */
  async list(): Promise<ReportList> {
    const { status, body } = await this.send("GET", "/list")
    const entries = expectOk(status, body, "the list of reports")
    if (!Array.isArray(entries)) {
      throw new SourceError("source_refused", "Mercado Pago answered no list of reports.")
    }
    const failed = entries.map(asObject).filter((entry) => saysOf(entry, FAILED))
    const ids = failed.flatMap((entry) => idOf(entry?.id) ?? [])
    return { ready: entries.flatMap(readEntry), failed: new Set(ids) }
  }

  private send(method: string, path: string, json?: unknown): Promise<JsonAnswer> {
    return retrying(this.limits.retryDelayMs, () => this.sendOnce(method, path, json))
  }

  private async sendOnce(method: string, path: string, json?: unknown): Promise<JsonAnswer> {
    const { connectTimeoutMs } = this.limits
    try {
      const response = await fetch(this.baseUrl + path, {
        method,
        redirect: "error",
        headers: {
          accept: "application/json",
          authorization: `Bearer ${this.options.accessToken}`,
          ...(json === undefined ? {} : { "content-type": "application/json" }),
        },
        body: json === undefined ? undefined : JSON.stringify(json),
        signal: AbortSignal.timeout(connectTimeoutMs),
      })
      const body = await readJson(response)
      refuseFailure(response.status, retryAfterMs(response.headers.get("retry-after")))
      return { status: response.status, body }
    } catch (error) {
      throw toSourceError(error, connectTimeoutMs)
    }
  }
}

function pathOf(report: MercadoPagoReport): string {
  return `${report}_report`
}

function readEntry(value: unknown): ListedReport[] {
  const entry = asObject(value)
  const { file_name: fileName, date_created: created } = entry ?? {}
  const span = fromWireSpan(entry?.begin_date, entry?.end_date)
  const isThere = typeof fileName === "string" && FILE_NAME.test(fileName)
  if (span === null || !isThere || saysOf(entry, NOT_READY) || saysOf(entry, FAILED)) return []
  const createdAt = new Date(typeof created === "string" ? created : Number.NaN)
  const isDated = !Number.isNaN(createdAt.getTime())
  return [{ ...span, id: idOf(entry?.id) ?? "", fileName, createdAt: isDated ? createdAt : null }]
}

function saysOf(entry: Record<string, unknown> | null, words: RegExp): boolean {
  return typeof entry?.status === "string" && words.test(entry.status)
}

function whyOf(status: number, body: unknown): string {
  const { message, error } = asObject(body) ?? {}
  const why = [message, error].find((text) => typeof text === "string" && text !== "") ?? ""
  return `HTTP ${status} ${String(why)}`.trim().slice(0, MAX_WHY_CHARACTERS)
}

function idOf(value: unknown): string | null {
  return typeof value === "number" || typeof value === "string" ? String(value) : null
}

function asObject(value: unknown): Record<string, unknown> | null {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null
}

async function readJson(response: Response): Promise<unknown> {
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = response.body?.getReader()
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    size += part.value.length
    if (size > MAX_MERCADOPAGO_ANSWER_BYTES) {
      await reader?.cancel()
      const most = `at most ${MAX_MERCADOPAGO_ANSWER_BYTES} expected`
      throw new SourceError("source_refused", `Mercado Pago answered more bytes than ${most}.`)
    }
    chunks.push(part.value)
  }
  const text = Buffer.concat(chunks).toString("utf8")
  try {
    return text.trim() === "" ? null : (JSON.parse(text) as unknown)
  } catch {
    return undefined
  }
}

function refuseFailure(status: number, pauseMs: number | null): void {
  if (status === 401 || status === 403) {
    throw new SourceError(
      "credentials_refused",
      `Mercado Pago refused the access token for reports (HTTP ${status}). Check accessToken.`,
    )
  }
  if (status === 408 || status === 429 || status >= 500) {
    const message = `Mercado Pago can't answer about reports now (HTTP ${status}).`
    throw new SourceError("source_unreachable", message, undefined, pauseMs)
  }
}

function expectOk(status: number, body: unknown, what: string): unknown {
  if (status >= 200 && status < 300 && body !== undefined) return body
  const found = body === undefined ? "something that is no JSON" : `HTTP ${status}`
  throw new SourceError("source_refused", `Asked Mercado Pago for ${what}: found ${found}.`)
}

function toSourceError(error: unknown, timeoutMs: number): SourceError {
  if (error instanceof SourceError) return error
  if ((error as { name?: unknown } | null)?.name === "TimeoutError") {
    const seconds = timeoutMs / MS_PER_SECOND
    return new SourceError("source_timeout", `No answer came within ${seconds} seconds.`, error)
  }
  return new SourceError("source_unreachable", "Mercado Pago can't be reached.", error)
}
