import type { MedusaContainer } from "@medusajs/framework/types"
import { generateEntityId, Modules } from "@medusajs/framework/utils"
import { pagoEfectivo } from "../container"
import { DAY_MS } from "../../peru/lima"
import { messageOf } from "../../errors/message-of"
import { archiveFile, type ArchivedFile } from "./archive-file"
import { hashFile, type FileDigest } from "./hash-file"
import { SETTLEMENT_LIMITS as LIMITS } from "./limits"

export interface FileToImport {
  /** Where the file is on this machine. It is left there. */
  path: string
  /** As its owner named it. */
  filename: string
  /** An admin user's id, or `system`. */
  importedBy: string
}

/** What is kept about a file's import, whatever kind of file it is. */
export interface ImportRecord {
  id: string
  status: "importing" | "imported" | "failed" | "withdrawn"
  file_id: string | null
}

/** Where the records of one kind of file are kept. */
export interface ImportRecords<Row extends ImportRecord> {
  /** Imports of one file wait for each other under this name and its hash. */
  lock: string
  find: (sha256: string) => Promise<Row | undefined>
  /** Whether the file is taken already, so that nothing is to be done. */
  isTaken: (record: Row) => boolean
  create: (facts: object) => Promise<Row>
  update: (facts: { id: string }) => Promise<Row>
}

/** Applies a file's rows in one transaction; a dry run rolls it back. */
export type ApplyFile<Applied> = (target: { recordId: string; dryRun: boolean }) => Promise<Applied>

export type FileImport<Row, Applied> =
  /** `earlier`: how the import of the same file had ended before; null for a new one. */
  | { outcome: "imported"; record: Row; applied: Applied; earlier: ImportRecord["status"] | null }
  | { outcome: "already_imported"; record: Row }
  | { outcome: "dry_run"; applied: Applied; sha256: string; size_bytes: number }

/**
 * Imports a file: archived untouched, then all of its rows in one transaction. The same file again
 * answers with the first import, and a file whose import had failed, or was withdrawn, is taken anew. A
 * dry run says what would come of it and leaves no trace.
 * @throws what `apply` throws; the file then stays archived, with a record that says `failed`
 */
export async function importFile<Row extends ImportRecord, Applied>(
  container: MedusaContainer,
  file: FileToImport,
  records: ImportRecords<Row>,
  apply: ApplyFile<Applied>,
  dryRun: boolean,
): Promise<FileImport<Row, Applied>> {
  const digest = await hashFile(file.path)
  if (dryRun) return tryOut(records, digest, apply)
  return pagoEfectivo(container).leases.hold(
    `${records.lock}:${digest.sha256}`,
    LIMITS.importLockWaitSeconds,
    async () => {
      const known = await records.find(digest.sha256)
      if (known && records.isTaken(known)) return { outcome: "already_imported", record: known }
      return archiveAndApply(container, file, records, apply, digest, known)
    },
  )
}

async function tryOut<Row extends ImportRecord, Applied>(
  records: ImportRecords<Row>,
  { sha256, size }: FileDigest,
  apply: ApplyFile<Applied>,
): Promise<FileImport<Row, Applied>> {
  const known = await records.find(sha256)
  if (known && records.isTaken(known)) return { outcome: "already_imported", record: known }
  const applied = await apply({ recordId: known?.id ?? generateEntityId("", "dry"), dryRun: true })
  return { outcome: "dry_run", applied, sha256, size_bytes: size }
}

/** The lock is held, so a record that says `importing` is of an import that died. */
async function archiveAndApply<Row extends ImportRecord, Applied>(
  container: MedusaContainer,
  file: FileToImport,
  records: ImportRecords<Row>,
  apply: ApplyFile<Applied>,
  { sha256, size }: FileDigest,
  known: Row | undefined,
): Promise<FileImport<Row, Applied>> {
  const archived = known && (await wholeArchive(container, known))
  const begun = { ...importing(container, file), file_id: archived ?? null }
  const { id } = known
    ? await records.update({ id: known.id, ...begun })
    : await records.create({ ...begun, sha256, size_bytes: size })
  try {
    if (!archived) await archive(container, { ...file, size }, records, id)
    const applied = await apply({ recordId: id, dryRun: false })
    const record = (await records.find(sha256)) as Row
    return { outcome: "imported", record, applied, earlier: known?.status ?? null }
  } catch (error) {
    await records.update({ id, ...failed(error) } as never)
    throw error
  }
}

/**
 * The archived file of an earlier try. One that died may have died while it was uploaded: what there
 * is of it goes, and the file is archived anew.
 */
async function wholeArchive(
  container: MedusaContainer,
  { status, file_id }: ImportRecord,
): Promise<string | null> {
  if (!file_id || status !== "importing") return file_id
  await container.resolve(Modules.FILE).deleteFiles(file_id)
  return null
}

/** The record knows the archived file from its first byte on, and no file that never got whole. */
async function archive<Row extends ImportRecord>(
  container: MedusaContainer,
  file: ArchivedFile,
  records: ImportRecords<Row>,
  id: string,
): Promise<void> {
  const know = async (file_id: string | null) =>
    void (await records.update({ id, file_id } as never))
  let begunId: string | null = null
  try {
    const fileId = await archiveFile(container, file, (found) => know((begunId = found)))
    if (fileId !== begunId) await know(fileId)
  } catch (error) {
    if (begunId) {
      await container.resolve(Modules.FILE).deleteFiles(begunId)
      await know(null)
    }
    throw error
  }
}

function importing(container: MedusaContainer, { filename, importedBy }: FileToImport) {
  const now = new Date()
  const { retentionDays } = pagoEfectivo(container).options
  return {
    filename,
    imported_by: importedBy,
    status: "importing" as const,
    started_at: now,
    finished_at: null,
    error: null,
    kept_until: new Date(now.getTime() + retentionDays * DAY_MS),
  }
}

function failed(error: unknown) {
  return {
    status: "failed" as const,
    finished_at: new Date(),
    error: messageOf(error).slice(0, LIMITS.maxErrorCharacters),
  }
}
