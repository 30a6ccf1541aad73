import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { pagoEfectivo } from "../../../../../workflows/container"
import { inBatches, mapBatches } from "../../../../support/export/in-batches"
import { sendExport } from "../../../../support/export/send-export"
import { actorOf } from "../../../../support/actor"
import { caseFilters } from "../filters"
import type { ExportCasesParamsType } from "../validators"
import { answerErrors } from "../../../../support/answer-errors"
import { CASE_TABLE } from "./case-table"
import { loadCaseRows } from "./load-case-rows"

export const GET = answerErrors(
  async (req: AuthenticatedMedusaRequest<unknown, ExportCasesParamsType>, res: MedusaResponse) => {
    const { format, words, ...wanted } = req.validatedQuery as ExportCasesParamsType
    const service = pagoEfectivo(req.scope)
    const filters = await caseFilters(req.scope, wanted, actorOf(req))
    const [, count] = await service.listAndCountCases(filters, { take: 1 })
    const cases = inBatches((where, options) => service.listCases(where, options), filters)
    const batches = mapBatches(cases, (rows) => loadCaseRows(req.scope, rows))
    await sendExport(req, res, CASE_TABLE, { format, words }, { count, batches })
  },
)
