import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { loadFeeTotals } from "../../../../../workflows/settlement/load-fee-totals"
import { sendExport } from "../../../../support/export/send-export"
import type { ExportFeeTotalsParamsType } from "../validators"
import { FEE_TABLE } from "./fee-table"
import { answerErrors } from "../../../../support/answer-errors"

/** Without a rate card there is nothing to compare with, and no row. */
export const GET = answerErrors(
  async (
    req: AuthenticatedMedusaRequest<unknown, ExportFeeTotalsParamsType>,
    res: MedusaResponse,
  ) => {
    const { format, words, ...period } = req.validatedQuery as ExportFeeTotalsParamsType
    const totals = (await loadFeeTotals(req.scope, period)) ?? []
    await sendExport(
      req,
      res,
      FEE_TABLE,
      { format, words },
      { count: totals.length, batches: once(totals) },
    )
  },
)

/** At most two currencies by day of a year: one batch. */
async function* once<Row>(rows: Row[]): AsyncGenerator<Row[]> {
  yield await Promise.resolve(rows)
}
