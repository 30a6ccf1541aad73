import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { pagoEfectivo } from "../../../../workflows/container"
import { loadFeeTotals } from "../../../../workflows/settlement/load-fee-totals"
import type { GetFeeTotalsParamsType } from "./validators"

/** Over- and undercharges against the rate card, which is answered beside them; both null without. */
export async function GET(
  req: AuthenticatedMedusaRequest<unknown, GetFeeTotalsParamsType>,
  res: MedusaResponse,
): Promise<void> {
  const period = req.validatedQuery as GetFeeTotalsParamsType
  const totals = await loadFeeTotals(req.scope, period)
  const fee_totals = totals?.map(({ currencyCode, lines, ...sums }) => ({
    ...sums,
    currency_code: currencyCode,
    lines_count: lines,
  }))
  const { fees } = pagoEfectivo(req.scope).options.settlement
  res.json({ ...period, fee_totals: fee_totals ?? null, rate_card: fees ?? null })
}
