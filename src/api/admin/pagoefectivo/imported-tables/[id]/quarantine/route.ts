import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminQuarantinedRowListResponse } from "../../../../../../http-types"
import { pagoEfectivo } from "../../../../../../workflows/container"
import { recordId } from "../../../../../support/record-id"
import { listQuarantined } from "../../../settlement-reports/list-quarantined"
import { answerErrors } from "../../../../../support/answer-errors"

export const GET = answerErrors(
  async (req: AuthenticatedMedusaRequest, res: MedusaResponse<AdminQuarantinedRowListResponse>) => {
    const id = recordId(req, "imported table")
    await pagoEfectivo(req.scope).retrieveImportedTable(id, { select: ["id"] })
    await listQuarantined(req, res, id)
  },
)
