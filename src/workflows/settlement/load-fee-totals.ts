import type { MedusaContainer } from "@medusajs/framework/types"
import type { FeePeriod, OtherFees } from "../../modules/pagoefectivo"
import {
  feeTotals,
  IGV_PERCENT,
  igvRatio,
  type ChargedFee,
  type FeeCard,
  type FeeCards,
  type FeeTotals,
  type UnjudgedFees,
} from "../../reconciliation"
import { limaNoon, parseDay } from "../../peru/lima"
import { pagoEfectivo } from "../container"
import { optionsInForce } from "../settings/options-in-force"
import { feeCards } from "./fee-cards"
import { SETTLEMENT_LIMITS as LIMITS } from "./limits"
import { refused } from "../../errors/refusal"

type Period = Pick<FeePeriod, "from" | "to" | "by">

/**
 * What was charged against what each provider's rate card says, by day or month of crediting; without
 * a card only what was charged. Differences within a card's tolerance count here too: they are no cases, but
 * money.
 * @throws MedusaError (invalid_data) when the period holds too much to be added up at once.
 */
export async function loadFeeTotals(
  container: MedusaContainer,
  period: Period,
): Promise<FeeTotals[]> {
  const cards = feeCards(await optionsInForce(container))
  const all = cards.table.flat()
  const charged: ChargedFee[] = []
  for (const { card, ...payments } of chargedBy(cards)) {
    charged.push(...(await chargedFees(container, card, { ...period, ...payments })))
  }
  const ratios = all.map((card) => card?.igv ?? igvRatio(IGV_PERCENT))
  const unjudged = await pagoEfectivo(container).chargedFees.others(period, {
    ownProviders: cards.ownProviders,
    starts: cards.starts,
    cardCurrencies: all.map((card) => card && card.currencyCode),
    igvParts: ratios.map(({ numerator }) => numerator),
    whole: igvRatio(IGV_PERCENT).denominator,
  })
  return feeTotals(charged, period.by, unjudged.map(asUnjudged))
}

type ChargedPayments = Pick<FeePeriod, "only" | "except" | "paidFrom" | "paidBefore">

/** Each card with the payments that it is for. */
function chargedBy({
  ownProviders,
  starts,
  table,
}: FeeCards): (ChargedPayments & { card: FeeCard })[] {
  return table.flatMap((row, at) => {
    const own = ownProviders[at - 1]
    const providers =
      own === undefined ? { only: null, except: [...ownProviders] } : { only: [own], except: [] }
    return row.flatMap((card, period) =>
      card === null
        ? []
        : {
            card,
            ...providers,
            paidFrom: starts[period - 1] ?? null,
            paidBefore: starts[period] ?? null,
          },
    )
  })
}

function asUnjudged({ period, currency_code, is_held, count, fees, igv }: OtherFees): UnjudgedFees {
  return {
    creditedAt: limaNoon(parseDay(period)),
    currencyCode: currency_code,
    isHeld: is_held,
    count,
    fees: BigInt(fees),
    igv: BigInt(igv),
  }
}

async function chargedFees(
  container: MedusaContainer,
  { currencyCode, feeFor, igv }: FeeCard,
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
    igv,
    count,
  }))
}
