import type { PagoEfectivoOptions } from "../../config"
import { createFeeCards, type FeeCards } from "../../reconciliation"

type RateCard = NonNullable<PagoEfectivoOptions["settlement"]["fees"]>

/** The rate cards of the options by the provider's full id; null: its fees are not judged. */
export function ownRateCards({
  settlement,
  entries,
}: Pick<PagoEfectivoOptions, "settlement" | "entries">): Map<string, RateCard | null> {
  const own = entries.flatMap(({ id, providerId }) => {
    const card = settlement.feesByProvider[id]
    return card === undefined ? [] : [[providerId, card] as const]
  })
  return new Map(own)
}

/** What the contracts say about fees. */
export function feeCards(options: Pick<PagoEfectivoOptions, "settlement" | "entries">): FeeCards {
  return createFeeCards(options.settlement.fees ?? null, ownRateCards(options))
}
