import type { MedusaContainer } from "@medusajs/framework/types"
import type {
  ImportedTableRow,
  RefusedRow,
  AppliedRows,
  AppliedTable,
  ApplyRows,
  SqlConnection,
} from "../../modules/pagoefectivo"
import { quarantined, readTable, type TableContent, type TableKind } from "../../settlement"
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

/** A kind of table: how its rows are read, and what becomes of them. */
export interface TableImporter<Column extends string, Row> {
  kind: ImportedTableRow["kind"]
  /** Whose table it is; empty where it is nobody's. The same file of another is another import. */
  providerId: string
  reader: TableKind<Column, Row>
  apply: (
    trx: SqlConnection,
    rows: TableContent<Row>["rows"],
    origin: { by: string; fileId: string; note: string | null },
  ) => Promise<{ applied: AppliedRows; refused?: RefusedRow[] }>
}

/**
 * Takes a merchant's table in; see `importFile`.
 * @throws ReportError when the file as a whole can't be read
 */
export async function importTable<Column extends string, Row>(
  container: MedusaContainer,
  file: TableFile,
  importer: TableImporter<Column, Row>,
): Promise<TableImport<Row>> {
  const result = await importFile(
    container,
    file,
    tableRecords(container, importer),
    async ({ recordId, dryRun }) => {
      const content = await read(file, importer)
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
      return { ...result, table: result.record, content: await read(file, importer) }
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
  { kind, providerId }: Pick<TableImporter<string, unknown>, "kind" | "providerId">,
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
function applyRows<Column extends string, Row>(
  importer: TableImporter<Column, Row>,
  { rows }: TableContent<Row>,
  file: TableFile,
  fileId: string,
): ApplyRows {
  return async (trx) => {
    const origin = { by: file.importedBy, fileId, note: file.note ?? null }
    const { applied, refused = [] } = await importer.apply(trx, rows, origin)
    const raws = new Map(rows.map(({ lineNumber, raw }) => [lineNumber, raw]))
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

function read<Column extends string, Row>(
  { path }: TableFile,
  { reader }: Pick<TableImporter<Column, Row>, "reader">,
): Promise<TableContent<Row>> {
  return readTable({ path }, reader)
}
