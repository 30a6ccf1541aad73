import { generateEntityId } from "@medusajs/framework/utils"
import type { RejectedRow } from "../../../settlement"
import type { AppliedRows } from "../payouts/deposits"
import type { SqlConnection } from "../sql/connection"
import { transact } from "../sql/transact"
import type { ImportedTableRow } from "../types"

const TABLE = "pagoefectivo_imported_table"
/** One statement takes 65,535 values. */
const ROWS_PER_INSERT = 5_000

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
  const columns = rows.map(({ lineNumber, column, found, expected, reason, raw }) => ({
    id: generateEntityId("", "pequa"),
    report_id: id,
    line_number: lineNumber,
    column_name: column,
    found,
    expected,
    reason: JSON.stringify(reason),
    raw,
  }))
  for (let at = 0; at < columns.length; at += ROWS_PER_INSERT) {
    await trx("pagoefectivo_quarantined_row").insert(columns.slice(at, at + ROWS_PER_INSERT))
  }
}
