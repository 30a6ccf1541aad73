import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminQuarantinedRowListResponse } from "../../../../http-types"
import { pagoEfectivo } from "../../../../workflows/container"
import { QUARANTINE_COLUMNS } from "./fields"
import { presentQuarantinedRow } from "./present-report"
import { listOptions, pickFields } from "../../../support/list-request"

/** The rows of a report, or of a table, that could not be read. */
export async function listQuarantined(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminQuarantinedRowListResponse>,
  id: string,
): Promise<void> {
  const options = listOptions(req, QUARANTINE_COLUMNS)
  const [rows, count] = await pagoEfectivo(req.scope).listAndCountQuarantinedRows(
    { report_id: id },
    options,
  )
  const quarantined_rows = rows.map((row) => pickFields(req, presentQuarantinedRow(row)))
  res.json({ quarantined_rows, count, limit: options.take, offset: options.skip })
}
