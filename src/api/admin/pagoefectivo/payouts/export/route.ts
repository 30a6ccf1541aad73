import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { pagoEfectivo } from "../../../../../workflows/container"
import { inPages, mapBatches } from "../../../../support/export/in-batches"
import { sendExport } from "../../../../support/export/send-export"
import { payoutFilter } from "../payout-filter"
import type { ExportPayoutsParamsType } from "../validators"
import { loadPayoutRows, PAYOUT_TABLE } from "./payout-table"
import { answerErrors } from "../../../../support/answer-errors"

export const GET = answerErrors(
  async (
    req: AuthenticatedMedusaRequest<unknown, ExportPayoutsParamsType>,
    res: MedusaResponse,
  ) => {
    const { format, words, ...wanted } = req.validatedQuery as ExportPayoutsParamsType
    const { payouts } = pagoEfectivo(req.scope)
    const filter = payoutFilter(wanted)
    const [, count] = await payouts.list({ ...filter, limit: 1, offset: 0 })
    const pages = inPages(
      async ({ take, skip }) => (await payouts.list({ ...filter, limit: take, offset: skip }))[0],
    )
    const batches = mapBatches(pages, (rows) => loadPayoutRows(req.scope, rows))
    await sendExport(req, res, PAYOUT_TABLE, { format, words }, { count, batches })
  },
)
