import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { pagoEfectivo } from "../../../../../workflows/container"
import { inBatches, mapBatches } from "../../../../support/export/in-batches"
import { sendExport } from "../../../../support/export/send-export"
import { refundFilters } from "../filters"
import type { ExportRefundsParamsType } from "../validators"
import { loadRefundRows, REFUND_TABLE } from "./refund-table"
import { answerErrors } from "../../../../support/answer-errors"

export const GET = answerErrors(
  async (
    req: AuthenticatedMedusaRequest<unknown, ExportRefundsParamsType>,
    res: MedusaResponse,
  ) => {
    const { format, words, ...wanted } = req.validatedQuery as ExportRefundsParamsType
    const service = pagoEfectivo(req.scope)
    const filters = await refundFilters(req.scope, wanted)
    const [, count] = await service.listAndCountRefunds(filters, { take: 1 })
    const refunds = inBatches((where, options) => service.listRefunds(where, options), filters)
    const batches = mapBatches(refunds, (rows) => loadRefundRows(req.scope, rows))
    await sendExport(req, res, REFUND_TABLE, { format, words }, { count, batches })
  },
)
