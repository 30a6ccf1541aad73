import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { pagoEfectivo } from "../../../../../../workflows/container"
import { listOptions, pickFields } from "../../../../../support/list-request"
import { recordId } from "../../../../../support/record-id"
import { QUARANTINE_COLUMNS } from "../../fields"
import { presentQuarantinedRow } from "../../present-report"

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const service = pagoEfectivo(req.scope)
  const id = recordId(req, "settlement report")
  await service.retrieveSettlementReport(id, { select: ["id"] })
  const options = listOptions(req, QUARANTINE_COLUMNS)
  const [rows, count] = await service.listAndCountQuarantinedRows({ report_id: id }, options)
  const quarantined_rows = rows.map((row) => pickFields(req, presentQuarantinedRow(row)))
  res.json({ quarantined_rows, count, limit: options.take, offset: options.skip })
}
