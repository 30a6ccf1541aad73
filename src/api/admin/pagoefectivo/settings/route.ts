import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminSettingsResponse } from "../../../../http-types"
import { loadSettings } from "../../../../workflows/settings/load-settings"

/** Every option with the value in force; secrets only as set or not. */
export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminSettingsResponse>,
): Promise<void> {
  res.json(await loadSettings(req.scope))
}
