import type { PagoEfectivoModuleService, PayoutKey } from "../../modules/pagoefectivo"
import { IGV_PERCENT, igvRatio } from "../../reconciliation"
import { feeCards } from "../settlement/fee-cards"

/** The IGV within each payout's fees, by its provider's rate card; in céntimos. */
export function igvOfPayouts(
  service: PagoEfectivoModuleService,
  payouts: readonly PayoutKey[],
): Promise<bigint[]> {
  const cards = feeCards(service.options)
  return service.payoutLines.igv(
    payouts.map(({ provider_id, payout_id, currency_code }) => ({
      provider_id,
      payout_id,
      currency_code,
      ...(cards.of(provider_id)?.igv ?? igvRatio(IGV_PERCENT)),
    })),
  )
}
