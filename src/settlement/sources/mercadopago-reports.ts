import { pipeline, type Readable } from "node:stream"
import { setTimeout as sleep } from "node:timers/promises"
import { SourceError } from "./errors"
import { createHttpsSource, type HttpsSourceDeps } from "./https-source"
import { ColumnsCheck } from "./mercadopago-columns"
import { MercadoPagoReportApi, type ListedReport, type ReportList } from "./mercadopago-report-api"
import { correctedConfig, NEEDED_COLUMNS, newConfig } from "./mercadopago-report-config"
import { orderReports, type MissingReport, type ReportOrders } from "./mercadopago-report-orders"
import { coveredBy, lastDays, missingSpans, toWireSpan, type Span } from "./mercadopago-report-plan"
import type { MercadoPagoSourceOptions } from "./schema"
import type { RemoteFile, SettlementSource, SourceLimits } from "./source"
import { sourceLimits } from "./source-limits"

const MS_PER_SECOND = 1_000

/**
 * Mercado Pago's settlement or release reports by API. What is covered is read from Mercado Pago's own
 * list, the account's scheduled reports included: each listing asks for the days that no report covers
 * yet (yesterday; more after a downtime), waits until they stand in the list, and lists all of them.
 *
 * A report that does not come must not hold up those that do: it stands last in the list with its
 * `problem`. The next listing asks for its days again.
 */
export function createMercadoPagoReportsSource(
  options: MercadoPagoSourceOptions,
  deps: HttpsSourceDeps = {},
): SettlementSource {
  return new MercadoPagoReportsSource(options, deps)
}

class MercadoPagoReportsSource implements SettlementSource {
  readonly id: string
  readonly type = "mercadopago"
  readonly asksAnew = true
  private readonly api: MercadoPagoReportApi
  private readonly limits: SourceLimits

  constructor(
    private readonly options: MercadoPagoSourceOptions,
    private readonly deps: HttpsSourceDeps,
  ) {
    this.id = options.id
    this.limits = {
      ...sourceLimits(deps),
      reportPollMs: deps.limits?.reportPollMs ?? options.pollSeconds * MS_PER_SECOND,
    }
    this.api = new MercadoPagoReportApi(options, this.limits)
  }

  async list(): Promise<RemoteFile[]> {
    const trouble = await this.troubleWithConfig()
    const wanted = lastDays(this.deps.now?.() ?? new Date(), this.options.lookbackDays)
    const known = await this.api.list()
    const spans = missingSpans(wanted, await this.covered(known))
    const { listed, missing } = trouble
      ? { listed: known.ready, missing: spans.map((span) => ({ span, problem: trouble })) }
      : await this.order(spans, known)
    const recent = listed.filter(({ end }) => end > wanted.begin).sort(oldestFirst)
    if (recent.length > this.limits.maxFiles) {
      const found = `Found ${recent.length} reports, expected at most ${this.limits.maxFiles}`
      throw new SourceError("too_many_files", `${found}: choose a smaller lookbackDays.`)
    }
    return [...recent.map((report) => this.toFile(report)), ...this.toMissingFiles(missing)]
  }

  async open(file: RemoteFile): Promise<Readable> {
    if (file.problem) throw file.problem
    const { accessToken, report, ...options } = this.options
    const url = this.addressOf(file.name)
    const headers = { authorization: `Bearer ${accessToken}` }
    const download = createHttpsSource({ ...options, type: "https", url, headers }, this.deps)
    const bytes = await download.open(file)
    // A workbook shows its columns only when it is read as a whole.
    if (/\.xlsx$/i.test(file.name)) return bytes
    const check = new ColumnsCheck(file.name, NEEDED_COLUMNS[report])
    // Errors of either end reach the reader through `check`.
    return pipeline(bytes, check, () => undefined)
  }

  private async covered(known: ReportList): Promise<Span[]> {
    const taken = await this.deps.taken?.(known.ready.map(keyOf))
    return known.ready.flatMap((report) => coveredBy(report, taken?.get(keyOf(report))))
  }

  private async order(spans: Span[], known: ReportList): Promise<ReportOrders> {
    if (spans.length === 0) return { listed: known.ready, missing: [] }
    const { wait = sleep } = this.deps
    return orderReports(this.api, spans, known, { limits: this.limits, wait })
  }

  /** A configuration that can't be changed does not keep out what is listed already. */
  private async troubleWithConfig(): Promise<SourceError | null> {
    try {
      await this.ensureConfig()
      return null
    } catch (error) {
      if (error instanceof SourceError && error.code === "source_refused") return error
      throw error
    }
  }

  private async ensureConfig(): Promise<void> {
    const { report } = this.options
    const existing = await this.api.config()
    if (existing === null) {
      await this.api.createConfig(newConfig(report))
      return
    }
    const corrected = correctedConfig(report, existing)
    if (corrected !== null) await this.api.changeConfig(corrected)
  }

  private toFile(report: ListedReport): RemoteFile {
    const { fileName: name, createdAt: modifiedAt } = report
    return { name, path: this.addressOf(name), size: null, modifiedAt, key: keyOf(report) }
  }

  private toMissingFiles(missing: MissingReport[]): RemoteFile[] {
    return missing.map(({ span, problem }) => {
      const name = `${this.options.report}-${toWireSpan(span).begin_date.slice(0, 10)}-missing`
      const path = this.api.baseUrl
      return { name, path, size: null, modifiedAt: null, key: null, problem }
    })
  }

  private addressOf(fileName: string): string {
    return `${this.api.baseUrl}/${encodeURIComponent(fileName)}`
  }
}

function keyOf({ id, fileName }: ListedReport): string {
  return `${id}:${fileName}`
}

function oldestFirst(a: ListedReport, b: ListedReport): number {
  const byTime = a.begin.getTime() - b.begin.getTime()
  return byTime || a.fileName.localeCompare(b.fileName)
}
