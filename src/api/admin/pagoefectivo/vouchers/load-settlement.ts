import type { MedusaContainer } from "@medusajs/framework/types"
import type { AdminVoucherSettlement } from "../../../../http-types"
import { pagoEfectivo } from "../../../../workflows/container"
import { API_LIMITS as LIMITS } from "../../../support/limits"
import { loadPayouts } from "../payouts/load-payouts"
import { presentLine } from "../settlement-reports/present-report"

/** What the settlement reports say about a voucher, and the payouts that its lines went into. */
export async function loadSettlement(
  container: MedusaContainer,
  voucherId: string,
): Promise<AdminVoucherSettlement> {
  const lines = await pagoEfectivo(container).listSettlementLines(
    { voucher_id: voucherId },
    { order: { credited_at: "ASC", id: "ASC" }, take: LIMITS.maxHistoryEntries },
  )
  const own = new Set(
    lines.map((line) => keyOf(line, line.settlement_currency_code ?? line.currency_code)),
  )
  const payouts = await loadPayouts(
    container,
    lines.flatMap(({ payout_id }) => payout_id ?? []),
  )
  return {
    lines: lines.map(presentLine),
    payouts: payouts.filter((payout) => own.has(keyOf(payout, payout.currency_code))),
  }
}

function keyOf(
  { provider_id, payout_id }: { provider_id: string; payout_id: string | null },
  currencyCode: string,
): string {
  return `${provider_id}:${payout_id}:${currencyCode}`
}
