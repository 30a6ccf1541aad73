import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminSettingsResponse } from "../../../../http-types"
import { loadSettings } from "../../../../workflows/settings/load-settings"
import type { GetSettingsParamsType } from "./validators"
import { answerErrors } from "../../../support/answer-errors"

/** Every option with the value in force; secrets only as set or not. */
export const GET = answerErrors(
  async (
    req: AuthenticatedMedusaRequest<unknown, GetSettingsParamsType>,
    res: MedusaResponse<AdminSettingsResponse>,
  ) => {
    const { language } = req.validatedQuery as GetSettingsParamsType
    res.json(await loadSettings(req.scope, language))
  },
)
