import { mkdtemp, rm } from "node:fs/promises"
import os from "node:os"
import path from "node:path"
import type { MedusaContainer } from "@medusajs/framework/types"
import {
  createSettlementSource,
  downloadFile,
  plainFilename,
  SourceError,
  type RemoteFile,
  type SettlementSource,
  type SettlementSourceOptions,
} from "../../settlement"
import type { FileOutcome } from "../../modules/pagoefectivo"
import { pagoEfectivo } from "../container"
import { failedFile, type FailedFile } from "./failed-file"
import { importReport, type ReportFile } from "./import-report"
import { SETTLEMENT_LIMITS as LIMITS } from "./limits"
import { providerIdFor } from "./providers"

/** What one look at a source has brought. */
export interface FetchedSource {
  /** Ids of the reports that were new. */
  imported: string[]
  failed: FailedFile[]
  /** Names of files that earlier nights gave up and that are still there. */
  givenUp: string[]
  /** Files that are left for the next night because there were too many. */
  waiting: number
  /** Why the rest was not asked for: the source stopped answering. */
  brokenOff: SourceError | null
}

interface Fetching {
  container: MedusaContainer
  source: SettlementSource
  origin: Pick<ReportFile, "source" | "importedBy" | "providerId" | "format" | "keepWithdrawn">
  fetched: FetchedSource
}

/** A source that fails so with one file after another does not answer at all. */
const SILENCE: readonly string[] = ["source_unreachable", "source_timeout"]

/**
 * Takes every new file of one source, oldest first; each once. A file that can't be taken is named and
 * remembered with its cause, and the others go on; it is tried again another night, unless its content
 * is what can't be read. Days whose report is no use are asked for anew at once.
 * @throws SourceError when the source could not be asked for its files.
 */
export async function fetchSource(
  container: MedusaContainer,
  options: SettlementSourceOptions,
): Promise<FetchedSource> {
  const { sourceFiles, options: store } = pagoEfectivo(container)
  const taken = (keys: string[]) => sourceFiles.known(options.id, keys)
  const source = createSettlementSource(options, { taken })
  const fetched: FetchedSource = {
    imported: [],
    failed: [],
    givenUp: [],
    waiting: 0,
    brokenOff: null,
  }
  const origin = {
    source: `${source.type}:${source.id}`,
    importedBy: "system",
    providerId: providerIdFor(store, options.provider),
    format: options.format,
    keepWithdrawn: true,
  }
  const fetching = { container, source, origin, fetched }
  await takeNewFiles(fetching)
  if (!source.asksAnew || !fetched.failed.some(({ isFinal }) => isFinal)) {
    return fetched
  }
  fetched.failed = fetched.failed.filter(({ isFinal }) => isFinal)
  await takeNewFiles(fetching)
  return fetched
}

async function takeNewFiles(fetching: Fetching): Promise<void> {
  const { fetched } = fetching
  const files = await newFiles(fetching)
  fetched.waiting = Math.max(0, files.length - LIMITS.filesPerSource)
  let silent = 0
  for (const file of files.slice(0, LIMITS.filesPerSource)) {
    const error = await takeFile(fetching, file)
    const isSilent = error instanceof SourceError && SILENCE.includes(error.code) && !file.problem
    silent = isSilent ? silent + 1 : 0
    if (!isSilent || silent < LIMITS.silentFiles) continue
    fetched.brokenOff = error
    return
  }
}

/** Those that failed before come last: they must not keep the others out. */
async function newFiles({ container, source, fetched }: Fetching): Promise<RemoteFile[]> {
  const files = await source.list()
  const keys = files.flatMap(({ key }) => key ?? [])
  const known = await pagoEfectivo(container).sourceFiles.known(source.id, keys)
  const earlier = (file: RemoteFile) => (file.key === null ? undefined : known.get(file.key))
  const named = new Set(fetched.failed.map(({ file }) => file))
  fetched.givenUp = files
    .filter((file) => earlier(file)?.isUnusable && !named.has(file.name))
    .map(({ name }) => name)
  const open = files.filter((file) => !earlier(file)?.isDone)
  return [...open.filter((file) => !earlier(file)), ...open.filter(earlier)]
}

/** @returns why it was not taken; null when it was. */
async function takeFile(fetching: Fetching, file: RemoteFile): Promise<unknown> {
  const { container, source, fetched } = fetching
  const folder = await mkdtemp(path.join(os.tmpdir(), "pagoefectivo-report-"))
  const outcome: FileOutcome = { sha256: null, error: null, isWorthAnotherTry: false }
  let failure: unknown = null
  try {
    const download = await downloadFile(source, file, path.join(folder, "report"))
    outcome.sha256 = download.sha256
    const filename = plainFilename(file.name)
    const report = { ...fetching.origin, path: download.path, filename }
    const result = await importReport(container, report)
    if (result.outcome === "imported") fetched.imported.push(result.report.id)
  } catch (error) {
    failure = error
    const failed = failedFile(file.name, error)
    fetched.failed.push(failed)
    outcome.error = failed.error
    outcome.isWorthAnotherTry = !failed.isFinal
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  if (file.key) {
    await pagoEfectivo(container).sourceFiles.remember(source.id, file.key, outcome)
  }
  return failure
}
