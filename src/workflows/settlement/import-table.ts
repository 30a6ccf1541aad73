import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { ImportedTableRow } from "../../modules/pagoefectivo"
import type { RefusedRow, TakenRows } from "../../modules/pagoefectivo/payouts/deposits"
import type { TakenTable, TakeRows } from "../../modules/pagoefectivo/settlement/imported-tables"
import type { SqlConnection } from "../../modules/pagoefectivo/sql/connection"
import { readTable, type QuarantinedRow, type TableContent, type TableKind } from "../../settlement"
import { pagoEfectivo } from "../container"
import { archiveFile } from "./archive-file"
import { hashFile, type FileDigest } from "./hash-file"
import { failed, importing } from "./import-state"
import { SETTLEMENT_LIMITS as LIMITS } from "./limits"
import { refuseUnreadable } from "./refuse-unreadable"

export interface TableFile {
  /** Where the file is on this machine. It is left there. */
  path: string
  /** As its owner named it. */
  filename: string
  /** An admin user's id. */
  enteredBy: string
  /** Why what was there is replaced. */
  note?: string | null
  /** Say what would be taken, and change nothing. */
  dryRun: boolean
}

/** What an answer tells of a table. */
export type TableOutcome = Pick<ImportedTableRow, "filename" | "sha256" | "size_bytes"> & TakenTable

export type TableImport<Row> = { content: TableContent<Row> } & (
  | { outcome: "imported" | "already_imported"; table: ImportedTableRow }
  | { outcome: "dry_run"; table: TableOutcome }
)

/** A kind of table: how its rows are read, and what becomes of them. */
export interface TableImporter<Column extends string, Row> {
  kind: ImportedTableRow["kind"]
  /** Whose table it is; empty where it is nobody's. The same file of another is another import. */
  providerId: string
  reader: TableKind<Column, Row>
  take: (
    trx: SqlConnection,
    rows: TableContent<Row>["rows"],
    origin: { by: string; fileId: string; note: string | null },
  ) => Promise<{ taken: TakenRows; refused?: RefusedRow[] }>
}

/**
 * Takes a merchant's table in as a settlement report is: archived untouched, then all of its good
 * rows in one transaction. The same file again answers with the first import and does nothing; a file
 * whose import had failed is tried anew.
 * @throws MedusaError (invalid_data) when the file as a whole can't be read; it stays archived, with
 *   an import that says `failed`.
 */
export async function importTable<Column extends string, Row>(
  container: MedusaContainer,
  file: TableFile,
  importer: TableImporter<Column, Row>,
): Promise<TableImport<Row>> {
  const digest = await hashFile(file.path)
  if (file.dryRun) return preview(container, file, digest, importer)
  const { kind, providerId } = importer
  return container.resolve(Modules.LOCKING).execute(
    `pagoefectivo:import-table:${kind}:${providerId}:${digest.sha256}`,
    async () => {
      const known = await findImport(container, importer, digest)
      if (known?.status !== "imported") return take(container, file, digest, importer, known)
      const content = await read(file, importer)
      return { outcome: "already_imported" as const, table: known, content }
    },
    { timeout: LIMITS.importLockWaitSeconds },
  )
}

async function preview<Column extends string, Row>(
  container: MedusaContainer,
  file: TableFile,
  { sha256, size }: FileDigest,
  importer: TableImporter<Column, Row>,
): Promise<TableImport<Row>> {
  const known = await findImport(container, importer, { sha256, size })
  const content = await read(file, importer)
  if (known?.status === "imported") return { outcome: "already_imported", table: known, content }
  const { counts, refused } = await pagoEfectivo(container).importedTables.preview(
    content,
    taking(importer, content, file, ""),
  )
  const table = { filename: file.filename, sha256, size_bytes: size, ...counts }
  return { outcome: "dry_run", table, content: withRefused(content, refused) }
}

async function findImport(
  container: MedusaContainer,
  { kind, providerId }: Pick<TableImporter<string, unknown>, "kind" | "providerId">,
  { sha256 }: FileDigest,
): Promise<ImportedTableRow | undefined> {
  const [known] = await pagoEfectivo(container).listImportedTables(
    { kind, provider_id: providerId, sha256 },
    { take: 1 },
  )
  return known
}

/** The lock is held, so an import that says `importing` is one that died. */
async function take<Column extends string, Row>(
  container: MedusaContainer,
  file: TableFile,
  digest: FileDigest,
  importer: TableImporter<Column, Row>,
  known: ImportedTableRow | undefined,
): Promise<TableImport<Row>> {
  const service = pagoEfectivo(container)
  const { id, file_id } = await begin(container, file, digest, importer, known)
  try {
    if (!file_id) {
      const archived = await archiveFile(container, { ...file, size: digest.size })
      await service.updateImportedTables({ id, file_id: archived })
    }
    const content = await read(file, importer)
    const { row, refused } = await service.importedTables.take(
      id,
      content,
      taking(importer, content, file, id),
    )
    return { outcome: "imported", table: row, content: withRefused(content, refused) }
  } catch (error) {
    await service.updateImportedTables({ id, ...failed(error) })
    throw error
  }
}

/** Takes the good rows; one that may not be taken is set aside like one that can't be read. */
function taking<Column extends string, Row>(
  importer: TableImporter<Column, Row>,
  { rows }: TableContent<Row>,
  file: TableFile,
  fileId: string,
): TakeRows {
  return async (trx) => {
    const origin = { by: file.enteredBy, fileId, note: file.note ?? null }
    const { taken, refused = [] } = await importer.take(trx, rows, origin)
    const raws = new Map(rows.map(({ lineNumber, raw }) => [lineNumber, raw]))
    return {
      taken,
      refused: refused.map((row) => ({
        ...row,
        column: null,
        raw: raws.get(row.lineNumber) ?? "",
      })),
    }
  }
}

function withRefused<Row>(
  content: TableContent<Row>,
  refused: QuarantinedRow[],
): TableContent<Row> {
  return { ...content, quarantined: [...content.quarantined, ...refused] }
}

function begin(
  container: MedusaContainer,
  file: TableFile,
  { sha256, size }: FileDigest,
  { kind, providerId }: Pick<TableImporter<string, unknown>, "kind" | "providerId">,
  known: ImportedTableRow | undefined,
): Promise<ImportedTableRow> {
  const service = pagoEfectivo(container)
  const facts = importing(container, file.filename, file.enteredBy)
  return known
    ? service.updateImportedTables({ id: known.id, ...facts })
    : service.createImportedTables({
        ...facts,
        kind,
        provider_id: providerId,
        sha256,
        size_bytes: size,
      })
}

function read<Column extends string, Row>(
  { path }: TableFile,
  { reader }: Pick<TableImporter<Column, Row>, "reader">,
): Promise<TableContent<Row>> {
  return readTable({ path }, reader).catch(refuseUnreadable)
}
