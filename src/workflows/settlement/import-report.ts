import type { MedusaContainer } from "@medusajs/framework/types"
import { generateEntityId, Modules } from "@medusajs/framework/utils"
import type { SettlementReportRow } from "../../modules/pagoefectivo"
import type {
  PreviewedRows,
  ReportImport as ReportRows,
} from "../../modules/pagoefectivo/settlement/import-rows"
import {
  stageReport,
  type StagedReport,
} from "../../modules/pagoefectivo/settlement/staging/stage-report"
import { pagoEfectivo } from "../container"
import { archiveFile } from "./archive-file"
import { hashFile, type FileDigest } from "./hash-file"
import { failed, importing } from "./import-state"
import { SETTLEMENT_LIMITS as LIMITS } from "./limits"
import { refuseUnreadable } from "./refuse-unreadable"

export interface ReportFile {
  /** Where the file is on this machine. It is left there. */
  path: string
  /** As its owner named it. */
  filename: string
  /** `upload`, or the source's type and id; never a secret. */
  source: string
  /** An admin user's id, or `system`. */
  importedBy: string
  providerId: string
  /** A format's id, or `auto`. */
  format?: string
  /** The gateway's id of the payout, for rows that name none. */
  payoutId?: string | null
}

/** What a report holds, as far as an answer tells. */
export type ReportOutcome = Pick<
  SettlementReportRow,
  "filename" | "sha256" | "size_bytes" | "format" | "time_zone"
> &
  PreviewedRows

export type ReportImport =
  | { outcome: "imported" | "already_imported"; report: SettlementReportRow }
  | { outcome: "dry_run"; report: ReportOutcome }

/**
 * Takes a settlement report in: archived untouched, then all of its rows in one transaction. The
 * same file again answers with the first import, and a file whose import had failed is tried anew.
 * @throws MedusaError (invalid_data) when the file as a whole can't be read, saying what was found
 *   and what was expected; it stays archived, with a report that says `failed`.
 */
export async function importReport(
  container: MedusaContainer,
  file: ReportFile,
): Promise<ReportImport> {
  const digest = await hashFile(file.path)
  return container.resolve(Modules.LOCKING).execute(
    `pagoefectivo:import:${digest.sha256}`,
    async () => {
      const known = await findReport(container, digest.sha256)
      if (known?.status === "imported") return { outcome: "already_imported", report: known }
      return { outcome: "imported", report: await take(container, file, digest, known) }
    },
    { timeout: LIMITS.importLockWaitSeconds },
  )
}

/**
 * What an import would do, without a trace of it.
 * @throws MedusaError (invalid_data) as `importReport`
 */
export async function previewReport(
  container: MedusaContainer,
  file: ReportFile,
): Promise<ReportImport> {
  const digest = await hashFile(file.path)
  const known = await findReport(container, digest.sha256)
  if (known?.status === "imported") return { outcome: "already_imported", report: known }
  const reportId = known?.id ?? generateEntityId("", "peser")
  const { settlement } = pagoEfectivo(container)
  const { opened, rows } = await readInto(container, file, reportId, (report) =>
    settlement.previewRows(report),
  )
  return {
    outcome: "dry_run",
    report: {
      filename: file.filename,
      sha256: digest.sha256,
      size_bytes: digest.size,
      format: opened.format,
      time_zone: opened.timeZone,
      ...rows,
    },
  }
}

async function findReport(
  container: MedusaContainer,
  sha256: string,
): Promise<SettlementReportRow | undefined> {
  const [known] = await pagoEfectivo(container).listSettlementReports({ sha256 }, { take: 1 })
  return known
}

/** The lock is held, so a report that says `importing` is one whose import died. */
async function take(
  container: MedusaContainer,
  file: ReportFile,
  digest: FileDigest,
  known: SettlementReportRow | undefined,
): Promise<SettlementReportRow> {
  const service = pagoEfectivo(container)
  const report = await begin(container, file, digest, known)
  try {
    if (!report.file_id) {
      const file_id = await archiveFile(container, { ...file, size: digest.size })
      await service.updateSettlementReports({ id: report.id, file_id })
    }
    const { opened } = await readInto(container, file, report.id, (rows) =>
      service.settlement.importRows(rows),
    )
    return await service.updateSettlementReports({
      id: report.id,
      format: opened.format,
      time_zone: opened.timeZone,
    })
  } catch (error) {
    await service.updateSettlementReports({ id: report.id, ...failed(error) })
    throw error
  }
}

function begin(
  container: MedusaContainer,
  file: ReportFile,
  digest: FileDigest,
  known: SettlementReportRow | undefined,
): Promise<SettlementReportRow> {
  const service = pagoEfectivo(container)
  const facts = {
    ...importing(container, file.filename, file.importedBy),
    provider_id: file.providerId,
    source: file.source,
  }
  return known
    ? service.updateSettlementReports({ id: known.id, ...facts })
    : service.createSettlementReports({
        ...facts,
        sha256: digest.sha256,
        size_bytes: digest.size,
      })
}

async function readInto<Rows>(
  container: MedusaContainer,
  file: ReportFile,
  reportId: string,
  take: (report: ReportRows) => Promise<Rows>,
): Promise<{ opened: StagedReport; rows: Rows }> {
  const service = pagoEfectivo(container)
  const opened = await stageReport({
    path: file.path,
    filename: file.filename,
    format: file.format ?? "auto",
    mappings: service.options.settlement.formats,
    payoutId: file.payoutId ?? null,
    maxBytes: LIMITS.maxReportBytes,
  }).catch(refuseUnreadable)
  try {
    const { providerId } = file
    const rows = await take({ reportId, providerId, rows: opened.rows })
    return { opened, rows }
  } catch (error) {
    return refuseUnreadable(error)
  } finally {
    await opened.close()
  }
}
