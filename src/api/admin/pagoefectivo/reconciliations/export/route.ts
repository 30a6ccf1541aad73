import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { pagoEfectivo } from "../../../../../workflows/container"
import { inBatches, mapBatches } from "../../../../support/export/in-batches"
import { sendExport } from "../../../../support/export/send-export"
import type { ExportReconciliationsParamsType } from "../validators"
import { loadRunRows, RUN_TABLE } from "./run-table"
import { answerErrors } from "../../../../support/answer-errors"

export const GET = answerErrors(
  async (
    req: AuthenticatedMedusaRequest<unknown, ExportReconciliationsParamsType>,
    res: MedusaResponse,
  ) => {
    const { format, words, ...filters } = req.validatedQuery as ExportReconciliationsParamsType
    const service = pagoEfectivo(req.scope)
    const [, count] = await service.listAndCountReconciliations(filters, { take: 1 })
    const runs = inBatches((where, options) => service.listReconciliations(where, options), filters)
    const batches = mapBatches(runs, (rows) => loadRunRows(req.scope, rows))
    await sendExport(req, res, RUN_TABLE, { format, words }, { count, batches })
  },
)
