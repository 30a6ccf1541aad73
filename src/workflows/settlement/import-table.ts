import type { MedusaContainer } from "@medusajs/framework/types"
import {
  readTableAside,
  type AppliedRows,
  type AppliedTable,
  type ApplyRows,
  type ImportedTableRow,
  type RefusedRow,
  type SqlConnection,
  type TableRowKinds,
} from "../../modules/pagoefectivo"
import { quarantined, type TableContent } from "../../settlement"
import { pagoEfectivo } from "../container"
import { importFile, type FileToImport, type ImportRecords } from "./import-file"

export interface TableFile extends FileToImport {
  /** Why what was there is replaced. */
  note?: string | null
  /** Say what would be taken, and change nothing. */
  dryRun: boolean
}

/** What an answer tells of a table. */
export type TableOutcome = Pick<ImportedTableRow, "filename" | "sha256" | "size_bytes"> &
  AppliedTable

export type TableImport<Row> = { content: TableContent<Row> } & (
  | { outcome: "imported" | "already_imported"; table: ImportedTableRow }
  | { outcome: "dry_run"; table: TableOutcome }
)

type Kind = keyof TableRowKinds

/** A kind of table, and what becomes of its rows. */
export interface TableImporter<OneKind extends Kind> {
  kind: OneKind
  /** Whose table it is; empty where it is nobody's. The same file of another is another import. */
  providerId: string
  apply: (
    trx: SqlConnection,
    rows: TableContent<TableRowKinds[OneKind]>["rows"],
    origin: { by: string; fileId: string; note: string | null },
  ) => Promise<{ applied: AppliedRows; refused?: RefusedRow[] }>
}

/**
 * Takes a merchant's table in; see `importFile`.
 * @throws ReportError when the file as a whole can't be read
 */
export async function importTable<OneKind extends Kind>(
  container: MedusaContainer,
  file: TableFile,
  importer: TableImporter<OneKind>,
): Promise<TableImport<TableRowKinds[OneKind]>> {
  const result = await importFile(
    container,
    file,
    tableRecords(container, importer),
    async ({ recordId, dryRun }) => {
      const content = await readTableAside(importer.kind, file.path)
      const rows = applyRows(importer, content, file, recordId)
      const { importedTables } = pagoEfectivo(container)
      const { counts, refused } = await importedTables.apply(recordId, content, rows, dryRun)
      const quarantined = [...content.quarantined, ...refused]
      return { counts, content: { ...content, quarantined } }
    },
    file.dryRun,
  )
  switch (result.outcome) {
    case "already_imported":
      return {
        ...result,
        table: result.record,
        content: await readTableAside(importer.kind, file.path),
      }
    case "imported":
      return { ...result, table: result.record, content: result.applied.content }
    case "dry_run": {
      const { applied, sha256, size_bytes } = result
      const table = { filename: file.filename, sha256, size_bytes, ...applied.counts }
      return { outcome: "dry_run", table, content: applied.content }
    }
  }
}

function tableRecords(
  container: MedusaContainer,
  { kind, providerId }: Pick<TableImporter<Kind>, "kind" | "providerId">,
): ImportRecords<ImportedTableRow> {
  const service = pagoEfectivo(container)
  const origin = { kind, provider_id: providerId }
  return {
    lock: `pagoefectivo:import-table:${kind}:${providerId}`,
    find: async (sha256) =>
      (await service.listImportedTables({ ...origin, sha256 }, { take: 1 }))[0],
    isTaken: ({ status }) => status === "imported",
    create: (facts) => service.createImportedTables({ ...facts, ...origin } as never),
    update: (facts) => service.updateImportedTables(facts),
  }
}

/** Takes the good rows; one that may not be taken is set aside like one that can't be read. */
function applyRows<OneKind extends Kind>(
  importer: TableImporter<OneKind>,
  { rows }: TableContent<TableRowKinds[OneKind]>,
  file: TableFile,
  fileId: string,
): ApplyRows {
  return async (trx) => {
    const origin = { by: file.importedBy, fileId, note: file.note ?? null }
    const { applied, refused = [] } = await importer.apply(trx, rows, origin)
    const raws = new Map(refused.length === 0 ? [] : rows.map((row) => [row.lineNumber, row.raw]))
    return {
      applied,
      refused: refused.map(({ lineNumber, reason }) =>
        quarantined({
          lineNumber,
          column: null,
          cell: null,
          reason,
          raw: raws.get(lineNumber) ?? "",
        }),
      ),
    }
  }
}
