import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminSettingChangeListResponse } from "../../../../../http-types"
import { pagoEfectivo } from "../../../../../workflows/container"
import { presentChange } from "../../../../../workflows/settings/present-change"
import type { GetSettingChangesParamsType } from "../validators"
import { answerErrors } from "../../../../support/answer-errors"

/** Who changed which setting from what to what, newest first. */
export const GET = answerErrors(
  async (
    req: AuthenticatedMedusaRequest<unknown, GetSettingChangesParamsType>,
    res: MedusaResponse<AdminSettingChangeListResponse>,
  ) => {
    const { limit, offset, ...of } = req.validatedQuery as GetSettingChangesParamsType
    const [rows, count] = await pagoEfectivo(req.scope).settings.list(of, { limit, offset })
    res.json({ setting_changes: rows.map(presentChange), count, limit, offset })
  },
)
