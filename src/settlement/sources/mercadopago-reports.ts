import { pipeline, type Readable } from "node:stream"
import { setTimeout as sleep } from "node:timers/promises"
import { SourceError } from "./errors"
import { createHttpsSource, type HttpsSourceDeps } from "./https-source"
import { ColumnsCheck } from "./mercadopago-columns"
import { MercadoPagoReportApi, type ListedReport } from "./mercadopago-report-api"
import { correctedConfig, NEEDED_COLUMNS, newConfig } from "./mercadopago-report-config"
import { orderReports, type MissingReport } from "./mercadopago-report-orders"
import { lastDays, missingSpans, toWireSpan } from "./mercadopago-report-plan"
import type { MercadoPagoSourceOptions } from "./schema"
import type { RemoteFile, SettlementSource, SourceLimits } from "./source"
import { sourceLimits } from "./source-limits"

const MS_PER_SECOND = 1_000

/**
 * Mercado Pago's settlement or release reports by API. What is covered is read from Mercado Pago's own
 * list, so nothing has to be remembered here: each listing asks for the days that no report covers yet
 * (yesterday; more after a downtime), waits until they stand in the list, and lists all of them.
 *
 * A report that does not come must not hold up those that do: it stands last in the list, and opening
 * it fails with `report_not_made` or `report_never_ready`. The next listing asks for its days again.
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
  private readonly api: MercadoPagoReportApi
  private readonly limits: SourceLimits
  private readonly problems = new Map<string, SourceError>()

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
    await this.ensureConfig()
    const { now, wait = sleep } = this.deps
    const wanted = lastDays(now?.() ?? new Date(), this.options.lookbackDays)
    const known = await this.api.list()
    const spans = missingSpans(wanted, known)
    const { listed, missing } =
      spans.length === 0
        ? { listed: known, missing: [] }
        : await orderReports(this.api, spans, this.limits, wait)
    const recent = listed.filter(({ end }) => end > wanted.begin).sort(oldestFirst)
    if (recent.length > this.limits.maxFiles) {
      const found = `Found ${recent.length} reports, expected at most ${this.limits.maxFiles}`
      throw new SourceError("too_many_files", `${found}: choose a smaller lookbackDays.`)
    }
    return [...recent.map((report) => this.toFile(report)), ...this.toMissingFiles(missing)]
  }

  async open(file: RemoteFile): Promise<Readable> {
    const problem = this.problems.get(file.name)
    if (problem !== undefined) throw problem
    const { id, accessToken, format, report, allowHttp, allowPrivateAddresses } = this.options
    const url = this.addressOf(file.name)
    const headers = { authorization: `Bearer ${accessToken}` }
    const download = createHttpsSource(
      { id, type: "https", format, url, headers, allowHttp, allowPrivateAddresses },
      this.deps,
    )
    const check = new ColumnsCheck(file.name, NEEDED_COLUMNS[report])
    // Errors of either end reach the reader through `check`.
    return pipeline(await download.open(file), check, () => undefined)
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

  private toFile({ id, fileName, createdAt }: ListedReport): RemoteFile {
    const path = this.addressOf(fileName)
    return { name: fileName, path, size: null, modifiedAt: createdAt, key: `${id}:${fileName}` }
  }

  private toMissingFiles(missing: MissingReport[]): RemoteFile[] {
    this.problems.clear()
    return missing.map(({ span, problem }) => {
      const name = `${this.options.report}-${toWireSpan(span).begin_date.slice(0, 10)}-missing`
      this.problems.set(name, problem)
      return { name, path: this.api.baseUrl, size: null, modifiedAt: null, key: null }
    })
  }

  private addressOf(fileName: string): string {
    return `${this.api.baseUrl}/${encodeURIComponent(fileName)}`
  }
}

function oldestFirst(a: ListedReport, b: ListedReport): number {
  const byTime = a.begin.getTime() - b.begin.getTime()
  return byTime || a.fileName.localeCompare(b.fileName)
}
