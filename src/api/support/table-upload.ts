import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { MAX_TABLE_BYTES } from "../../settlement"
import type { TableFile, TableOutcome } from "../../workflows/settlement/take-tables"
import { actorOf } from "./actor"
import { API_LIMITS as LIMITS } from "./limits"
import { withUpload } from "./receive-upload"
import { readUploadFields, yes } from "./upload-fields"

/** The form's fields beside the file. */
export const TableFields = z.strictObject({ dry_run: yes })

type Take<Fields> = (file: TableFile, fields: Fields) => Promise<TableOutcome & { more?: object }>

/**
 * Receives a table (deposits, rates) and answers what was taken from it and, row by row, what could
 * not be read. `take` may tell `more`.
 */
export function answerTable<Fields extends z.infer<typeof TableFields>>(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse,
  schema: z.ZodType<Fields>,
  take: Take<Fields>,
): Promise<void> {
  return withUpload(req, res, MAX_TABLE_BYTES, async ({ path, filename, fields }) => {
    const known = readUploadFields(schema, fields)
    const file = { path, enteredBy: actorOf(req), dryRun: known.dry_run }
    const table = await take(file, known)
    res.json({
      table: {
        filename,
        rows_count: table.rows.length,
        quarantined_count: table.quarantined.length,
        ignored_count: table.ignored,
        quarantined_rows: table.quarantined
          .slice(0, LIMITS.maxPageSize)
          .map(({ lineNumber, ...row }) => ({ line: lineNumber, ...row })),
        ...table.more,
      },
      ...(known.dry_run && { dry_run: true }),
    })
  })
}
