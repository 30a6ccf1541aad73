import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminQuarantinedRowListResponse } from "../../../../../../http-types"
import { pagoEfectivo } from "../../../../../../workflows/container"
import { recordId } from "../../../../../support/record-id"
import { listQuarantined } from "../../list-quarantined"
import { answerErrors } from "../../../../../support/answer-errors"

export const GET = answerErrors(
  async (req: AuthenticatedMedusaRequest, res: MedusaResponse<AdminQuarantinedRowListResponse>) => {
    const id = recordId(req, "settlement report")
    await pagoEfectivo(req.scope).retrieveSettlementReport(id, { select: ["id"] })
    await listQuarantined(req, res, id)
  },
)
