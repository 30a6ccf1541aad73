import type { AdminImportedTable } from "../../../../http-types"
import type { ImportedTableRow } from "../../../../modules/pagoefectivo"
import { iso } from "../../../support/iso"
import { presentTableCounts } from "../../../support/table-upload"

/** A table of deposits or rates as it was taken in. */
export function presentImportedTable(table: ImportedTableRow): AdminImportedTable {
  return {
    id: table.id,
    kind: table.kind,
    provider_id: table.provider_id || null,
    filename: table.filename,
    sha256: table.sha256,
    size_bytes: table.size_bytes,
    imported_by: table.imported_by,
    imported_at: iso(table.finished_at ?? table.started_at),
    status: table.status,
    error: table.error,
    archived: table.file_id !== null,
    kept_until: iso(table.kept_until),
    ...presentTableCounts(table),
  }
}
