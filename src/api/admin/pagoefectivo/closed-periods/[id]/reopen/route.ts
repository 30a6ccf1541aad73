import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminClosedPeriodResponse } from "../../../../../../http-types"
import { MedusaError } from "@medusajs/framework/utils"
import { pagoEfectivo } from "../../../../../../workflows/container"
import { actorOf } from "../../../../../support/actor"
import { recordId } from "../../../../../support/record-id"
import { presentClosedPeriod } from "../../present-closed-period"

export async function POST(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminClosedPeriodResponse>,
): Promise<void> {
  const service = pagoEfectivo(req.scope)
  const known = await service.retrieveClosedPeriod(recordId(req, "closed period"))
  if (known.reopened_at) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `Period ${known.id} is open again already.`,
    )
  }
  const period = await service.updateClosedPeriods({
    id: known.id,
    reopened_by: actorOf(req),
    reopened_at: new Date(),
  })
  res.json({ closed_period: presentClosedPeriod(period) })
}
