import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminExchangeRate, AdminExchangeRateListResponse } from "../../../../http-types"
import type { ListedRate } from "../../../../modules/pagoefectivo"
import { pagoEfectivo } from "../../../../workflows/container"
import { applyExchangeRates } from "../../../../workflows/settlement/apply-tables"
import { answerErrors } from "../../../support/answer-errors"
import { iso } from "../../../support/iso"
import { presentFileRow } from "../../../support/present-file-row"
import { answerTable, TableFields } from "../../../support/table-upload"
import type { GetExchangeRatesParamsType } from "./validators"

export async function GET(
  req: AuthenticatedMedusaRequest<unknown, GetExchangeRatesParamsType>,
  res: MedusaResponse<AdminExchangeRateListResponse>,
): Promise<void> {
  const { limit, offset } = req.validatedQuery as GetExchangeRatesParamsType
  const [rates, count] = await pagoEfectivo(req.scope).exchangeRates.list({ limit, offset })
  res.json({ exchange_rates: rates.map(presentRate), count, limit, offset })
}

/** Reference rates by file; they count from the next run on. */
export const POST = answerErrors((req: AuthenticatedMedusaRequest, res: MedusaResponse) =>
  answerTable(req, res, TableFields, async (file) => ({
    result: await applyExchangeRates(req.scope, file),
  })),
)

function presentRate(rate: ListedRate): AdminExchangeRate {
  return {
    day: rate.day,
    from: rate.from,
    to: rate.to,
    rate: rate.rate,
    entered_by: rate.entered_by,
    entered_at: iso(rate.entered_at),
    file: presentFileRow(rate),
  }
}
