import type { MedusaContainer } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { pagoEfectivo } from "../container"
import { DAY_MS } from "../../peru/lima"
import { messageOf } from "../../errors/message-of"
import { archiveFile } from "./archive-file"
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
  status: "importing" | "imported" | "failed"
  file_id: string | null
}

/** Where the records of one kind of file are kept. */
export interface ImportRecords<Row extends ImportRecord> {
  /** Imports of one file wait for each other under this name and its hash. */
  lock: string
  find: (sha256: string) => Promise<Row | undefined>
  create: (facts: object) => Promise<Row>
  update: (facts: { id: string }) => Promise<Row>
}

/** Applies a file's rows in one transaction; a dry run rolls it back. */
export type ApplyFile<Applied> = (target: { recordId: string; dryRun: boolean }) => Promise<Applied>

export type FileImport<Row, Applied> =
  | { outcome: "imported"; record: Row; applied: Applied }
  | { outcome: "already_imported"; record: Row }
  | { outcome: "dry_run"; applied: Applied; sha256: string; size_bytes: number }

/**
 * Imports a file: archived untouched, then all of its rows in one transaction. The same file again
 * answers with the first import, and a file whose import had failed is tried anew. A dry run says
 * what would come of it and leaves no trace.
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
      if (known?.status === "imported") return { outcome: "already_imported", record: known }
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
  if (known?.status === "imported") return { outcome: "already_imported", record: known }
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
  const begun = importing(container, file)
  const { id, file_id } = known
    ? await records.update({ id: known.id, ...begun })
    : await records.create({ ...begun, sha256, size_bytes: size })
  try {
    if (!file_id) {
      await records.update({
        id,
        file_id: await archiveFile(container, { ...file, size }),
      } as never)
    }
    const applied = await apply({ recordId: id, dryRun: false })
    const record = (await records.find(sha256)) as Row
    return { outcome: "imported", record, applied }
  } catch (error) {
    await records.update({ id, ...failed(error) } as never)
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
