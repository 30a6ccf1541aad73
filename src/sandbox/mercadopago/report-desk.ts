import { MAX_REPORTS } from "./limits"

export const REPORT_KINDS = ["settlement_report", "release_report"] as const
export type ReportKind = (typeof REPORT_KINDS)[number]

export interface ReportRecord {
  id: number
  kind: ReportKind
  begin: Date
  end: Date
  fileName: string
  createdAt: Date
  /** Looks at the list until it stands there; null: never. */
  looksLeft: number | null
  /** The configuration when it was asked for: a later one changes no report. */
  settings: ReportSettings
  /** Its task came to nothing; there is no file. */
  hasFailed: boolean
}

const isThere = ({ looksLeft, hasFailed }: ReportRecord) => looksLeft === 0 && !hasFailed

export type ReportSettings = Record<string, unknown>

/** Reports that were asked for, and how they are to look. */
export class ReportDesk {
  private readonly configs = new Map<ReportKind, ReportSettings>()
  private reports: ReportRecord[] = []
  private nextId = 5_000_001

  config(kind: ReportKind): ReportSettings | undefined {
    return this.configs.get(kind)
  }

  configure(kind: ReportKind, config: ReportSettings): ReportSettings {
    this.configs.set(kind, config)
    return config
  }

  request(wanted: Omit<ReportRecord, "id" | "fileName" | "settings">): ReportRecord {
    const id = this.nextId++
    const settings = this.config(wanted.kind) ?? {}
    const prefix = String(settings.file_name_prefix ?? wanted.kind)
    const stamp = wanted.createdAt.toISOString().slice(0, 19).replace("T", "-").replaceAll(":", "")
    const report = { ...wanted, id, settings, fileName: `${prefix}-${stamp}-${id}.csv` }
    this.reports = [report, ...this.reports].slice(0, MAX_REPORTS)
    return report
  }

  /** What stands in the list now, newest first. Each look brings the others nearer. */
  look(kind: ReportKind): ReportRecord[] {
    const own = this.reports.filter((report) => report.kind === kind)
    const ready = own.filter(({ looksLeft }) => looksLeft === 0)
    for (const report of own) {
      report.looksLeft = report.looksLeft === null ? null : Math.max(0, report.looksLeft - 1)
    }
    return ready
  }

  /** A file that stands in the list. */
  find(kind: ReportKind, fileName: string): ReportRecord | undefined {
    return this.reports.find(
      (report) => report.kind === kind && report.fileName === fileName && isThere(report),
    )
  }

  clear(): void {
    this.configs.clear()
    this.reports = []
  }
}
