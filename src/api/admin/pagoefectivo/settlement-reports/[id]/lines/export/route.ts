import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { pagoEfectivo } from "../../../../../../../workflows/container"
import { inBatches, mapBatches } from "../../../../../../support/export/in-batches"
import { sendExport } from "../../../../../../support/export/send-export"
import { recordId } from "../../../../../../support/record-id"
import { LINE_TABLE, loadLineRows } from "../../../line-table"
import { lineFilters } from "../../../line-filters"
import type { ExportLinesParamsType } from "../../../validators"
import { answerErrors } from "../../../../../../support/answer-errors"

export const GET = answerErrors(
  async (req: AuthenticatedMedusaRequest<unknown, ExportLinesParamsType>, res: MedusaResponse) => {
    const { format, words, ...wanted } = req.validatedQuery as ExportLinesParamsType
    const service = pagoEfectivo(req.scope)
    const id = recordId(req, "settlement report")
    await service.retrieveSettlementReport(id, { select: ["id"] })
    const { filters, scope } = lineFilters(id, wanted)
    const [, count] = await service.listAndCountSettlementLines(filters, { take: 1, ...scope })
    // A line's id ends with its row, so that they come as the file has them.
    const lines = inBatches(
      (where, options) => service.listSettlementLines(where, { ...options, ...scope }),
      filters,
    )
    const batches = mapBatches(lines, (rows) => loadLineRows(req.scope, rows))
    await sendExport(req, res, LINE_TABLE, { format, words }, { count, batches })
  },
)
