import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminQuarantinedRowListResponse } from "../../../../../../http-types"
import { pagoEfectivo } from "../../../../../../workflows/container"
import { recordId } from "../../../../../support/record-id"
import { listQuarantined } from "../../list-quarantined"

export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminQuarantinedRowListResponse>,
): Promise<void> {
  const id = recordId(req, "settlement report")
  await pagoEfectivo(req.scope).retrieveSettlementReport(id, { select: ["id"] })
  await listQuarantined(req, res, id)
}
