import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminFeeTotalsResponse } from "../../../../http-types"
import { pagoEfectivo } from "../../../../workflows/container"
import { ownRateCards } from "../../../../workflows/settlement/fee-cards"
import { loadFeeTotals } from "../../../../workflows/settlement/load-fee-totals"
import type { GetFeeTotalsParamsType } from "./validators"
import { answerErrors } from "../../../support/answer-errors"

/** Over- and undercharges against the rate card, which is answered beside them; both null without. */
export const GET = answerErrors(
  async (
    req: AuthenticatedMedusaRequest<unknown, GetFeeTotalsParamsType>,
    res: MedusaResponse<AdminFeeTotalsResponse>,
  ) => {
    const period = req.validatedQuery as GetFeeTotalsParamsType
    const totals = await loadFeeTotals(req.scope, period)
    const fee_totals = totals?.map(({ currencyCode, lines, ...sums }) => ({
      ...sums,
      currency_code: currencyCode,
      lines_count: lines,
    }))
    const { options } = pagoEfectivo(req.scope)
    const own = ownRateCards(options)
    const [first] = [...own.values()].filter((card) => card !== null)
    res.json({
      ...period,
      fee_totals: fee_totals ?? null,
      rate_card: options.settlement.fees ?? first ?? null,
      provider_rate_cards: Object.fromEntries(own),
    })
  },
)
