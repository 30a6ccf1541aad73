import type { MedusaContainer } from "@medusajs/framework/types"
import type { SettlementReportRow, AppliedReport } from "../../modules/pagoefectivo"
import { stageReport } from "../../modules/pagoefectivo/settlement/staging/stage-report"
import { pagoEfectivo } from "../container"
import { importFile, type FileToImport, type ImportRecords } from "./import-file"
import { SETTLEMENT_LIMITS as LIMITS } from "./limits"

export interface ReportFile extends FileToImport {
  /** `upload`, or the source's type and id; never a secret. */
  source: string
  providerId: string
  /** A format's id, or `auto`. */
  format?: string
  /** The gateway's id of the payout, for rows that name none. */
  payoutId?: string | null
  /** Say what would be taken, and change nothing. */
  dryRun?: boolean
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
  if (result.outcome !== "dry_run") return { outcome: result.outcome, report: result.record }
  const { applied, sha256, size_bytes } = result
  return { outcome: "dry_run", report: { filename: file.filename, sha256, size_bytes, ...applied } }
}

function reportRecords(
  container: MedusaContainer,
  { source, providerId }: ReportFile,
): ImportRecords<SettlementReportRow> {
  const service = pagoEfectivo(container)
  const origin = { provider_id: providerId, source }
  return {
    lock: "pagoefectivo:import",
    find: async (sha256) => (await service.listSettlementReports({ sha256 }, { take: 1 }))[0],
    create: (facts) => service.createSettlementReports({ ...facts, ...origin } as never),
    update: (facts) => service.updateSettlementReports({ ...facts, ...origin }),
  }
}

async function takeReport(
  container: MedusaContainer,
  file: ReportFile,
  reportId: string,
  dryRun: boolean,
): Promise<AppliedReport> {
  const { options, settlement } = pagoEfectivo(container)
  const opened = await stageReport({
    path: file.path,
    filename: file.filename,
    format: file.format ?? "auto",
    mappings: options.settlement.formats,
    payoutId: file.payoutId ?? null,
    maxBytes: LIMITS.maxReportBytes,
  })
  try {
    return await settlement.apply({ ...opened, reportId, providerId: file.providerId }, dryRun)
  } finally {
    await opened.close()
  }
}
