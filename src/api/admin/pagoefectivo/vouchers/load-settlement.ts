import type { PagoEfectivoModuleService } from "../../../../modules/pagoefectivo"
import { API_LIMITS as LIMITS } from "../../../support/limits"
import { presentPayout } from "../payouts/present-payout"
import { presentLine } from "../settlement-reports/present-report"

/** What the settlement reports say about a voucher, and the payouts that its lines went into. */
export async function loadSettlement(service: PagoEfectivoModuleService, voucherId: string) {
  const lines = await service.listSettlementLines(
    { voucher_id: voucherId },
    { order: { credited_at: "ASC", id: "ASC" }, take: LIMITS.maxHistoryEntries },
  )
  const payoutIds = [...new Set(lines.flatMap(({ payout_id }) => payout_id ?? []))]
  const found = await Promise.all(
    payoutIds.map((payoutId) => service.payouts.list({ payoutId, limit: 100, offset: 0 })),
  )
  const own = new Set(
    lines.map((line) => `${line.payout_id}:${line.settlement_currency_code ?? line.currency_code}`),
  )
  const payouts = found
    .flatMap(([rows]) => rows)
    .filter(({ payout_id, currency_code }) => own.has(`${payout_id}:${currency_code}`))
  return { lines: lines.map(presentLine), payouts: payouts.map(presentPayout) }
}
