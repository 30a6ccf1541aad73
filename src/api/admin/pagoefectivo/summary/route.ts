import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminSummaryResponse } from "../../../../http-types"
import { pagoEfectivo } from "../../../../workflows/container"
import { loadSummary } from "../../../../workflows/summary/load-summary"
import { loadReportTroubles } from "../../../../workflows/summary/load-report-troubles"
import { NIGHT_JOB } from "../../../../workflows/reconciliation/run-night"
import type { GetSummaryParamsType } from "./validators"
import { DAY_MS } from "../../../../peru/lima"
import { answerErrors } from "../../../support/answer-errors"

const DEFAULT_PERIOD_MS = 30 * DAY_MS

export const GET = answerErrors(
  async (
    req: AuthenticatedMedusaRequest<unknown, GetSummaryParamsType>,
    res: MedusaResponse<AdminSummaryResponse>,
  ) => {
    const { from, to = new Date() } = req.validatedQuery as GetSummaryParamsType
    const start = from ?? new Date(to.getTime() - DEFAULT_PERIOD_MS)
    const [summary, night, reports] = await Promise.all([
      loadSummary(req.scope, start, to),
      pagoEfectivo(req.scope).jobState.read<{ nextRunAt: string }>(NIGHT_JOB),
      loadReportTroubles(req.scope, new Date()),
    ])
    res.json({ summary: { ...summary, next_run_at: night?.nextRunAt ?? null, reports } })
  },
)
