import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminHealthResponse } from "../../../../http-types"
import { loadHealth } from "../../../../workflows/health/load-health"
import type { GetHealthParamsType } from "./validators"

export async function GET(
  req: AuthenticatedMedusaRequest<unknown, GetHealthParamsType>,
  res: MedusaResponse<AdminHealthResponse>,
): Promise<void> {
  const { refresh } = req.validatedQuery as GetHealthParamsType
  res.json({ health: await loadHealth(req.scope, { refresh }) })
}
