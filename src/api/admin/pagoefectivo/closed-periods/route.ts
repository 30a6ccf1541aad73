import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type {
  AdminClosedPeriodListResponse,
  AdminClosedPeriodResponse,
} from "../../../../http-types"
import { pagoEfectivo } from "../../../../workflows/container"
import { actorOf } from "../../../support/actor"
import { listOptions, pickFields } from "../../../support/list-request"
import { presentClosedPeriod } from "./present-closed-period"
import type { PostClosedPeriodType } from "./validators"
import { answerErrors } from "../../../support/answer-errors"

export const GET = answerErrors(
  async (req: AuthenticatedMedusaRequest, res: MedusaResponse<AdminClosedPeriodListResponse>) => {
    const options = listOptions(req)
    const [rows, count] = await pagoEfectivo(req.scope).listAndCountClosedPeriods({}, options)
    const closed_periods = rows.map((row) => pickFields(req, presentClosedPeriod(row)))
    res.json({ closed_periods, count, limit: options.take, offset: options.skip })
  },
)

/** From now on no run changes a case of these days; a person still can, and says why. */
export const POST = answerErrors(
  async (
    req: AuthenticatedMedusaRequest<PostClosedPeriodType>,
    res: MedusaResponse<AdminClosedPeriodResponse>,
  ) => {
    const { from_day, to_day, note = null } = req.validatedBody
    const period = await pagoEfectivo(req.scope).createClosedPeriods({
      from_day,
      to_day,
      note,
      closed_by: actorOf(req),
      closed_at: new Date(),
    })
    res.status(201).json({ closed_period: presentClosedPeriod(period) })
  },
)
