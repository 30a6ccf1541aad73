import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminSettingsResponse } from "../../../../http-types"
import { loadSettings } from "../../../../workflows/settings/load-settings"
import type { GetSettingsParamsType } from "./validators"

/** Every option with the value in force; secrets only as set or not. */
export async function GET(
  req: AuthenticatedMedusaRequest<unknown, GetSettingsParamsType>,
  res: MedusaResponse<AdminSettingsResponse>,
): Promise<void> {
  const { language } = req.validatedQuery as GetSettingsParamsType
  res.json(await loadSettings(req.scope, language))
}
