import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminClosedPeriodResponse } from "../../../../../../http-types"
import { pagoEfectivo } from "../../../../../../workflows/container"
import { actorOf } from "../../../../../support/actor"
import { recordId } from "../../../../../support/record-id"
import { presentClosedPeriod } from "../../present-closed-period"
import { refused } from "../../../../../../errors/refusal"
import { answerErrors } from "../../../../../support/answer-errors"

export const POST = answerErrors(
  async (req: AuthenticatedMedusaRequest, res: MedusaResponse<AdminClosedPeriodResponse>) => {
    const service = pagoEfectivo(req.scope)
    const known = await service.retrieveClosedPeriod(recordId(req, "closed period"))
    if (known.reopened_at) {
      throw refused("period_is_open", { id: known.id })
    }
    const period = await service.updateClosedPeriods({
      id: known.id,
      reopened_by: actorOf(req),
      reopened_at: new Date(),
    })
    res.json({ closed_period: presentClosedPeriod(period) })
  },
)
