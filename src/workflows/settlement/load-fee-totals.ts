import type { MedusaContainer } from "@medusajs/framework/types"
import type { FeePeriod, OtherFees } from "../../modules/pagoefectivo"
import {
  feeTotals,
  type ChargedFee,
  type FeeCard,
  type FeeTotals,
  type UnjudgedFees,
} from "../../reconciliation"
import { limaNoon, parseDay } from "../../peru/lima"
import { pagoEfectivo } from "../container"
import { feeCards } from "./fee-cards"
import { SETTLEMENT_LIMITS as LIMITS } from "./limits"
import { refused } from "../../errors/refusal"

type Period = Pick<FeePeriod, "from" | "to" | "by">

/**
 * What was charged against what each provider's rate card says, by day or month of crediting; null
 * without a rate card. Differences within a card's tolerance count here too: they are no cases, but
 * money.
 * @throws MedusaError (invalid_data) when the period holds too much to be added up at once.
 */
export async function loadFeeTotals(
  container: MedusaContainer,
  period: Period,
): Promise<FeeTotals[] | null> {
  const { common, own } = feeCards(pagoEfectivo(container).options)
  const cards = [
    { card: common, only: null, except: [...own.keys()] },
    ...[...own].map(([id, card]) => ({ card, only: [id], except: [] })),
  ]
  const charged: ChargedFee[] = []
  for (const { card, ...providers } of cards) {
    if (card) charged.push(...(await chargedFees(container, card, { ...period, ...providers })))
  }
  if (cards.every(({ card }) => card === null)) return null
  const unjudged = await pagoEfectivo(container).chargedFees.others(period, {
    ownProviders: [...own.keys()],
    cardCurrencies: cards.map(({ card }) => card && card.currencyCode),
  })
  return feeTotals(charged, period.by, unjudged.map(asUnjudged))
}

function asUnjudged({ period, currency_code, is_held, count, fees }: OtherFees): UnjudgedFees {
  return {
    creditedAt: limaNoon(parseDay(period)),
    currencyCode: currency_code,
    isHeld: is_held,
    count,
    fees: BigInt(fees),
  }
}

async function chargedFees(
  container: MedusaContainer,
  { currencyCode, feeFor }: FeeCard,
  period: Omit<FeePeriod, "currencyCode">,
): Promise<ChargedFee[]> {
  const groups = await pagoEfectivo(container).chargedFees.groups(
    { ...period, currencyCode },
    LIMITS.maxFeeGroups + 1,
  )
  if (groups.length > LIMITS.maxFeeGroups) {
    throw refused("too_many_fees", { from: period.from, to: period.to, most: LIMITS.maxFeeGroups })
  }
  return groups.map(({ period: day, amount_centimos, fee_centimos, count }) => ({
    creditedAt: limaNoon(parseDay(day)),
    expectedFee: feeFor(amount_centimos),
    chargedFee: fee_centimos,
    currencyCode,
    count,
  }))
}
