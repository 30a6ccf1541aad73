import type { MedusaContainer } from "@medusajs/framework/types"
import { stageReport, type AppliedReport, type ReportTarget } from "../../modules/pagoefectivo"
import { ledgerOf } from "../../settlement"
import { pagoEfectivo } from "../container"
import { SETTLEMENT_LIMITS as LIMITS } from "./limits"
import { readingKey } from "./reading-key"

/** What a person chose at the upload, or a source's options say: kept for reading the file again. */
export interface ReadAs {
  /** A format's id, or `auto`. */
  format: string
  /** The gateway's id of the payout, for rows that name none. */
  payoutId: string | null
  /** ISO 4217, for rows that name no currency; of the format unless given. */
  currency?: string | null
}

export interface ReadableReport {
  path: string
  filename: string
  readAs: ReadAs
}

/**
 * Reads a report and takes its rows.
 * @throws ReportError when the file as a whole can't be read
 */
export async function applyReport(
  container: MedusaContainer,
  { path, filename, readAs }: ReadableReport,
  target: ReportTarget,
  dryRun: boolean,
): Promise<AppliedReport> {
  const { options, settlement } = pagoEfectivo(container)
  const opened = await stageReport({
    path,
    filename,
    currency: null,
    ...readAs,
    mappings: options.settlement.formats,
    maxBytes: LIMITS.maxReportBytes,
  })
  try {
    const readWith = readingKey(options)
    const ledger = ledgerOf(opened.format, options.settlement.formats)
    return await settlement.apply({ ...opened, ...target, ledger, readWith }, dryRun)
  } finally {
    await opened.close()
  }
}
