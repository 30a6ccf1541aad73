import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { DatedRateCard } from "../../../../config"
import type { AdminFeeTotalsResponse } from "../../../../http-types"
import { limaDay } from "../../../../peru/lima"
import { cardInForce } from "../../../../reconciliation"
import { optionsInForce } from "../../../../workflows/settings/options-in-force"
import { loadFeeTotals } from "../../../../workflows/settlement/load-fee-totals"
import { presentFeeTotals } from "./present-fee-totals"
import type { GetFeeTotalsParamsType } from "./validators"
import { answerErrors } from "../../../support/answer-errors"

/** Over- and undercharges against the rate card, which is answered beside them as it is today; null without. */
export const GET = answerErrors(
  async (
    req: AuthenticatedMedusaRequest<unknown, GetFeeTotalsParamsType>,
    res: MedusaResponse<AdminFeeTotalsResponse>,
  ) => {
    const period = req.validatedQuery as GetFeeTotalsParamsType
    const totals = await loadFeeTotals(req.scope, period)
    const { common, own } = (await optionsInForce(req.scope)).rateCards
    const today = limaDay(Date.now())
    const cardToday = (cards: DatedRateCard[]) => cardInForce(cards, today)?.card ?? null
    const ownToday = [...own].map(([id, cards]) => [id, cardToday(cards)] as const)
    const first = ownToday.find(([, card]) => card !== null)?.[1]
    res.json({
      ...period,
      fee_totals: totals.map(presentFeeTotals),
      rate_card: cardToday(common) ?? first ?? null,
      provider_rate_cards: Object.fromEntries(ownToday),
    })
  },
)
