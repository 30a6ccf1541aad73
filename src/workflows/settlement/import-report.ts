import type { MedusaContainer } from "@medusajs/framework/types"
import type { SettlementReportRow, AppliedReport } from "../../modules/pagoefectivo"
import { pagoEfectivo } from "../container"
import { applyReport, type ReadAs } from "./apply-report"
import { readingKey } from "./reading-key"
import { importFile, type FileToImport, type ImportRecords } from "./import-file"

export interface ReportFile extends FileToImport {
  /** `upload`, or the source's type and id; never a secret. */
  source: string
  providerId: string
  /** A format's id, or `auto`. */
  format?: string
  /** The gateway's id of the payout, for rows that name none. */
  payoutId?: string | null
  /** ISO 4217, for rows that name no currency; of the format unless given. */
  currency?: string | null
  /** Say what would be taken, and change nothing. */
  dryRun?: boolean
  /** A source brings what it has: what a person has withdrawn stays withdrawn. */
  keepWithdrawn?: boolean
}

/** What a report holds, as far as an answer tells. */
export type ReportOutcome = Pick<SettlementReportRow, "filename" | "sha256" | "size_bytes"> &
  AppliedReport

export type ReportImport =
  | { outcome: "imported" | "already_imported"; report: SettlementReportRow }
  | { outcome: "dry_run"; report: ReportOutcome }

/**
 * Takes a settlement report in; see `importFile`.
 * @throws ReportError when the file as a whole can't be read, saying what was found
 *   and what was expected
 */
export async function importReport(
  container: MedusaContainer,
  file: ReportFile,
): Promise<ReportImport> {
  const result = await importFile(
    container,
    file,
    reportRecords(container, file),
    ({ recordId, dryRun }) => takeReport(container, file, recordId, dryRun),
    file.dryRun ?? false,
  )
  if (result.outcome === "imported" && result.earlier === "withdrawn") {
    const change = { at: new Date().toISOString(), by: file.importedBy, note: null }
    await pagoEfectivo(container).settlement.note(result.record.id, {
      kind: "taken_again",
      ...change,
    })
    return {
      outcome: "imported",
      report: await pagoEfectivo(container).retrieveSettlementReport(result.record.id),
    }
  }
  if (result.outcome !== "dry_run") return { outcome: result.outcome, report: result.record }
  const { applied, sha256, size_bytes } = result
  return { outcome: "dry_run", report: { filename: file.filename, sha256, size_bytes, ...applied } }
}

function reportRecords(
  container: MedusaContainer,
  file: ReportFile,
): ImportRecords<SettlementReportRow> {
  const service = pagoEfectivo(container)
  const origin = {
    provider_id: file.providerId,
    source: file.source,
    read_as: { ...readAsOf(file) },
    read_with: readingKey(service.options),
  }
  const taken = file.keepWithdrawn ? ["imported", "withdrawn"] : ["imported"]
  return {
    lock: "pagoefectivo:import",
    find: async (sha256) => (await service.listSettlementReports({ sha256 }, { take: 1 }))[0],
    isTaken: ({ status }) => taken.includes(status),
    create: (facts) => service.createSettlementReports({ ...facts, ...origin } as never),
    update: (facts) => service.updateSettlementReports({ ...facts, ...origin }),
  }
}

function readAsOf({ format = "auto", payoutId = null, currency = null }: ReportFile): ReadAs {
  return { format, payoutId, currency }
}

async function takeReport(
  container: MedusaContainer,
  file: ReportFile,
  reportId: string,
  dryRun: boolean,
): Promise<AppliedReport> {
  const { filename, importedBy: by, source, providerId } = file
  const target = {
    reportId,
    providerId,
    scope: "whole" as const,
    upload: source === "upload" ? { filename, by } : null,
  }
  return applyReport(
    container,
    { path: file.path, filename, readAs: readAsOf(file) },
    target,
    dryRun,
  )
}
