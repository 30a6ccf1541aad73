import type { RejectedRow } from "../../../settlement"
import type { AppliedRows } from "../payouts/deposits"
import type { SqlConnection } from "../sql/connection"
import { inPieces } from "../sql/in-pieces"
import { transact } from "../sql/transact"
import type { ImportedTableRow } from "../types"

const TABLE = "pagoefectivo_imported_table"

const QUARANTINE = `
  INSERT INTO pagoefectivo_quarantined_row
    (id, report_id, line_number, column_name, found, expected, reason, raw)
  SELECT 'pequa_' || right(:id, 26) || '_' || lpad("lineNumber"::text, 10, '0'), :id, "lineNumber",
         "column", found, expected, reason, raw
  FROM jsonb_to_recordset(:rows::jsonb)
    AS r ("lineNumber" integer, "column" text, found text, expected text, reason jsonb, raw text)`

/** What a table holds, as an import writes it. */
export interface TableRows {
  quarantined: RejectedRow[]
  ignored: number
}

export type AppliedTable = AppliedRows & { quarantined_count: number; ignored_count: number }

/** Takes a table's good rows in, in the transaction that is given. */
export type ApplyRows = (
  trx: SqlConnection,
) => Promise<{ applied: AppliedRows; refused: RejectedRow[] }>

/** Merchants' tables of deposits and rates: what an import did, and the rows that it could not read. */
export class ImportedTableStore {
  constructor(private readonly sql: SqlConnection) {}

  /** Everything a table brings, in one transaction: a crash leaves nothing half done. */
  apply(
    id: string,
    table: TableRows,
    applyRows: ApplyRows,
    dryRun: boolean,
  ): Promise<{ counts: AppliedTable; refused: RejectedRow[] }> {
    return transact(this.sql, dryRun, async (trx) => {
      const { applied, refused } = await applyRows(trx)
      const counts = countsOf(table, applied, refused)
      await quarantine(trx, id, [...table.quarantined, ...refused])
      const now = new Date()
      await trx<ImportedTableRow>(TABLE)
        .where({ id })
        .update({ ...counts, status: "imported", error: null, finished_at: now, updated_at: now })
      return { counts, refused }
    })
  }
}

function countsOf(table: TableRows, applied: AppliedRows, refused: RejectedRow[]): AppliedTable {
  const quarantined_count = table.quarantined.length + refused.length
  return { ...applied, quarantined_count, ignored_count: table.ignored }
}

async function quarantine(trx: SqlConnection, id: string, rows: RejectedRow[]): Promise<void> {
  for (const piece of inPieces(rows)) {
    await trx.raw(QUARANTINE, { id, rows: JSON.stringify(piece) })
  }
}
