import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { pagoEfectivo } from "../../../../workflows/container"
import { takeExchangeRates } from "../../../../workflows/settlement/take-tables"
import { answerErrors } from "../../../support/answer-errors"
import { iso } from "../../../support/iso"
import { answerTable, TableFields } from "../../../support/table-upload"
import type { GetExchangeRatesParamsType } from "./validators"

export async function GET(
  req: AuthenticatedMedusaRequest<unknown, GetExchangeRatesParamsType>,
  res: MedusaResponse,
): Promise<void> {
  const { limit, offset } = req.validatedQuery as GetExchangeRatesParamsType
  const [rates, count] = await pagoEfectivo(req.scope).exchangeRates.list({ limit, offset })
  const exchange_rates = rates.map((rate) => ({ ...rate, entered_at: iso(rate.entered_at) }))
  res.json({ exchange_rates, count, limit, offset })
}

/** Reference rates by file; they count from the next run on. */
export const POST = answerErrors((req: AuthenticatedMedusaRequest, res: MedusaResponse) =>
  answerTable(req, res, TableFields, (file) => takeExchangeRates(req.scope, file)),
)
