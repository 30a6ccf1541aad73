import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminReconciliationResponse } from "../../../../../http-types"
import { pagoEfectivo } from "../../../../../workflows/container"
import { recordId } from "../../../../support/record-id"
import { presentReconciliation } from "../present-reconciliation"
import { answerErrors } from "../../../../support/answer-errors"

export const GET = answerErrors(
  async (req: AuthenticatedMedusaRequest, res: MedusaResponse<AdminReconciliationResponse>) => {
    const run = await pagoEfectivo(req.scope).retrieveReconciliation(
      recordId(req, "reconciliation"),
    )
    res.json({ reconciliation: presentReconciliation(run) })
  },
)
