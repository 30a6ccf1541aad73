import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import type { AdminRowProblem, AdminTableCounts, AdminTableUploadResponse } from "../../http-types"
import { MAX_TABLE_BYTES } from "../../settlement"
import type { TableFile, TableImport } from "../../workflows/settlement/import-table"
import { pagoEfectivo } from "../../workflows/container"
import {
  presentQuarantinedRow,
  presentRowProblem,
} from "../admin/pagoefectivo/settlement-reports/present-report"
import { actorOf } from "./actor"
import { iso } from "./iso"
import { API_LIMITS as LIMITS } from "./limits"
import { text } from "./params"
import { withUpload } from "./receive-upload"
import { readUploadFields, yes } from "./upload-fields"

/** The form's fields beside the file. */
export const TableFields = z.strictObject({
  dry_run: yes,
  /** Why what was there is replaced; needed where the accounts are closed. */
  note: text(LIMITS.maxNoteCharacters).optional(),
})

type Take<Fields> = (
  file: TableFile,
  fields: Fields,
) => Promise<{
  result: TableImport<unknown>
  more?: Pick<AdminTableUploadResponse["table"], "unknown_payouts">
}>

/**
 * Receives a table (deposits, rates) and answers what was taken from it and, row by row, what could
 * not be read; for a known file, what its first import did, who did it and when. `take` may tell
 * `more`.
 */
export function answerTable<Fields extends z.infer<typeof TableFields>>(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminTableUploadResponse>,
  schema: z.ZodType<Fields>,
  take: Take<Fields>,
): Promise<void> {
  return withUpload(req, res, MAX_TABLE_BYTES, async ({ path, filename, fields }) => {
    const known = readUploadFields(schema, fields)
    const file = {
      path,
      filename,
      importedBy: actorOf(req),
      dryRun: known.dry_run,
      note: known.note ?? null,
    }
    const { result, more } = await take(file, known)
    const { table } = result
    res.json({
      table: {
        id: "id" in table ? table.id : null,
        filename: table.filename,
        sha256: table.sha256,
        size_bytes: table.size_bytes,
        ...presentTableCounts(table),
        quarantined_rows: await quarantinedRows(req, result),
        unread_sheets: result.content.unreadSheets,
        ...more,
      },
      ...(result.outcome === "already_imported" && {
        already_imported: {
          at: iso(result.table.finished_at ?? result.table.started_at),
          by: result.table.imported_by,
        },
      }),
      ...(known.dry_run && { dry_run: true }),
    })
  })
}

/** How many rows of a table became what. */
export function presentTableCounts(
  counts: Pick<
    TableImport<unknown>["table"],
    "new_count" | "changed_count" | "unchanged_count" | "quarantined_count" | "ignored_count"
  >,
): AdminTableCounts {
  const { new_count, changed_count, unchanged_count, quarantined_count, ignored_count } = counts
  return {
    rows_count: new_count + changed_count + unchanged_count,
    new_count,
    changed_count,
    unchanged_count,
    quarantined_count,
    ignored_count,
  }
}

/** Of a known file those of its first import: a date in the future may not be one any more. */
async function quarantinedRows(
  { scope }: AuthenticatedMedusaRequest,
  { outcome, table, content }: TableImport<unknown>,
): Promise<AdminRowProblem[]> {
  if (outcome !== "already_imported") {
    return content.quarantined.slice(0, LIMITS.maxPageSize).map(presentRowProblem)
  }
  const rows = await pagoEfectivo(scope).listQuarantinedRows(
    { report_id: table.id },
    { order: { line_number: "ASC" }, take: LIMITS.maxPageSize },
  )
  return rows.map((row) => {
    const { id: _, ...problem } = presentQuarantinedRow(row)
    return problem
  })
}
