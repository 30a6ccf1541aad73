import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { loadSummary } from "../../../../workflows/load-summary"
import type { GetSummaryParamsType } from "./validators"

const DEFAULT_PERIOD_MS = 30 * 86_400_000

export async function GET(
  req: AuthenticatedMedusaRequest<unknown, GetSummaryParamsType>,
  res: MedusaResponse,
): Promise<void> {
  const { from, to = new Date() } = req.validatedQuery as GetSummaryParamsType
  const start = from ?? new Date(to.getTime() - DEFAULT_PERIOD_MS)
  res.json({ summary: await loadSummary(req.scope, start, to) })
}
