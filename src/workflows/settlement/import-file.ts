import type { MedusaContainer } from "@medusajs/framework/types"
import { generateEntityId, Modules } from "@medusajs/framework/utils"
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

/** Takes a file's rows in, in one transaction; a dry run takes them back again. */
export type TakeFile<Taken> = (target: { recordId: string; dryRun: boolean }) => Promise<Taken>

export type FileImport<Row, Taken> =
  | { outcome: "imported"; record: Row; taken: Taken }
  | { outcome: "already_imported"; record: Row }
  | { outcome: "dry_run"; taken: Taken; sha256: string; size_bytes: number }

/**
 * Takes a file in: archived untouched, then all of its rows in one transaction. The same file again
 * answers with the first import, and a file whose import had failed is tried anew. A dry run says
 * what would come of it and leaves no trace.
 * @throws what `take` throws; the file then stays archived, with a record that says `failed`
 */
export async function importFile<Row extends ImportRecord, Taken>(
  container: MedusaContainer,
  file: FileToImport,
  records: ImportRecords<Row>,
  take: TakeFile<Taken>,
  dryRun: boolean,
): Promise<FileImport<Row, Taken>> {
  const digest = await hashFile(file.path)
  if (dryRun) return tryOut(records, digest, take)
  return container.resolve(Modules.LOCKING).execute(
    `${records.lock}:${digest.sha256}`,
    async () => {
      const known = await records.find(digest.sha256)
      if (known?.status === "imported") return { outcome: "already_imported", record: known }
      return takeIn(container, file, records, take, digest, known)
    },
    { timeout: LIMITS.importLockWaitSeconds },
  )
}

async function tryOut<Row extends ImportRecord, Taken>(
  records: ImportRecords<Row>,
  { sha256, size }: FileDigest,
  take: TakeFile<Taken>,
): Promise<FileImport<Row, Taken>> {
  const known = await records.find(sha256)
  if (known?.status === "imported") return { outcome: "already_imported", record: known }
  const taken = await take({ recordId: known?.id ?? generateEntityId("", "dry"), dryRun: true })
  return { outcome: "dry_run", taken, sha256, size_bytes: size }
}

/** The lock is held, so a record that says `importing` is of an import that died. */
async function takeIn<Row extends ImportRecord, Taken>(
  container: MedusaContainer,
  file: FileToImport,
  records: ImportRecords<Row>,
  take: TakeFile<Taken>,
  { sha256, size }: FileDigest,
  known: Row | undefined,
): Promise<FileImport<Row, Taken>> {
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
    const taken = await take({ recordId: id, dryRun: false })
    const record = (await records.find(sha256)) as Row
    return { outcome: "imported", record, taken }
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
