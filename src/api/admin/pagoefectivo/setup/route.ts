import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminSetupResponse } from "../../../../http-types"
import { loadFirstSteps } from "../../../../workflows/first-steps/load-first-steps"

export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminSetupResponse>,
): Promise<void> {
  res.json({ setup: await loadFirstSteps(req.scope) })
}
