import type { MedusaContainer } from "@medusajs/framework/types"
import type { PayoutSummary } from "../../modules/pagoefectivo"
import { limaDay } from "../../peru/lima"
import { IGV_PERCENT, igvRatio } from "../../reconciliation"
import { pagoEfectivo } from "../container"
import { optionsInForce } from "../settings/options-in-force"
import { feeCards } from "../settlement/fee-cards"

/**
 * The IGV within each payout's fees, in céntimos, by its provider's rate card of the day that it was
 * credited.
 */
export async function igvOfPayouts(
  container: MedusaContainer,
  payouts: readonly PayoutSummary[],
): Promise<bigint[]> {
  const cards = feeCards(await optionsInForce(container))
  return pagoEfectivo(container).payoutLines.igv(
    payouts.map(({ provider_id, payout_id, currency_code, last_credited_at: at }) => ({
      provider_id,
      payout_id,
      currency_code,
      ...(cards.of(provider_id)(at && limaDay(at.getTime()))?.igv ?? igvRatio(IGV_PERCENT)),
    })),
  )
}
