import { mkdtemp, rm } from "node:fs/promises"
import os from "node:os"
import path from "node:path"
import type { MedusaContainer } from "@medusajs/framework/types"
import {
  createSettlementSource,
  downloadFile,
  plainFilename,
  ReportError,
  type RemoteFile,
  type SettlementSource,
  type SettlementSourceOptions,
} from "../../settlement"
import { pagoEfectivo } from "../container"
import { importReport } from "./import-report"
import { SETTLEMENT_LIMITS as LIMITS } from "./limits"
import { providerIdFor } from "./providers"

export interface FetchedSource {
  /** Ids of the reports that were new. */
  imported: string[]
  /** Files whose content can't be read as a report, and why. */
  unreadable: { file: string; error: string }[]
}

/**
 * Takes every new file of one source, oldest first; each once. A file whose content can't be read is
 * named and not tried again until it changes.
 * @throws SourceError when the source, or one of its files, could not be reached; what was taken
 *   before stays taken.
 */
export async function fetchSource(
  container: MedusaContainer,
  options: SettlementSourceOptions,
): Promise<FetchedSource> {
  const source = createSettlementSource(options)
  const fetched: FetchedSource = { imported: [], unreadable: [] }
  for (const file of await newFiles(container, source)) {
    await importFetched(container, source, options, file, fetched)
  }
  return fetched
}

async function newFiles(
  container: MedusaContainer,
  source: SettlementSource,
): Promise<RemoteFile[]> {
  const files = await source.list()
  const keys = files.flatMap(({ key }) => key ?? [])
  const known = await pagoEfectivo(container).sourceFiles.known(source.id, keys)
  return files.filter(({ key }) => !key || !known.has(key)).slice(0, LIMITS.filesPerSource)
}

async function importFetched(
  container: MedusaContainer,
  source: SettlementSource,
  options: SettlementSourceOptions,
  file: RemoteFile,
  fetched: FetchedSource,
): Promise<void> {
  const { sourceFiles } = pagoEfectivo(container)
  const folder = await mkdtemp(path.join(os.tmpdir(), "pagoefectivo-report-"))
  try {
    const download = await downloadFile(source, file, path.join(folder, "report"))
    const { outcome, report } = await importReport(container, {
      path: download.path,
      filename: plainFilename(file.name),
      source: `${source.type}:${source.id}`,
      importedBy: "system",
      providerId: providerIdFor(pagoEfectivo(container).options, options.provider),
      format: options.format,
    })
    if (outcome === "imported") fetched.imported.push(report.id)
    if (file.key) await sourceFiles.remember(source.id, file.key, null)
  } catch (error) {
    if (!(error instanceof ReportError)) throw error
    fetched.unreadable.push({ file: file.name, error: error.message })
    if (file.key) await sourceFiles.remember(source.id, file.key, error.message)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
